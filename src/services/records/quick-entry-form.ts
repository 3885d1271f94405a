import type { Answers, Errors } from '../../chat/form.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import { readTypedDays } from '../ambiguous-date.ts';
import { candidatesAmong } from '../certifications/find-certification.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { findMisspelt } from '../certifications/misspelt-name.ts';
import type { Scope } from '../workspace-data.ts';
import { fillIn, type LogFormContents } from './log-form-contents.ts';
import { findNamedCertification, type NamedCertification } from './named-certification.ts';
import { parseDuration } from './parse-duration.ts';
import { parseQuickEntry, type QuickEntry } from './parse-quick-entry.ts';

/** Fills in the log form from a typed line. What isn't clear is left empty, with the question as the field's error. */
export function fillFromLine(text: string, holdings: readonly CreditHolding[], scope: Scope): LogFormContents {
  const { words, today } = scope.request;
  const { url = '', date = '' } = scope.request.args;
  const sentOn = parseDay(date) ?? today;
  const quick = readLine(text, holdings, { scope, sentOn });
  const day = readDay(quick, scope, sentOn);
  const names = readNames(quick, holdings, scope);
  const isBare = text.trim() === '';
  const provider = quick.provider ?? '';
  const link = quick.link ?? url;
  const duration = quick.unclearDuration?.problem === 'negative' ? quick.unclearDuration.words : quick.duration;
  const answers: Answers = {
    title: quick.title,
    ...(provider === '' ? {} : { provider }),
    start: day.start,
    ...(day.end === undefined ? {} : { end: day.end }),
    counts: names.chosen.map(({ certification }) => certification.code),
    ...(quick.kind === undefined ? {} : { kind: quick.kind }),
    ...(duration === undefined ? {} : { duration }),
    ...(link === '' ? {} : { link }),
    ...names.categories,
  };
  const { errors: creditErrors, ...filled } = fillIn(answers, holdings, {
    scope,
    ...(quick.credits === undefined ? {} : { typed: quick.credits }),
  });
  const errors = { ...creditErrors, ...day.errors, ...names.errors, ...durationErrors(quick, words) };
  return {
    ...filled,
    notes: [...day.notes, ...names.notes],
    remarks: [...durationRemarks(quick, words), ...(isBare ? [] : names.remarks)],
    ...(day.typedDate === undefined ? {} : { typedDate: day.typedDate }),
    ...(Object.keys(errors).length === 0 ? {} : { errors }),
  };
}

interface LineReading {
  readonly scope: Scope;
  /** The day of the message, which relative words count from. */
  readonly sentOn: Day;
}

function readLine(text: string, holdings: readonly CreditHolding[], { scope, sentOn }: LineReading): QuickEntry {
  const { request, data } = scope;
  const { catalogue } = data;
  const own = new Set(holdings.map(({ certification }) => certification.code));
  const bodies = new Set(catalogue.all.map(({ body }) => body.toLowerCase()));
  return parseQuickEntry(text, {
    today: sentOn,
    locale: request.person.locale ?? 'en-GB',
    isCertification: (name) => findNamedCertification(name, catalogue) !== undefined,
    isOwn: (name) => own.has(findNamedCertification(name, catalogue)?.certification.code ?? ''),
    isMisspelt: (word) => findMisspelt(word, catalogue) !== undefined,
    isBody: (name) => bodies.has(name.toLowerCase()),
  });
}

interface DayFields {
  readonly start: string;
  readonly end?: string | undefined;
  readonly errors: Errors;
  readonly notes: readonly string[];
  /** The date as typed, if its order must be asked. */
  readonly typedDate?: string;
}

function readDay(quick: QuickEntry, { request }: Scope, sentOn: Day): DayFields {
  const { words, person, today } = request;
  const { invalidDate, ambiguousDate, day, lastDay } = quick;
  if (invalidDate !== undefined)
    return { start: invalidDate, errors: { start: words.shape.badDay(invalidDate) }, notes: [] };
  if (ambiguousDate !== undefined) {
    const read = readTypedDays(ambiguousDate, { today: sentOn, locale: person.locale ?? 'en-GB' });
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
  const errors: Errors = last > today ? { [lastDay === undefined ? 'start' : 'end']: words.shape.future(last) } : {};
  return { start, end: lastDay, errors, notes: [] };
}

interface NameFields {
  readonly chosen: readonly CreditHolding[];
  readonly categories: Answers;
  readonly errors: Errors;
  readonly notes: readonly string[];
  readonly remarks: readonly string[];
}

function readNames(quick: QuickEntry, holdings: readonly CreditHolding[], { request, data }: Scope): NameFields {
  const { words } = request;
  const nothing = { categories: {}, errors: {}, notes: [], remarks: [] };
  if (quick.certifications === undefined) {
    const shorts = holdings.map(({ certification }) => certification.short);
    const isWorthSaying = holdings.length > 1 && quick.isForAll === undefined;
    return { ...nothing, chosen: holdings, remarks: isWorthSaying ? [words.log.allSelected(shorts)] : [] };
  }
  const named = quick.certifications.map((name) => ({ name, found: findNamedCertification(name, data.catalogue) }));
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

function durationErrors({ unclearDuration }: QuickEntry, { log }: Words): Errors {
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

/** A duration in words is said in hours, because half a day is not the same everywhere. */
function durationRemarks({ duration = '', durationWords }: QuickEntry, words: Words): readonly string[] {
  const minutes = durationWords === undefined ? undefined : parseDuration(duration);
  return durationWords === undefined || minutes === undefined ? [] : [words.log.readDuration(durationWords, minutes)];
}
