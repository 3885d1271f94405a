import { type Answers, answerOf } from '../../chat/form.ts';
import { parseDay } from '../../domain/calendar.ts';
import type { CertificateReading } from '../../domain/document-reading.ts';
import type { Words } from '../../strings/index.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { hashesOf, isDayTyped, readCredits, readingErrors, readProof, withReading } from './certificate-fields.ts';
import { fillCategoriesAndCredits, type LogFormContents } from './log-form-contents.ts';
import { parseDuration } from './parse-duration.ts';
import type { QuickEntry } from './parse-quick-entry.ts';
import { durationErrors, entryDays, entryNames, readQuickEntry } from './read-quick-entry.ts';

/** A typed line, and what was read in the certificate that was sent with it. */
export interface LineToLog {
  readonly text: string;
  readonly certificate?: CertificateReading | undefined;
}

/** Fills in the log form from a typed line and a certificate. What isn't clear is left empty, with the question as the field's error. */
export function fillFromLine(
  { text, certificate }: LineToLog,
  holdings: readonly CreditHolding[],
  scope: Scope,
): LogFormContents {
  const { words, today } = scope.request;
  const { date = '' } = scope.request.args;
  const reading = { holdings, today: parseDay(date) ?? today, direction: 'past' } as const;
  const typed = readQuickEntry(text, reading, scope);
  const quick = certificate === undefined ? typed : withReading(typed, certificate);
  const day = entryDays(quick, reading, scope);
  const names = entryNames(quick, holdings, scope);
  const asksDays = certificate !== undefined && !isDayTyped(quick);
  const answers = entryAnswers(quick, { ...day, start: asksDays ? '' : day.start }, scope);
  const all = { ...answers, counts: names.chosen.map(({ certification }) => certification.code), ...names.categories };
  const read = certificate === undefined ? {} : readAnswers(certificate, { typed, answers: all, holdings }, scope);
  const { errors: creditErrors, ...filled } = fillCategoriesAndCredits({ ...all, ...read }, holdings, {
    scope,
    ...(quick.credits === undefined ? {} : { typed: quick.credits }),
  });
  const open = certificate === undefined ? {} : readingErrors(certificate, { quick, answers: filled.answers }, words);
  const errors = { ...open, ...creditErrors, ...day.errors, ...names.errors, ...durationErrors(quick, words) };
  return {
    ...filled,
    notes: [...day.notes, ...names.notes],
    remarks: [...durationRemarks(quick, words), ...(text.trim() === '' ? [] : names.remarks)],
    ...(certificate === undefined ? {} : { read: hashesOf(read) }),
    ...(isDayTyped(quick) || asksDays ? {} : { day: day.start }),
    ...(day.typedDate === undefined ? {} : { typedDate: day.typedDate }),
    ...(Object.keys(errors).length === 0 ? {} : { errors }),
  };
}

function entryAnswers(
  quick: QuickEntry,
  day: { readonly start: string; readonly end?: string | undefined },
  { request }: Scope,
): Answers {
  const { title, provider = '', kind } = quick;
  const link = quick.link ?? request.args.url ?? '';
  const duration = quick.unclearDuration?.problem === 'negative' ? quick.unclearDuration.words : quick.duration;
  return {
    title,
    ...(provider === '' ? {} : { provider }),
    start: day.start,
    ...(day.end === undefined ? {} : { end: day.end }),
    ...(kind === undefined ? {} : { kind }),
    ...(duration === undefined ? {} : { duration }),
    ...(link === '' ? {} : { link }),
  };
}

/** The answers that come from a certificate: fields of the activity that weren't typed, credits unless some were, and its proof. */
function readAnswers(
  certificate: CertificateReading,
  {
    typed,
    answers,
    holdings,
  }: { readonly typed: QuickEntry; readonly answers: Answers; readonly holdings: readonly CreditHolding[] },
  scope: Scope,
): Answers {
  const { amount } = scope.request.words;
  const before = entryAnswers(typed, { start: typed.day ?? '', end: typed.lastDay }, scope);
  const activity = Object.entries(answers).filter(
    ([name, answer]) => name !== 'counts' && answer !== '' && answerOf(before, name) === '',
  );
  const credits = typed.credits === undefined ? readCredits(certificate, holdings, { answers, amount }) : {};
  return { ...Object.fromEntries(activity), ...credits, ...readProof(certificate, scope) };
}

/** Notes the hours that a duration in words was read as, because half a day has no fixed length. */
function durationRemarks({ duration = '', durationWords }: QuickEntry, words: Words): readonly string[] {
  const minutes = durationWords === undefined ? undefined : parseDuration(duration);
  return durationWords === undefined || minutes === undefined ? [] : [words.log.readDuration(durationWords, minutes)];
}
