import { MONTH_NAME } from '../../domain/month-names.ts';

/** The longest duration of one record, in minutes. */
export const MAX_ACTIVITY_MINUTES = 60_000;

/** A duration found in a text. */
export interface DurationMatch {
  readonly words: string;
  readonly index: number;
  readonly minutes: number;
}

const HOURS = String.raw`(\d{1,4}(?:[.,]\d{1,2})?|\d{0,3}\s?[¼½¾])\s*(?:hours?|hrs?\.?|stunden?|std\.?|h)(?:(\d{1,2})(?![\d\s]*[/.-]\d)|\s*(?:and\s+|und\s+)?(\d{1,2})\s*(?:minutes?|minuten?|mins?\.?|m))?`;
/** `1 h 20`, as it is written in France; `1h 20 questions` has no space before its unit, and `1 h 20 Nov` is followed by a month. */
const SPACED = String.raw`(\d{1,2})\s+h\s+([0-5]\d)(?!\s*(?:[\d/.:-]|min|m(?![\p{L}\p{N}])|${MONTH_NAME}(?![\p{L}\p{N}])))`;
const MINUTES = String.raw`(\d{1,5})\s*(?:minutes?|minuten?|mins?\.?|m)`;
const DURATION = new RegExp(String.raw`(?<![\w.,])(?:${SPACED}|${HOURS}|${MINUTES})(?![\w])`, 'giu');

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ an: 1, a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 },
  ...{ eine: 1, einer: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8 },
};
const NUMBER_WORD = Object.keys(NUMBER_WORDS).join('|');

/** Durations in words with their minutes, the longer ones first. Half a day is 4 hours, a full day 8. */
const IN_WORDS: readonly (readonly [string, number])[] = [
  [String.raw`(?:an?|one)\s+hour\s+and\s+a\s+half|one\s+and\s+a\s+half\s+hours?`, 90],
  [String.raw`two\s+and\s+a\s+half\s+hours?|zweieinhalb\s+stunden`, 150],
  [String.raw`(?:anderthalb|eineinhalb|einundeinhalb)\s+stunden?`, 90],
  [String.raw`three\s+quarters\s+of\s+an\s+hour|(?:eine\s+)?dreiviertel\s*stunde`, 45],
  [String.raw`(?:a\s+)?quarter\s+of\s+an\s+hour|(?:eine\s+)?viertelstunde`, 15],
  [String.raw`half\s+an?\s+hour|(?:a\s+)?half[\s-]hour|(?:eine[r]?\s+)?halben?\s+stunde`, 30],
  [String.raw`half\s+a\s+day|(?:a\s+)?half[\s-]day|(?:ein(?:en|em)?\s+)?halbe[rn]?\s+tag`, 240],
  [String.raw`(?:a\s+)?(?:full|whole)[\s-]day|all\s+day|(?:ein(?:en|em)?\s+|den\s+)?ganze[rn]?\s+tag`, 480],
];
const HOURS_IN_WORDS = String.raw`(${NUMBER_WORD})\s+(?:hours?|stunden?)`;

function inWords(before: string, after: string): readonly (readonly [RegExp, number])[] {
  return IN_WORDS.map(
    ([words, minutes]) => [new RegExp(`${before}(?<words>${words})${after}`, 'iu'), minutes] as const,
  );
}

const END = String.raw`(?![\p{L}\p{N}-])`;
/** The beginning of a text, or a place after a comma or a bracket: `The one hour rule` is a title. */
const START = String.raw`(?:^\s*|[,;:(]\s*)`;
const WHOLE_IN_WORDS = inWords('^', '$');
const FOUND_IN_WORDS = inWords(START, END);
const WHOLE_HOURS = new RegExp(`^${HOURS_IN_WORDS}$`, 'iu');
const FOUND_HOURS = new RegExp(`${START}(?<words>${HOURS_IN_WORDS})${END}`, 'iu');

