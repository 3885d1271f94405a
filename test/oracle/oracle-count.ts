import type { CutFigures, EvaluationInput } from '../../src/domain/evaluate.ts';
import { liesIn } from './oracle-calendar.ts';
import { applyDayCaps, applyStep, type CapBook, capsInOrder, withoutOuter } from './oracle-caps.ts';
import { creditsOf, endedLots, inOrderOfEnd, isInside, type Lot, onceOnly, piecesOf } from './oracle-lots.ts';
import { requiredTotal } from './oracle-new-holder.ts';
import { cyclesWithOpenings, openingLots } from './oracle-opening.ts';
import type { Place } from './oracle-requirements.ts';
import { firstEarningDay, lastEarningDay, renewalOf } from './oracle-rules.ts';
import { yearNumber, yearsOf } from './oracle-years.ts';

/** Everything that figures are made of. */
export interface Count {
  readonly book: CapBook;
  /**
   * Carry-over, opening balances and records of the cycle after the caps per entry and day, in the order they are
   * taken.
   */
  readonly cycleLots: readonly Lot[];
  /** Records and opening balances of all cycles, for requirements with a period of their own. */
  readonly periodLots: readonly Lot[];
  readonly cuts: readonly CutFigures[];
}

/** Counts the credits of a holding. */
export function countOf(input: EvaluationInput): Count {
  const book: CapBook = {
    renewal: renewalOf(input),
    caps: capsInOrder(input),
    total: requiredTotal(input) || undefined,
    years: yearsOf(input),
  };
  const ended = endedLots(input);
  const { records, cuts } = cycleRecords(input, book, ended);
  const openings = openingLots(input, input.cycle.start, records);
  const inCycle = openings.filter(({ end }) => liesIn(end, input.cycle));
  const cycleLots = [...carriedOver(input), ...inOrderOfEnd([...inCycle, ...records])];
  const byYear = applyStep(book, 'year', cycleLots);
  const byCycle = applyStep(book, 'cycle', byYear.lots);
  return {
    book,
    cycleLots,
    periodLots: lotsForPeriods(input, book, ended),
    cuts: [...cuts, ...byYear.cuts, ...byCycle.cuts],
  };
}

/** The records of the evaluated cycle after steps 1 to 3, and what these cut. */
function cycleRecords(
  input: EvaluationInput,
  book: CapBook,
  ended: readonly Lot[],
): { readonly records: readonly Lot[]; readonly cuts: readonly CutFigures[] } {
  const earning = { start: firstEarningDay(input), end: lastEarningDay(book.renewal, input.cycle) };
  const own = ended.filter(({ cycle }) => cycle === input.cycle.start);
  const inside = own.filter(({ end }) => liesIn(end, earning));
  const once = onceOnly(book.renewal, inside);
  const byEntry = applyStep(book, 'entry', once);
  const byDay = applyDayCaps(book, byEntry.lots);
  const cuts = [
    ...own.filter((lot) => !inside.includes(lot)).map((lot) => wholeCut(lot, 'outside')),
    ...inside.filter((lot) => !once.includes(lot)).map((lot) => wholeCut(lot, 'once-only')),
    ...byEntry.cuts,
    ...byDay.cuts,
  ];
  return { records: byDay.lots, cuts };
}

function wholeCut(lot: Lot, kind: 'outside' | 'once-only'): CutFigures {
  return { entry: lot.id, credits: creditsOf(lot), reason: { kind } };
}

function carriedOver({ cycle, carryOver, on }: EvaluationInput): Lot[] {
  if (on < cycle.start || carryOver.length === 0) return [];
  const { start } = cycle;
  const pieces = piecesOf(carryOver, []);
  return [{ id: 'carry-over', source: 'carry-over', start, end: start, day: start, cycle: start, course: '', pieces }];
}

function lotsForPeriods(input: EvaluationInput, book: CapBook, ended: readonly Lot[]): Lot[] {
  const once = onceOnly(book.renewal, ended);
  const records = applyDayCaps(book, applyStep(book, 'entry', once).lots).lots;
  const openings = cyclesWithOpenings(input).flatMap((cycle) => openingLots(input, cycle, records));
  return [...openings, ...records];
}

/** The lots that make up the figure of a requirement, with only those parts that count to it. */
export function figureLots(count: Count, { rule, window, year }: Place): Lot[] {
  const lots = rule.per === 'period' ? count.periodLots.filter(({ end }) => liesIn(end, window)) : leftOf(count, rule);
  const inWindow = year === undefined ? lots : lots.filter(({ end }) => yearNumber(count.book.years, end) === year);
  const { renewal } = count.book;
  const kept = inWindow.filter(({ kind }) => !rule.exceptKinds?.some((one) => one === kind));
  return kept.map((lot) => {
    const pieces = lot.pieces.filter(({ category, marks }) =>
      rule.mark === undefined ? isInside(renewal, category, rule.category) : marks.includes(rule.mark),
    );
    return { ...lot, pieces };
  });
}

/**
 * What the caps per year, and for the cycle those per cycle, leave; in the step that a figure is taken from, those of outer categories do not
 * lower an inner one.
 */
function leftOf({ book, cycleLots }: Count, { per, category, mark }: Place['rule']): readonly Lot[] {
  const own = category === undefined || mark !== undefined ? book : withoutOuter(book, category);
  if (per === 'year') return applyStep(own, 'year', cycleLots).lots;
  return applyStep(own, 'cycle', applyStep(book, 'year', cycleLots).lots).lots;
}
