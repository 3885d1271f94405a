import type { Day } from '../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import type { OpeningBalance } from '../../src/domain/holding.ts';
import { liesIn, nextDay } from './oracle-calendar.ts';
import { enclosing, type Lot, type Piece, piecesOf } from './oracle-lots.ts';
import { firstEarningDay, isRolling, renewalOf } from './oracle-rules.ts';

/**
 * What is left of the opening balances of one cycle, given the records of that cycle after the caps per entry
 * and day.
 */
export function openingLots(input: EvaluationInput, cycle: Day, records: readonly Lot[]): Lot[] {
  const lots: Lot[] = [];
  let from = cycle === input.cycle.start ? firstEarningDay(input) : cycle;
  for (const balance of balancesOf(input, cycle)) {
    const span = { start: from, end: balance.on };
    const covered = records.filter((record) => record.cycle === cycle && liesIn(record.end, span));
    lots.push({
      id: `opening:${balance.on}`,
      source: 'opening',
      start: balance.on,
      end: balance.on,
      day: balance.on,
      cycle,
      course: '',
      pieces: givingWay(renewalOf(input), piecesOf(balance.parts, []), covered),
    });
    from = nextDay(balance.on);
  }
  return lots;
}

/** The first days of all cycles that have opening balances. */
export function cyclesWithOpenings(input: EvaluationInput): Day[] {
  return [...new Set((input.openings ?? []).map((balance) => cycleOf(input, balance)))].sort();
}

function cycleOf(input: EvaluationInput, { cycle }: OpeningBalance): Day {
  return isRolling(renewalOf(input)) ? input.cycle.start : (cycle ?? input.cycle.start);
}

function balancesOf(input: EvaluationInput, cycle: Day): OpeningBalance[] {
  const own = (input.openings ?? []).filter((balance) => cycleOf(input, balance) === cycle);
  const known = own.filter(({ on }) => on <= input.on);
  return known.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** Stated credits less one for each hundredth of a record that stands for them. */
function givingWay(renewal: CreditRenewal, stated: readonly Piece[], records: readonly Lot[]): Piece[] {
  const left = stated.map(({ credits }) => credits);
  for (const piece of records.flatMap(({ pieces }) => pieces)) {
    const candidates = takenFrom(renewal, stated, piece);
    for (let hundredth = 0; hundredth < piece.credits; hundredth += 1) {
      const place = candidates.find((one) => (left[one] ?? 0) > 0);
      if (place === undefined) break;
      left[place] = (left[place] ?? 0) - 1;
    }
  }
  return stated.map((piece, place) => ({ ...piece, credits: left[place] ?? 0 }));
}

/** The places of the stated parts that a record's part takes from, in this order. */
function takenFrom(renewal: CreditRenewal, stated: readonly Piece[], record: Piece): number[] {
  const order: number[] = [];
  for (const category of enclosing(renewal, record.category)) {
    const here = [...stated.keys()].filter((place) => stated[place]?.category === category);
    const shared = here.filter((place) => stated[place]?.marks.some((mark) => record.marks.includes(mark)));
    const plain = here.filter((place) => stated[place]?.marks.length === 0);
    order.push(...shared, ...plain);
  }
  return order;
}
