import type { ActivityKind } from '../domain/activity-kinds.ts';
import type { DocumentKind } from '../domain/document-reading.ts';

/** Words of a document that say what kind of activity it is about; the more telling ones come first. */
const SIGNS: readonly (readonly [ActivityKind, RegExp])[] = [
  ['chapter-meeting', /\bchapter\s+(?:meeting|event|evening|dinner|lunch|night)\b|\bchaptertreffen\b/iu],
  ['webinar', /\b(?:webinars?|webcasts?|online-?seminar|webinaire|livestream|group\s+internet[\s-]based)\b/iu],
  ['self-study', /\b(?:self[\s-]study|qas|selbststudium|autoformation|autoestudio)\b/iu],
  [
    'conference',
    /\b(?:conference|congress|summit|symposium|\p{L}*konferenz|tagung|kongress|congrès|conférence|congreso|jornadas|scanned\s+in)\b/iu,
  ],
  [
    'course',
    /\b(?:course|training|workshop|bootcamp|seminar|certificate\s+of\s+completion|completed|\p{L}*kurs|lehrgang|schulung|veranstaltung|fortbildung|weiterbildung|formation|cours|stage|curso|taller)\b/iu,
  ],
  ['chapter-meeting', /\bchapter\b/iu],
];

/** Returns the kind of activity that the words of a document name, those of its title last. */
export function findActivitySigns(texts: readonly string[], kind: DocumentKind): ActivityKind | undefined {
  if (kind === 'transcript') return 'college-course';
  if (kind === 'badge') return 'conference';
  for (const text of texts) {
    const found = SIGNS.find(([, sign]) => sign.test(text))?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
