import type { Cap, CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { CutFigures, EvaluationInput } from '../../src/domain/evaluate.ts';
import { eachDay } from './oracle-calendar.ts';
import { creditsOf, enclosing, isInside, type Lot, type Piece } from './oracle-lots.ts';
import { inCredits, renewalOf, valueOn, verdictOn } from './oracle-rules.ts';
import { type CycleYear, yearNumber } from './oracle-years.ts';

/** What the caps of a holding go by. */
export interface CapBook {
  readonly renewal: CreditRenewal;
  /** Those that hold, in the order in which they apply inside one step. */
  readonly caps: readonly Cap[];
  /** The required total of which percentages are taken. */
  readonly total: number | undefined;
  readonly years: readonly CycleYear[];
}

/** What is left of some lots, and what was cut. */
export interface CapResult {
  readonly lots: readonly Lot[];
  readonly cuts: readonly CutFigures[];
}

/** The caps that hold for a holding, in the order in which they apply inside one step. */
export function capsInOrder(input: EvaluationInput): Cap[] {
  const renewal = renewalOf(input);
  const holding = renewal.caps.filter(({ when }) => verdictOn(input, when) === 'holds');
  const byActivity = holding.filter(isOverActivity);
  const byMark = holding.filter((cap) => !isOverActivity(cap) && cap.mark !== undefined);
  const others = holding.filter((cap) => !byActivity.includes(cap) && !byMark.includes(cap));
  const categories = renewal.categories.map(({ code }) => code);
  const deepest = categories.length + 1;
  const ordered: Cap[] = [];
  for (let depth = deepest; depth > 1; depth -= 1) {
    const level = categories.filter((code) => enclosing(renewal, code).length === depth);
    ordered.push(...level.flatMap((code) => others.filter(({ category }) => category === code)));
  }
  const overAll = others.filter(({ category }) => category === undefined || category === 'total');
  return [...byActivity, ...byMark, ...ordered, ...overAll];
}

/** Whether a cap is over kinds of activity or deliveries. */
function isOverActivity({ kinds, deliveries }: Cap): boolean {
  return kinds !== undefined || deliveries !== undefined;
}

/** The caps without those that are only over a category strictly around the given one. */
export function withoutOuter(book: CapBook, category: string): CapBook {
  const around = enclosing(book.renewal, category).slice(1);
  const caps = book.caps.filter((cap) => {
    const overCategory = !isOverActivity(cap) && cap.mark === undefined;
    return !overCategory || !around.includes(cap.category ?? 'total');
  });
  return { ...book, caps };
}

/** Applies all caps of one step, each on what the one before left. */
export function applyStep(book: CapBook, per: Cap['per'], lots: readonly Lot[]): CapResult {
  let left = lots;
  const cuts: CutFigures[] = [];
  for (const cap of book.caps.filter((one) => one.per === per)) {
    const result = applyCap(book, cap, left);
    left = result.lots;
    cuts.push(...result.cuts);
  }
  return { lots: left, cuts };
}

/** Caps per day: each part of a lot of several days is spread over them. */
export function applyDayCaps(book: CapBook, lots: readonly Lot[]): CapResult {
  const slices = lots.flatMap(spread);
  const result = applyStep(book, 'day', slices);
  const together = lots.map((lot) => {
    const own = result.lots.filter(({ id }) => id === lot.id);
    const pieces = lot.pieces.map((piece, place) => ({
      ...piece,
      credits: own.reduce((sum, slice) => sum + (slice.pieces[place]?.credits ?? 0), 0),
    }));
    return { ...lot, pieces };
  });
  return { lots: together, cuts: result.cuts };
}

/** One lot a day: the hundredths of each part are dealt out evenly, the odd ones to the first days. */
function spread(lot: Lot): Lot[] {
  const days = eachDay(lot.start, lot.end);
  return days.map((day, place) => {
    const pieces = lot.pieces.map((piece) => {
      const odd = piece.credits % days.length;
      return { ...piece, credits: (piece.credits - odd) / days.length + (place < odd ? 1 : 0) };
    });
    return { ...lot, day, pieces };
  });
}

/** Applies one cap to lots in the order in which they are taken: what comes later is cut. */
function applyCap(book: CapBook, cap: Cap, lots: readonly Lot[]): CapResult {
  const used = new Map<string, number>();
  const cutOf = new Map<string, CutFigures>();
  const left = lots.map((lot) => {
    if (!concerns(cap, lot)) return lot;
    const span = spanOf(book, cap, lot);
    const before = used.get(span) ?? 0;
    const asked = creditsOf({ ...lot, pieces: lot.pieces.filter((piece) => looksAt(book, cap, piece)) });
    const limit = inCredits(valueOn(cap.limit, lot.end), book.total);
    const given = limit === undefined ? asked : Math.min(asked, Math.max(0, limit - before));
    used.set(span, before + given);
    if (limit === undefined || given === asked) return lot;
    const credits = asked - given + (cutOf.get(lot.id)?.credits ?? 0);
    cutOf.set(lot.id, { entry: lot.id, credits, reason: { kind: 'cap', name: cap.name, per: cap.per, limit } });
    return cutFrom(book.renewal, lot, { excess: asked - given, from: (piece) => looksAt(book, cap, piece) });
  });
  return { lots: left, cuts: [...cutOf.values()] };
}

/** The entry, day, year or cycle whose credits share one limit with those of a lot. */
function spanOf({ years }: CapBook, { per }: Cap, lot: Lot): string {
  if (per === 'entry') return lot.id;
  if (per === 'day') return lot.day;
  return per === 'year' ? `year ${yearNumber(years, lot.end)}` : 'cycle';
}

function concerns(cap: Cap, { source, kind, delivery }: Lot): boolean {
  if (source !== 'activity') return !isOverActivity(cap) && cap.per !== 'entry' && cap.per !== 'day';
  const fits = cap.kinds === undefined || cap.kinds.some((one) => one === kind);
  return fits && (cap.deliveries === undefined || cap.deliveries.some((one) => one === delivery));
}

function looksAt({ renewal }: CapBook, cap: Cap, piece: Piece): boolean {
  return isInside(renewal, piece.category, cap.category) && (cap.mark === undefined || piece.marks.includes(cap.mark));
}

/** How much is taken from which parts. */
interface Excess {
  readonly excess: number;
  readonly from: (piece: Piece) => boolean;
}

/** Cuts parts of one lot: the last category first, in it what has no mark first, then what was entered last. */
function cutFrom(renewal: CreditRenewal, lot: Lot, { excess, from }: Excess): Lot {
  const credits = lot.pieces.map((piece) => piece.credits);
  let left = excess;
  for (const place of cutOrder(renewal, lot.pieces)) {
    const piece = lot.pieces[place];
    if (piece === undefined || !from(piece)) continue;
    const taken = Math.min(left, piece.credits);
    credits[place] = piece.credits - taken;
    left -= taken;
  }
  return { ...lot, pieces: lot.pieces.map((piece, place) => ({ ...piece, credits: credits[place] ?? 0 })) };
}

/** The places of parts in the order in which they are cut; the total stands before all categories. */
function cutOrder({ categories }: CreditRenewal, pieces: readonly Piece[]): number[] {
  const order: number[] = [];
  const codes = ['total', ...categories.map(({ code }) => code)].reverse();
  for (const code of codes) {
    for (const marked of [false, true]) {
      for (let place = pieces.length - 1; place >= 0; place -= 1) {
        const piece = pieces[place];
        if (piece?.category === code && piece.marks.length > 0 === marked) order.push(place);
      }
    }
  }
  return order;
}
