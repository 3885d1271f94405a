import type { Answers } from '../../chat/form.ts';
import { parseDay } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../workspace-data.ts';
import { fillCategoriesAndCredits, type LogFormContents } from './log-form-contents.ts';
import { parseDuration } from './parse-duration.ts';
import type { QuickEntry } from './parse-quick-entry.ts';
import { durationErrors, entryDays, entryNames, readQuickEntry } from './read-quick-entry.ts';

/** Fills in the log form from a typed line. What isn't clear is left empty, with the question as the field's error. */
export function fillFromLine(text: string, holdings: readonly CreditHolding[], scope: Scope): LogFormContents {
  const { words, today } = scope.request;
  const { url = '', date = '' } = scope.request.args;
  const reading = { holdings, today: parseDay(date) ?? today, direction: 'past' } as const;
  const quick = readQuickEntry(text, reading, scope);
  const day = entryDays(quick, reading, scope);
  const names = entryNames(quick, holdings, scope);
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
  const { errors: creditErrors, ...filled } = fillCategoriesAndCredits(answers, holdings, {
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

/** Notes the hours that a duration in words was read as, because half a day has no fixed length. */
function durationRemarks({ duration = '', durationWords }: QuickEntry, words: Words): readonly string[] {
  const minutes = durationWords === undefined ? undefined : parseDuration(duration);
  return durationWords === undefined || minutes === undefined ? [] : [words.log.readDuration(durationWords, minutes)];
}
