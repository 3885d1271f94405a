import type { ActivityKind, Delivery } from '../../src/domain/activity-kinds.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { EvaluatedActivity, EvaluationInput } from '../../src/domain/evaluate.ts';
import type { Part } from '../../src/domain/holding.ts';
import { isRolling, renewalOf } from './oracle-rules.ts';

/** Credits of one category with one set of marks. */
export interface Piece {
  readonly category: string;
  /** In alphabetical order, each once. */
  readonly marks: readonly string[];
  readonly credits: number;
}

/** What one entry still counts for. */
export interface Lot {
  /** The activity, `carry-over`, or `opening:DAY`. */
  readonly id: string;
  readonly source: 'activity' | 'carry-over' | 'opening';
  readonly kind?: ActivityKind;
  readonly delivery?: Delivery | '' | undefined;
  readonly start: Day;
  readonly end: Day;
  /** The day it lies on for caps per day. */
  readonly day: Day;
  /** The first day of its cycle. */
  readonly cycle: Day;
  /** What is the same for the same course; empty: nothing is the same. */
  readonly course: string;
  readonly pieces: readonly Piece[];
}

/** All activities that have ended, in the order in which they are taken: by their last day, then by time of entry. */
export function endedLots(input: EvaluationInput): Lot[] {
  const ended = input.activities.filter(({ planned, end }) => !planned && end <= input.on);
  const lots = ended.map((activity) => lotOf(input, activity));
  return inOrderOfEnd(lots);
}

/** The same lots by their last day; lots of the same day stay in their order. */
export function inOrderOfEnd(lots: readonly Lot[]): Lot[] {
  const days = [...new Set(lots.map(({ end }) => end))].sort();
  return days.flatMap((day) => lots.filter(({ end }) => end === day));
}

function lotOf(input: EvaluationInput, activity: EvaluatedActivity): Lot {
  const renewal = renewalOf(input);
  const { id, kind, delivery, start, end } = activity;
  const derived = renewal.marks.filter(({ from }) => from?.deliveries.some((one) => one === delivery) === true);
  const marks = derived.map(({ code }) => code);
  const pieces = piecesOf(activity.parts, marks);
  const cycle = isRolling(renewal) ? input.cycle.start : (activity.cycle ?? input.cycle.start);
  return { id, source: 'activity', kind, delivery, start, end, day: end, cycle, course: courseFor(activity), pieces };
}

/**
 * Parts with the marks they have beside their own; parts of the same category and marks are one, where the first
 * stood.
 */
export function piecesOf(parts: readonly Part[], marks: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    const own = [...new Set([...(part.marks ?? []), ...marks])].sort();
    const place = pieces.findIndex(
      ({ category, marks: others }) => category === part.category && sameMarks(own, others),
    );
    const same = pieces[place];
    if (same === undefined) pieces.push({ category: part.category, marks: own, credits: part.credits });
    else pieces[place] = { ...same, credits: same.credits + part.credits };
  }
  return pieces;
}

function sameMarks(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((mark, place) => mark === other[place]);
}

function courseFor({ title, provider, kind }: EvaluatedActivity): string {
  const folded = foldedText(title);
  return folded === '' ? '' : [kind, foldedText(provider), folded].join(' / ');
}

function foldedText(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  return [...lower].filter((letter) => /^[\p{L}\p{N}]$/u.test(letter)).join('');
}

/** What is left after once-only rules, which look at each cycle on its own; the earliest of the same stays. */
export function onceOnly(renewal: CreditRenewal, lots: readonly Lot[]): Lot[] {
  const rule = renewal.onceOnly;
  if (rule === undefined) return [...lots];
  const kept: Lot[] = [];
  for (const lot of lots) {
    const under = lot.kind !== undefined && (rule.kinds === undefined || rule.kinds.includes(lot.kind));
    const again = kept.some(({ cycle, course }) => cycle === lot.cycle && course === lot.course);
    if (!under || lot.course === '' || !again) kept.push(lot);
  }
  return kept;
}

/** All credits of a lot. */
export function creditsOf({ pieces }: Lot): number {
  return pieces.reduce((sum, { credits }) => sum + credits, 0);
}

/** A category and all those around it from inner to outer, the total last. */
export function enclosing(renewal: CreditRenewal, category: string): string[] {
  const chain: string[] = [];
  let inner: string | undefined = category;
  while (inner !== undefined && inner !== 'total') {
    chain.push(inner);
    const code: string = inner;
    inner = renewal.categories.find((one) => one.code === code)?.parent;
  }
  return [...chain, 'total'];
}

/** Whether a category lies inside another or is it; everything lies inside the total. */
export function isInside(renewal: CreditRenewal, inner: string, outer: string | undefined): boolean {
  return outer === undefined || enclosing(renewal, inner).includes(outer);
}