/** Returns the durations in a text that are written with digits: `1h30`, `90 min`. */
export function findDurations(text: string): readonly DurationMatch[] {
  return [...text.matchAll(DURATION)].map((match) => {
    const [words, spaced, rest, hours, attached, more, minutes] = match;
    const total =
      spaced !== undefined
        ? minutesOf(spaced, rest)
        : hours === undefined
          ? Number(minutes)
          : minutesOf(hours, attached ?? more);
    return { words, index: match.index, minutes: total };
  });
}

/** Returns the first duration in a text that is written with digits. */
export function findDuration(text: string): DurationMatch | undefined {
  return findDurations(text)[0];
}

/** Returns a duration in words at the beginning of a text or after a comma: `half day`, `anderthalb Stunden`. */
export function findDurationInWords(text: string): DurationMatch | undefined {
  for (const [pattern, minutes] of FOUND_IN_WORDS) {
    const match = pattern.exec(text);
    if (match !== null) return located(match, minutes);
  }
  const hours = FOUND_HOURS.exec(text);
  return hours === null ? undefined : located(hours, 60 * (NUMBER_WORDS[(hours[2] ?? '').toLowerCase()] ?? 0));
}

function located(match: RegExpExecArray, minutes: number): DurationMatch {
  const words = match.groups?.words ?? '';
  return { words, index: match.index + match[0].length - words.length, minutes };
}

/** Returns the minutes of a text that is a duration as a whole: `90m`, `1h30`, `1.5h`, `1:30`, `half day` or a number of minutes. */
export function parseDuration(text: string): number | undefined {
  const typed = withDecimals(text.trim());
  const clock = parseClock(typed.replace(HOURS_BEHIND, '')) ?? parseIsoDuration(typed);
  if (clock !== undefined) return clock;
  if (/^\d{1,5}$/.test(typed)) return Number(typed);
  const found = findDuration(typed);
  return found?.words === typed ? found.minutes : durationInWords(typed);
}

function durationInWords(typed: string): number | undefined {
  const whole = WHOLE_IN_WORDS.find(([pattern]) => pattern.test(typed))?.[1];
  if (whole !== undefined) return whole;
  const hours = WHOLE_HOURS.exec(typed)?.[1];
  return hours === undefined ? undefined : 60 * (NUMBER_WORDS[hours.toLowerCase()] ?? 0);
}

/** The unit behind a clock, which says that it is one of hours: `1:15 h`. */
const HOURS_BEHIND = /(?<=:[0-5]\d)\s*(?:h|hours?|hrs?\.?|std\.?|stunden?)$/iu;
const QUARTERS: Readonly<Record<string, string>> = { '¼': '25', '½': '5', '¾': '75' };

/** `1¼ h` is `1.25 h`. */
function withDecimals(text: string): string {
  return text.replace(/(\d{0,3})\s?([¼½¾])/u, (_, whole: string, part: string) => `${whole || '0'}.${QUARTERS[part]}`);
}

/** Returns the minutes of `PT1H15M`, a duration of ISO 8601. */
function parseIsoDuration(text: string): number | undefined {
  const [whole, hours, minutes] = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,2}(?:\.\d+)?S)?$/iu.exec(text) ?? [];
  if (whole === undefined || (hours === undefined && minutes === undefined)) return undefined;
  return 60 * Number(hours ?? 0) + Number(minutes ?? 0);
}

/** Returns the minutes of `1:30`. */
export function parseClock(text: string): number | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  return clock === null ? undefined : Number(clock[1]) * 60 + Number(clock[2]);
}

/** Rounds to whole minutes, so that 0.33 h is 20 minutes. */
function minutesOf(hours: string, more: string | undefined): number {
  const [whole = '0', fraction = ''] = withDecimals(hours).split(/[.,]/);
  const hundredths = Number(fraction.padEnd(2, '0'));
  return Number(whole) * 60 + Math.round((hundredths * 60) / 100) + Number(more ?? 0);
}
