import type { ActivityKind } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import type { DateReading } from '../date-words.ts';
import { type DaysMatch, findDays, findInvalidDate } from '../parse-date.ts';
import { findActivityKind } from './find-activity-kind.ts';
import { type CreditsMatch, findCredits } from './find-credits.ts';
import { findLink } from './find-link.ts';
import { findNamesInLine, findNamesInTitle, type NameContext, takeLeadingNames } from './find-names-in-line.ts';
import { findProvider } from './find-provider.ts';
import { findDurationInWords, findDurations, parseClock } from './parse-duration.ts';

/** The fields of a line such as `1.5h SANS webcast yesterday for cissp, cism`. */
export interface QuickEntry {
  readonly title: string;
  /** As typed, `1.5h`; of words such as `half day` in minutes, `240m`. */
  readonly duration?: string;
  /** The words of a duration that were typed without digits. */
  readonly durationWords?: string;
  /** What is wrong with the duration: negative, several of them, or a number without a unit. */
  readonly unclearDuration?: { readonly problem: 'negative' | 'several' | 'no-unit'; readonly words: string };
  readonly credits?: Pick<CreditsMatch, 'credits' | 'unit'>;
  /** The day, or the first of several. */
  readonly day?: Day;
  /** The last of several days. */
  readonly lastDay?: Day;
  /** The words read as a date, if day and month could be swapped. */
  readonly ambiguousDate?: string;
  /** Words that look like a date but aren't one, `30 Feb`. */
  readonly invalidDate?: string;
  readonly kind?: ActivityKind;
  readonly provider?: string;
  readonly link?: string;
  /** Names of certifications as typed, if any. */
  readonly certifications?: readonly string[];
  /** `for all my certs`. */
  readonly isForAll?: true;
}

interface QuickEntryContext extends DateReading, NameContext {
  /** Whether a word is a certification body. */
  isBody?(text: string): boolean;
}

/** In characters; the rest of a longer line stays in the title. */
const MAX_PARSED_LENGTH = 500;

/** Reads a quick entry. Unrecognised words stay in the title. */
export function parseQuickEntry(line: string, context: QuickEntryContext): QuickEntry {
  const link = takeLink(line.slice(0, MAX_PARSED_LENGTH));
  const lead = takeLead(link.rest, context);
  const amounts = takeAmounts(lead.rest);
  const days = takeDays(amounts.rest, context);
  const words = takeDurationInWords(days.rest, amounts.found);
  const names = lead.names === undefined ? takeNames(words.rest, context) : { ...lead, rest: words.rest };
  const title = tidyTitle(names.rest + line.slice(MAX_PARSED_LENGTH));
  const unclear = words.found.duration ?? words.found.unclearDuration ?? words.found.credits;
  const bare = unclear === undefined ? /^\d{1,4}(?:[.,]\d{1,2})?(?=\s+\p{L})/u.exec(title)?.[0] : undefined;
  const kind = findActivityKind(title);
  const provider = findProvider(title, context.isBody ?? (() => false));
  const mentions = findNamesInTitle(title, context);
  const { names: stated = mentions.length === 0 || names.isForAll ? undefined : mentions } = names;
  return {
    title: withoutVerb(title),
    ...link.found,
    ...words.found,
    ...days.found,
    ...(bare === undefined ? {} : { unclearDuration: { problem: 'no-unit', words: bare } }),
    ...(kind === undefined ? {} : { kind }),
    ...(provider === undefined ? {} : { provider }),
    ...(names.isForAll ? { isForAll: true } : stated === undefined ? {} : { certifications: stated }),
  };
}

interface Taken<Found> {
  readonly found: Found;
  readonly rest: string;
}

function takeLink(line: string): Taken<Pick<QuickEntry, 'link'>> {
  const found = findLink(line);
  if (found === undefined) return { found: {}, rest: line };
  return { found: { link: found.link }, rest: replaced(line, found, found.label) };
}

/** Names before a duration, credits or a colon: `cisa 1h webinar`. Before other words they are part of the title. */
function takeLead(line: string, context: QuickEntryContext): { names?: readonly string[]; rest: string } {
  const lead = takeLeadingNames(line.trimStart(), context);
  if (lead === undefined) return { rest: line };
  const rest = lead.rest.replace(/^\s*[:,–-]?\s*/u, '');
  const starts = [findDurations(rest)[0], findCredits(rest), findDurationInWords(rest), findDays(rest, context)];
  const isLead = /^\s*:/u.test(lead.rest) || starts.some((found) => found?.index === 0);
  return isLead ? { names: lead.names, rest } : { rest: line };
}

