import type { Day } from '../domain/calendar.ts';
import type { ActivityKind } from '../domain/certification.ts';
import { durationIn } from './duration.ts';
import { findDay } from './natural-day.ts';

/** What a line such as `1.5h SANS webcast yesterday for cissp, cism` says. */
export interface QuickEntry {
  readonly title: string;
  /** As typed, `1.5h`. */
  readonly duration?: string;
  readonly day?: Day;
  /** The words that were read as a date, when another reading was possible. */
  readonly ambiguousDate?: string;
  readonly kind?: ActivityKind;
  /** Names of certifications as typed; absent when none were given. */
  readonly certifications?: readonly string[];
}

interface Reading {
  readonly today: Day;
  readonly locale: string;
  isCertification(text: string): boolean;
}

/** Reads a quick entry; what is not understood stays in the title. */
export function readQuickEntry(line: string, reading: Reading): QuickEntry {
  let rest = line;
  const named = certificationsIn(rest, reading);
  if (named !== undefined) rest = rest.slice(0, named.index);
  const duration = durationIn(rest);
  if (duration !== undefined) rest = without(rest, duration.index, duration.words);
  const found = findDay(rest, reading.today, reading.locale);
  if (found !== undefined) rest = without(rest, found.index, found.words);
  const title = rest
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '')
    .replace(/\s+(?:on|at|am|of)$/i, '')
    .trim();
  const kind = kindOf(title);
  return {
    title,
    ...(duration === undefined ? {} : { duration: duration.words }),
    ...(found === undefined ? {} : { day: found.day }),
    ...(found?.isAmbiguous ? { ambiguousDate: found.words } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(named === undefined ? {} : { certifications: named.names }),
  };
}

/** The last `for …` of a line, when it names at least one certification: `webinar for beginners` does not. */
function certificationsIn(line: string, { isCertification }: Reading) {
  for (const match of [...line.matchAll(/(?:^|\s)for\s+/giu)].reverse()) {
    const names = line
      .slice(match.index + match[0].length)
      .split(/\s*(?:,|;|&|\band\b)\s*/iu)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.some(isCertification)) return { index: match.index, names };
  }
  return undefined;
}

const KINDS: readonly (readonly [RegExp, ActivityKind])[] = [
  [/\b(?:webinar|webcast|livestream)s?\b/iu, 'webinar'],
  [/\b(?:conference|summit|congress|symposium|rsa|black ?hat|def ?con)\b/iu, 'conference'],
  [/\bchapter\b|\bmeet-?up\b/iu, 'chapter-meeting'],
  [/\bpodcasts?\b/iu, 'podcast'],
  [/\b(?:book|white ?paper|article|read(?:ing)?)\b/iu, 'reading'],
  [/\b(?:teach|taught|teaching|lectured?|speaker|presented|presenting)\b/iu, 'teaching'],
  [/\b(?:lab|ctf|netwars|range)\b/iu, 'lab'],
  [/\bmentor(?:ing|ed)?\b/iu, 'mentoring'],
  [/\bvolunteer(?:ing|ed)?\b/iu, 'volunteering'],
  [/\b(?:wrote|writing|author(?:ed)?|published)\b/iu, 'authoring'],
  [/\b(?:course|training|class|bootcamp|workshop|seminar)\b/iu, 'course'],
];

function kindOf(title: string): ActivityKind | undefined {
  return KINDS.find(([words]) => words.test(title))?.[1];
}

function without(text: string, index: number, words: string): string {
  return `${text.slice(0, index)} ${text.slice(index + words.length)}`;
}
