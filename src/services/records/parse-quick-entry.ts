import type { ActivityKind } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import { type DateDirection, findDate, findInvalidDate } from '../parse-date.ts';
import { findDuration } from './parse-duration.ts';

/** What a line such as `1.5h SANS webcast yesterday for cissp, cism` says. */
export interface QuickEntry {
  readonly title: string;
  /** As typed, `1.5h`. */
  readonly duration?: string;
  readonly day?: Day;
  /** The words that were read as a date, when another reading was possible. */
  readonly ambiguousDate?: string;
  /** Words that look like a date and are none, `30 Feb`. */
  readonly misreadDate?: string;
  readonly kind?: ActivityKind;
  /** Names of certifications as typed; absent when none were given. */
  readonly certifications?: readonly string[];
}

interface QuickEntryContext {
  readonly today: Day;
  readonly locale: string;
  /** Where days without a year lie; in the past unless said otherwise. */
  readonly direction?: DateDirection;
  isCertification(text: string): boolean;
}

/** Nobody types more before a form opens; the rest stays in the title, unread. */
const MAX_PARSED_LENGTH = 500;

/** Reads a quick entry; what is not understood stays in the title. */
export function parseQuickEntry(line: string, reading: QuickEntryContext): QuickEntry {
  let rest = line.slice(0, MAX_PARSED_LENGTH);
  const duration = findDuration(rest);
  if (duration !== undefined) rest = without(rest, duration.index, duration.words);
  const found = findDate(rest, reading.today, reading.locale, reading.direction);
  const misread = found === undefined ? findInvalidDate(rest) : undefined;
  const date = found?.words ?? misread;
  if (date !== undefined) rest = without(rest, found?.index ?? rest.indexOf(date), date);
  const named = certificationsIn(rest, reading);
  if (named !== undefined) rest = rest.slice(0, named.index);
  const title = tidyTitle(rest + line.slice(MAX_PARSED_LENGTH));
  const kind = findActivityKind(title);
  return {
    title,
    ...(duration === undefined ? {} : { duration: duration.words }),
    ...(found === undefined ? {} : { day: found.day }),
    ...(found?.isAmbiguous ? { ambiguousDate: found.words } : {}),
    ...(misread === undefined ? {} : { misreadDate: misread }),
    ...(kind === undefined ? {} : { kind }),
    ...(named === undefined ? {} : { certifications: named.names }),
  };
}

/** The last `for …` of a line, when it names at least one certification: `webinar for beginners` does not. */
function certificationsIn(line: string, { isCertification }: QuickEntryContext) {
  for (const match of [...line.matchAll(/(?:^|\s)(?:for|für)\s+/giu)].reverse()) {
    const names = line
      .slice(match.index + match[0].length)
      .split(/\s*(?:,|;|&|\s\+\s|\band\b|\bor\b|\bund\b|\boder\b)\s*/iu)
      // A slash stands in names too: `CIPP/E` is one, `cissp/ccsp` two.
      .flatMap((name) => (isCertification(name) ? name : name.split('/')))
      .map((name) => name.trim().replace(/\s+(?:on|at)$/iu, ''))
      .filter((name) => name !== '');
    if (names.some(isCertification)) return { index: match.index, names };
  }
  return undefined;
}

/** A title without the gaps and the loose words that taking things out of a line leaves. */
function tidyTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '')
    .replace(/\s+(?:on|at|am|of)$/i, '')
    .trim();
}

const KINDS: readonly (readonly [RegExp, ActivityKind])[] = [
  [/\b(?:webinar|webcast|livestream)s?\b/iu, 'webinar'],
  [/\b(?:conference|konferenz|tagung|summit|[ck]ongress|symposium|rsa|black ?hat|def ?con)\b/iu, 'conference'],
  [/\bchapter\b|\bmeet-?up\b/iu, 'chapter-meeting'],
  [/\bpodcasts?\b/iu, 'podcast'],
  [/\b(?:book|buch|white ?paper|article|artikel|read(?:ing)?)\b/iu, 'reading'],
  [/\b(?:teach|taught|teaching|lectured?|speaker|presented|presenting|vortrag)\b/iu, 'teaching'],
  [/\b(?:lab|ctf|netwars|range)\b/iu, 'lab'],
  [/\bmentor(?:ing|ed)?\b/iu, 'mentoring'],
  [/\bvolunteer(?:ing|ed)?\b/iu, 'volunteering'],
  [/\b(?:wrote|writing|author(?:ed)?|published)\b/iu, 'authoring'],
  [/\b(?:course|kurs|training|schulung|lehrgang|class|bootcamp|workshop|seminar)\b/iu, 'course'],
];

/** The kind of activity that words such as `webinar` in a text name. */
export function findActivityKind(text: string): ActivityKind | undefined {
  return KINDS.find(([words]) => words.test(text))?.[1];
}

function without(text: string, index: number, words: string): string {
  return `${text.slice(0, index)} ${text.slice(index + words.length)}`;
}
