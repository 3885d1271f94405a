import type { ReadValue } from '../domain/document-reading.ts';
import type { TextBlock } from './blocks.ts';
import type { EventDays } from './event-days.ts';
import type { Labelled } from './labels.ts';
import { findLengths, type LengthMention, statesBreaks } from './lengths.ts';
import { labelledAs, type Paper } from './paper.ts';

/** How long the attendee took part, in minutes; `isUnclear` where the document says several lengths or an estimate. */
export interface TimeAttended {
  readonly minutes?: ReadValue<number>;
  readonly isUnclear?: true;
}

/** A longer time between two hours of the clock has breaks that must be known. */
const MAX_SPAN_MINUTES = 300;

/** Finds how long the attendee took part. Blocks in `ignored` are titles and names. */
export function findTimeAttended(paper: Paper, days: EventDays, ignored: readonly TextBlock[]): TimeAttended {
  const bySum = sumOfDays(days);
  if (bySum !== undefined) return { minutes: bySum };
  const labelled = labelledAs(paper, 'attended', 'length').flatMap(labelledLengths);
  const mentions = paper.blocks
    .filter((block) => !ignored.includes(block) && labelled.every((one) => one.block !== block))
    .flatMap((block) => findLengths(block.text).map((one) => ({ ...one, hasBreaks: statesBreaks(block.text) })));
  const all = [...labelled, ...mentions];
  const of = (role: LengthMention['role']) => all.filter((one) => one.role === role);
  for (const found of [of('attended'), of('plain'), of('whole')]) {
    const [first] = found;
    if (first === undefined) continue;
    const isOne = found.every(({ minutes }) => minutes === first.minutes);
    return isOne ? { minutes: { value: first.minutes, words: first.words } } : { isUnclear: true };
  }
  const spans = of('span');
  const [span] = spans;
  const isClear =
    span !== undefined &&
    spans.length === 1 &&
    (span.minutes <= MAX_SPAN_MINUTES || mentions.some((one) => one.role === 'span' && one.hasBreaks));
  const isOneDay = days.range === undefined || days.range.start === days.range.end;
  if (isClear && isOneDay) return { minutes: { value: span.minutes, words: span.words } };
  return span !== undefined || of('vague').length > 0 ? { isUnclear: true } : {};
}

function sumOfDays({ list = [], words = '' }: EventDays): ReadValue<number> | undefined {
  const minutes = list.map((line) => line.minutes);
  if (minutes.length === 0 || minutes.some((one) => one === undefined)) return undefined;
  return { value: minutes.reduce<number>((sum, one) => sum + (one ?? 0), 0), words };
}

/** The lengths beside a label. A bare number counts in the unit of the label. */
function labelledLengths({
  field,
  label,
  value,
  block,
}: Labelled): readonly (LengthMention & { readonly block: TextBlock })[] {
  const found = findLengths(value).map((one) => ({
    ...one,
    block,
    role: field === 'attended' && one.role === 'plain' ? ('attended' as const) : one.role,
  }));
  if (found.length > 0) return found;
  const bare = /^\d{1,4}(?:[.,]\d{1,2})?$/u.exec(value.trim())?.[0];
  const isHours = /hour|stunde|heure|hora/iu.test(label);
  if (bare === undefined || !(isHours || /minut/iu.test(label))) return [];
  const minutes = Math.round(Number(bare.replace(',', '.')) * (isHours ? 60 : 1));
  return minutes === 0
    ? []
    : [{ minutes, words: value, index: 0, role: field === 'attended' ? 'attended' : 'plain', block }];
}