type Amounts = Pick<QuickEntry, 'duration' | 'durationWords' | 'unclearDuration' | 'credits'>;

function takeAmounts(line: string): Taken<Amounts> {
  const negative = /(?:^|\s)[-−](?=\d)/u.exec(line);
  const [first, ...others] = findDurations(line);
  const clock = /^\s*(\d{1,2}:[0-5]\d)(?=\s+(?!(?:am|pm|uhr)\b))/iu.exec(line);
  let rest = line;
  let found: Amounts = {};
  if (first !== undefined && negative !== null && negative.index + negative[0].length === first.index) {
    const words = line.slice(first.index - 1, first.index + first.words.length);
    rest = replaced(line, { words, index: first.index - 1 });
    found = { unclearDuration: { problem: 'negative', words } };
  } else if (first === undefined && clock?.[1] !== undefined && parseClock(clock[1]) !== undefined) {
    rest = replaced(line, { words: clock[1], index: line.indexOf(clock[1]) });
    found = { duration: clock[1] };
  } else if (first !== undefined && others.length > 0 && line.slice(0, first.index).trim() !== '') {
    found = { unclearDuration: { problem: 'several', words: [first, ...others].map(({ words }) => words).join(', ') } };
  } else if (first !== undefined) {
    rest = replaced(line, first);
    found = { duration: first.words };
  }
  const credits = findCredits(rest);
  if (credits === undefined) return { found, rest };
  const { credits: amount, unit } = credits;
  return { found: { ...found, credits: { credits: amount, unit } }, rest: replaced(rest, credits) };
}

function takeDurationInWords(line: string, found: Amounts): Taken<Amounts> {
  if (found.duration !== undefined || found.unclearDuration !== undefined) return { found, rest: line };
  const match = findDurationInWords(line);
  if (match === undefined) return { found, rest: line };
  const { words, minutes } = match;
  return { found: { ...found, duration: `${minutes}m`, durationWords: words }, rest: replaced(line, match) };
}

function takeDays(
  line: string,
  context: QuickEntryContext,
): Taken<Pick<QuickEntry, 'day' | 'lastDay' | 'ambiguousDate' | 'invalidDate'>> {
  const found = findDays(line, context);
  if (found !== undefined) return { found: fieldsOf(found), rest: replaced(line, found) };
  const invalid = findInvalidDate(line, context);
  if (invalid === undefined) return { found: {}, rest: line };
  return { found: { invalidDate: invalid }, rest: replaced(line, { words: invalid, index: line.indexOf(invalid) }) };
}

function fieldsOf({ start, end, words, isAmbiguous }: DaysMatch) {
  return {
    day: start,
    ...(end === start ? {} : { lastDay: end }),
    ...(isAmbiguous ? { ambiguousDate: words } : {}),
  };
}

function takeNames(
  line: string,
  context: QuickEntryContext,
): { names?: readonly string[]; isForAll?: true; rest: string } {
  const tidy = tidyTitle(line);
  const found = findNamesInLine(tidy, context);
  if (found === undefined) return { rest: tidy };
  return found.isForAll ? { isForAll: true, rest: found.rest } : { names: found.names, rest: found.rest };
}

/** Replaces words by a space, or by a label between spaces. */
function replaced(text: string, { words, index }: { readonly words: string; readonly index: number }, by = ''): string {
  return `${text.slice(0, index)} ${by} ${text.slice(index + words.length)}`;
}

/** Removes double spaces and the words left over where a duration, a date or names were cut out. */
function tidyTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;])/g, '$1')
    .replace(/([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '')
    .replace(/[\s,;:–-]+(?:on|at|am|of|nur|only|le|el|il)$/i, '')
    .replace(/^of\s+/i, '')
    .replace(/^am\s+(?=\p{L})/u, '')
    .trim();
}

/** Removes what says that the activity was attended: `watched a webinar on deepfakes`. */
function withoutVerb(title: string): string {
  const attended =
    /^(?:i\s+)?(?:just\s+)?(?:attended|watched|joined|visited|listened\s+to|went\s+to|took\s+part\s+in)\s+(?:an?|the)\s+(?=\S)/iu;
  return title.replace(attended, '');
}
