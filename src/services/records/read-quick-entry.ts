import type { Answers, Errors } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import { readTypedDays } from '../ambiguous-date.ts';
import { candidatesAmong } from '../certifications/find-certification.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { findMisspelt } from '../certifications/misspelt-name.ts';
import { namesOfHolder } from '../certifications/names-of-holder.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { DateDirection } from '../date-words.ts';
import { findNamedCertification, type NamedCertification } from './named-certification.ts';
import { parseQuickEntry, type QuickEntry } from './parse-quick-entry.ts';

/** How a line about an activity is read. */
interface EntryContext {
  readonly holdings: readonly CreditHolding[];
  /** The day that relative words count from: that of the message. */
  readonly today: Day;
  readonly direction: DateDirection;
}

/** Reads a line about an activity, with the names of the catalogue and of the person's certifications. */
export function readQuickEntry(text: string, reading: EntryContext, { request, data }: Scope): QuickEntry {
  const { holdings, today, direction } = reading;
  const { catalogue } = data;
  const names = namesOfHolder(holdings, catalogue);
  const own = new Set(holdings.map(({ certification }) => certification.code));
  const bodies = new Set(catalogue.all.map(({ body }) => body.toLowerCase()));
  return parseQuickEntry(text, {
    today,
    direction,
    locale: request.person.locale ?? 'en-GB',
    isCertification: (name) => findNamedCertification(name, names) !== undefined,
    isOwn: (name) => own.has(findNamedCertification(name, names)?.certification.code ?? ''),
    isMisspelt: (word) => findMisspelt(word, catalogue) !== undefined,
    isBody: (name) => bodies.has(name.toLowerCase()),
  });
}

/** The days of a line as form fields, with the questions they leave as errors. */
interface DayFields {
  readonly start: string;
  readonly end?: string | undefined;
  readonly errors: Errors;
  readonly notes: readonly string[];
  /** The date as typed, if its order must be asked. */
  readonly typedDate?: string;
}

/** Returns the days of a line. A date that isn't one, that could be read in two ways, or that hasn't come for what was done, is an error. */
export function entryDays(
  quick: QuickEntry,
  { today: sentOn, direction }: Omit<EntryContext, 'holdings'>,
  { request }: Scope,
): DayFields {
  const { words, person, today } = request;
  const { invalidDate, ambiguousDate, day, lastDay } = quick;
  if (invalidDate !== undefined)
    return { start: invalidDate, errors: { start: words.shape.badDay(invalidDate) }, notes: [] };
  if (ambiguousDate !== undefined) {
    const read = readTypedDays(ambiguousDate, { today: sentOn, direction, locale: person.locale ?? 'en-GB' });
    if ('readings' in read) {
      const [one, other] = read.readings.map((range) => words.span(range.start, range.end));
      const question = words.log.whichDay(ambiguousDate, one ?? '', other ?? '');
      return { start: '', errors: { start: question }, notes: [], typedDate: ambiguousDate };
    }
    const { start, end } = read.range;
    const note = words.log.readDays(ambiguousDate, words.span(start, end));
    return { start, ...(end === start ? {} : { end }), errors: {}, notes: [note] };
  }
  const start = day ?? sentOn;
  const last = lastDay ?? start;
  const isTooLate = direction === 'past' && last > today;
  const errors: Errors = isTooLate ? { [lastDay === undefined ? 'start' : 'end']: words.shape.future(last) } : {};
  return { start, end: lastDay, errors, notes: [] };
}

/** The certifications of a line, with the questions they leave as errors and notes. */
interface NameFields {
  readonly chosen: readonly CreditHolding[];
  readonly categories: Answers;
  readonly errors: Errors;
  readonly notes: readonly string[];
  readonly remarks: readonly string[];
}

/** Returns the certifications that a line is for: those it names, or all if it names none. */
export function entryNames(
  quick: QuickEntry,
  holdings: readonly CreditHolding[],
  { request, data }: Scope,
): NameFields {
  const { words } = request;
  const nothing = { categories: {}, errors: {}, notes: [], remarks: [] };
  if (quick.certifications === undefined) {
    const shorts = holdings.map(({ certification }) => certification.short);
    const isWorthSaying = holdings.length > 1 && quick.isForAll === undefined;
    return { ...nothing, chosen: holdings, remarks: isWorthSaying ? [words.log.allSelected(shorts)] : [] };
  }
  const names = namesOfHolder(holdings, data.catalogue);
  const named = quick.certifications.map((name) => ({ name, found: findNamedCertification(name, names) }));
  const holdingOf = (found: NamedCertification | undefined) =>
    holdings.find(({ certification }) => certification.code === found?.certification.code);
  const chosen = holdings.filter((one) => named.some(({ found }) => holdingOf(found) === one));
  const problems = named.flatMap(({ name, found }) => {
    if (found !== undefined) return holdingOf(found) === undefined ? words.log.notYours(found.certification.short) : [];
    const candidates = [findMisspelt(name, data.catalogue), ...candidatesAmong(name, holdings, data.catalogue)];
    const shorts = new Set(candidates.flatMap((one) => one?.short ?? []));
    return words.log.unknownCertification(name, [...shorts]);
  });
  const categories = named.flatMap(({ found }) =>
    found?.category === undefined ? [] : [[claimFields(found.certification).category, found.category] as const],
  );
  const fields = { ...nothing, chosen, categories: Object.fromEntries(categories) };
  if (problems.length === 0) return fields;
  return chosen.length === 0 ? { ...fields, errors: { counts: problems.join(' ') } } : { ...fields, notes: problems };
}

/** Returns the error of a duration that is unclear. */
export function durationErrors({ unclearDuration }: QuickEntry, { log }: Words): Errors {
  if (unclearDuration === undefined) return {};
  const { problem, words } = unclearDuration;
  switch (problem) {
    case 'negative':
      return { duration: log.badDuration(words) };
    case 'several':
      return { duration: log.severalDurations(words) };
    case 'no-unit':
      return { duration: log.durationWithoutUnit(words) };
  }
}
