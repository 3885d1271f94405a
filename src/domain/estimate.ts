import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import { type Counted, countCredits } from './count-credits.ts';
import { type Credits, floorTo, sum } from './credit.ts';
import type { CreditRenewal, Rate } from './credit-rules.ts';
import type { CountedHolding, Entry } from './holding.ts';
import { inForce } from './sourced-value.ts';

/** The estimated credits of an activity: low, likely and high. */
export interface Estimate {
  readonly low: Credits;
  readonly likely: Credits;
  readonly high: Credits;
}

/** The length of an activity in minutes; `breaks` is absent if not stated. */
export interface Duration {
  readonly minutes: number;
  readonly breaks?: number;
}

const QUARTER: Credits = 25;
const WHOLE_CREDIT: Credits = 100;

/** The facts of an activity that its credits depend on. */
export interface Estimable {
  readonly kind: ActivityKind;
  readonly end: Day;
}

/**
 * Converts minutes to credits by the body's rule in force when the activity ended, docs/domain.md section 6. Returns undefined if the
 * minutes per credit are unknown.
 */
export function estimateCredits(
  renewal: Pick<CreditRenewal, 'conversion' | 'activities'>,
  { kind, end }: Estimable,
  { minutes, breaks }: Duration,
): Estimate | undefined {
  const { conversion } = renewal;
  const rate = rateOf(renewal, kind, end);
  if (rate !== undefined && 'perItem' in rate) return { low: rate.perItem, likely: rate.perItem, high: rate.perItem };
  const standard = inForce(conversion.minutesPerCredit, end)?.value;
  const perCredit = rate !== undefined && 'minutesPerCredit' in rate ? rate.minutesPerCredit : standard;
  if (perCredit === undefined) return undefined;
  const percent = rate !== undefined && 'percentOfTime' in rate ? rate.percentOfTime : 100;
  const step = inForce(conversion.step, end)?.value;
  const firstUnit = inForce(conversion.firstUnit, end)?.value ?? 0;
  const attended = Math.max(0, minutes - (breaks ?? likelyBreaks(minutes)));
  const convert = (time: number, by: Credits) => {
    const credits = floorTo(Math.floor((time * percent) / perCredit), by);
    return credits < firstUnit ? 0 : credits;
  };
  return {
    low: convert(attended, step ?? WHOLE_CREDIT),
    likely: convert(attended, step ?? QUARTER),
    high: convert(minutes, step ?? QUARTER),
  };
}

/** The body's own rate for a kind of activity; undefined if the standard conversion applies. */
function rateOf({ activities }: Pick<CreditRenewal, 'activities'>, kind: ActivityKind, on: Day): Rate | undefined {
  const rule = activities.find(({ kinds, rate }) => kinds.includes(kind) && rate !== undefined);
  return inForce(rule?.rate, on)?.value;
}

/** Returns an estimate cut to the room left under the caps, as if the activity were entered last. */
export function cutToRoom(
  holding: CountedHolding,
  activity: Estimable & { readonly start: Day; readonly category: string; readonly marks: readonly string[] },
  estimate: Estimate,
): Estimate {
  const { renewal, entries } = holding;
  const before = totalOf(countCredits(holding));
  const order = Math.max(0, ...entries.map((entry) => entry.order)) + 1;
  const step = inForce(renewal.conversion.step, activity.end)?.value;
  const rise = (credits: Credits, by: Credits): Credits => {
    const parts = [{ category: activity.category, credits }];
    const { kind, start, end, marks } = activity;
    const added: Entry = { id: 'estimate', kind, start, end, order, parts, marks };
    const after = totalOf(countCredits({ ...holding, entries: [...entries, added] }));
    return floorTo(Math.max(0, after - before), step ?? by);
  };
  return {
    low: rise(estimate.low, WHOLE_CREDIT),
    likely: rise(estimate.likely, QUARTER),
    high: rise(estimate.high, QUARTER),
  };
}

function totalOf(counted: Counted): Credits {
  return sum((counted.cyclic.get(WHOLE) ?? []).map((contribution) => contribution.credits));
}

/** Assumes a break of ten minutes for each full hour above two. */
function likelyBreaks(minutes: number): number {
  return 10 * Math.max(0, Math.floor((minutes - 120) / 60));
}
