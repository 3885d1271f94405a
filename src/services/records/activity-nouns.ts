import type { ActivityKind } from '../../domain/activity-kinds.ts';

/** Nouns of activities in English and German with the kind that each names, as regular expressions; the more telling ones come first. */
const NOUNS: readonly (readonly [string, ActivityKind])[] = [
  ['webinar(?:s|en?)?|webcasts?|livestreams?', 'webinar'],
  ['podcasts?', 'podcast'],
  [
    String.raw`\p{L}*(?:konferenz(?:en)?|tagung(?:en)?|kongress(?:e|es)?|gipfel)|conferences?|congress(?:es)?|summits?|symposium|rsac|black ?hat|def ?con`,
    'conference',
  ],
  [String.raw`chapter[\s-]?(?:meetings?|events?|evening|night|lunch|treffen|abend)|meet-?ups?`, 'chapter-meeting'],
  ['books?|buch|büchern?|white ?papers?|articles?|artikeln?', 'reading'],
  ['labs?|ctfs?|netwars|cyber ranges?', 'lab'],
  ['mentoring', 'mentoring'],
  ['volunteering', 'volunteering'],
  [
    'courses?|kursen?|kurse?|trainings?|schulung(?:en)?|lehrgang|lehrgänge|class(?:es)?|bootcamps?|workshops?|seminar(?:s|en?)?',
    'course',
  ],
];

const PATTERNS = NOUNS.map(([nouns, kind]) => [new RegExp(whole(nouns), 'iu'), kind] as const);

/** Returns a pattern that finds any noun of an activity, and these other words. */
export function activityPattern(others: string): RegExp {
  return new RegExp(whole([...NOUNS.map(([nouns]) => nouns), others].join('|')), 'iu');
}

/** Returns the kind that the most telling noun of a text names. */
export function kindOfNoun(text: string): ActivityKind | undefined {
  return PATTERNS.find(([noun]) => noun.test(text))?.[1];
}

/** Returns the kinds that the nouns of a text name, and the text without these nouns. */
export function takeKinds(text: string): { readonly kinds: readonly ActivityKind[]; readonly rest: string } {
  const named = PATTERNS.filter(([noun]) => noun.test(text));
  const rest = named.reduce((left, [noun]) => left.replace(noun, ' '), text);
  return { kinds: named.map(([, kind]) => kind), rest };
}

function whole(words: string): string {
  return String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`;
}
