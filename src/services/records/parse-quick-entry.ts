import type { ActivityKind } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import type { DateDirection } from '../date-words.ts';
import { findDays, findInvalidDate } from '../parse-date.ts';
import { findDuration } from './parse-duration.ts';

/** The fields of a line such as `1.5h SANS webcast yesterday for cissp, cism`. */
export interface QuickEntry {
  readonly title: string;
  /** As typed, `1.5h`. */
  readonly duration?: string;
  /** The day, or the first of several. */
  readonly day?: Day;
  /** The last of several days. */
  readonly lastDay?: Day;
  /** The words read as a date, if day and month could be swapped. */
  readonly ambiguousDate?: string;
  /** Words that look like a date but aren't one, `30 Feb`. */
  readonly invalidDate?: string;
  readonly kind?: ActivityKind;
  /** Names of certifications as typed, if any. */
  readonly certifications?: readonly string[];
}

interface QuickEntryContext {
  readonly today: Day;
  readonly locale: string;
  /** How dates without a year are read; `past` by default. */
  readonly direction?: DateDirection;
  isCertification(text: string): boolean;
}

/** In characters; the rest of a longer line stays in the title. */
const MAX_PARSED_LENGTH = 500;

/** Reads a quick entry. Unrecognised words stay in the title. */
export function parseQuickEntry(line: string, context: QuickEntryContext): QuickEntry {
  let rest = line.slice(0, MAX_PARSED_LENGTH);
  const duration = findDuration(rest);
  if (duration !== undefined) rest = without(rest, duration.index, duration.words);
  const found = findDays(rest, context);
  const invalidDate = found === undefined ? findInvalidDate(rest, context) : undefined;
  const date = found?.words ?? invalidDate;
  if (date !== undefined) rest = without(rest, found?.index ?? rest.indexOf(date), date);
  const named = findCertifications(rest, context);
  if (named !== undefined) rest = rest.slice(0, named.index);
  const title = tidyTitle(rest + line.slice(MAX_PARSED_LENGTH));
  const kind = findActivityKind(title);
  return {
    title,
    ...(duration === undefined ? {} : { duration: duration.words }),
    ...(found === undefined ? {} : { day: found.start }),
    ...(found === undefined || found.end === found.start ? {} : { lastDay: found.end }),
    ...(found?.isAmbiguous ? { ambiguousDate: found.words } : {}),
    ...(invalidDate === undefined ? {} : { invalidDate }),
    ...(kind === undefined ? {} : { kind }),
    ...(named === undefined ? {} : { certifications: named.names }),
  };
}

/** Finds the last `for …` of a line that names a certification; `webinar for beginners` doesn't. */
function findCertifications(line: string, { isCertification }: QuickEntryContext) {
  for (const match of [...line.matchAll(/(?:^|\s)(?:for|für)\s+/giu)].reverse()) {
    const names = line
      .slice(match.index + match[0].length)
      .split(/\s*(?:,|;|&|\s\+\s|\band\b|\bor\b|\bund\b|\boder\b)\s*/iu)
      // `CIPP/E` is one certification, `cissp/ccsp` are two.
      .flatMap((name) => (isCertification(name) ? name : name.split('/')))
      .map((name) => name.trim().replace(/\s+(?:on|at)$/iu, ''))
      .filter((name) => name !== '');
    if (names.some(isCertification)) return { index: match.index, names };
  }
  return undefined;
}

/** Removes double spaces and the words left over where a duration, a date or names were cut out. */
function tidyTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '')
    .replace(/[\s,;:–-]+(?:on|at|am|of)$/i, '')
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

/** Returns the kind of activity named in a text, such as `webinar`. */
export function findActivityKind(text: string): ActivityKind | undefined {
  return KINDS.find(([words]) => words.test(text))?.[1];
}

function without(text: string, index: number, words: string): string {
  return `${text.slice(0, index)} ${text.slice(index + words.length)}`;
}
