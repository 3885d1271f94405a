import type { Action, Block, Card } from '../../chat/card.ts';
import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';
import { retiredText } from '../change-words.ts';
import { openingAction } from '../stated-words.ts';

/** A certification that was added. */
export interface AddedHolding {
  readonly certification: Certification;
  readonly number: string;
  readonly cycle: DateRange | undefined;
  /** What was stated as earned before, in words; empty for nothing. */
  readonly stated: string;
}

interface Added {
  readonly holdings: readonly AddedHolding[];
  /** The line that is logged next, if one was typed before. */
  readonly pendingLine: string | undefined;
  readonly today: Day;
  /** The act that added them. */
  readonly act: string;
}

/** The confirmation of added certifications, with the next step and an undo button. */
export function addedCard({ holdings, pendingLine, today, act }: Added, words: Words): Card {
  const shorts = holdings.map(({ certification }) => certification.short);
  const [only] = holdings.length === 1 ? holdings : [];
  return {
    title: words.add.added(shorts),
    blocks: [
      ...(only === undefined ? [{ kind: 'facts', facts: holdings.map((one) => rowOf(one, words)) } as const] : []),
      ...(only === undefined ? [] : [{ kind: 'facts', facts: factsOf(only, words) } as const]),
      ...holdings.flatMap((one) => notesOf(one, today, words)),
      ...(pendingLine === undefined ? [] : [{ kind: 'text', text: words.add.nextLine(pendingLine) } as const]),
    ],
    actions: [
      ...logAction(holdings, pendingLine, words),
      ...(only !== undefined && hasBegun(only, today) ? [openingAction(only.certification.code, words)] : []),
      { label: words.log.pace, command: 'pace', args: only === undefined ? {} : { text: only.certification.code } },
      { label: words.log.undo, command: 'undo', args: { act } },
    ],
  };
}

function hasBegun({ certification, cycle }: AddedHolding, today: Day): boolean {
  return certification.renewal.kind === 'credits' && cycle !== undefined && cycle.start <= today;
}

/** One of several in a line. */
function rowOf({ certification, cycle, stated }: AddedHolding, words: Words) {
  const span = cycle === undefined ? words.add.neverExpires : words.span(cycle.start, cycle.end);
  return { label: certification.short, value: stated === '' ? span : `${span} · ${stated}` };
}

function factsOf({ certification, number, cycle, stated }: AddedHolding, words: Words) {
  const phrases = words.add;
  return [
    { label: phrases.certification, value: `${certification.name} (${certification.body})` },
    ...(number === '' ? [] : [{ label: phrases.number, value: number }]),
    ...(cycle === undefined ? [] : [{ label: phrases.cycle, value: words.span(cycle.start, cycle.end) }]),
    ...(stated === '' ? [] : [{ label: words.opening.button, value: stated }]),
  ];
}

function notesOf({ certification, cycle }: AddedHolding, today: Day, words: Words): readonly Block[] {
  const warning = retiredText(certification, today, words);
  return [
    ...(warning === undefined ? [] : [{ kind: 'note', text: warning } as const]),
    ...(cycle === undefined ? [{ kind: 'note', text: words.add.neverExpires } as const] : []),
  ];
}

/** Logs the line that was typed before, or anything else that counts. */
function logAction(
  holdings: readonly AddedHolding[],
  pendingLine: string | undefined,
  words: Words,
): readonly Action[] {
  const counted = holdings.filter(({ certification }) => certification.renewal.kind === 'credits');
  if (counted.length === 0) return [];
  const shorts = counted.map(({ certification }) => certification.short);
  const text = pendingLine === undefined ? { text: `for ${shorts.join(', ')}` } : {};
  const label = pendingLine === undefined ? words.add.log : words.add.logPending;
  return [{ label, command: 'log', args: text, opensForm: true, style: 'primary' }];
}
