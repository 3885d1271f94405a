import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import { type Counted, countCredits } from './count.ts';
import { type Credits, floorTo, sum } from './credit.ts';
import type { CreditRenewal, Rate } from './credit-rules.ts';
import type { Entry, HoldingCycle } from './holding.ts';
import { inForce } from './sourced.ts';

/** What an activity may be worth, in hundredths: low, likely and high; never a fact. */
export interface Estimate {
  readonly low: Credits;
  readonly likely: Credits;
  readonly high: Credits;
}

/** Minutes of an activity; `breaks` is absent when nobody stated any. */
export interface Duration {
  readonly minutes: number;
  readonly breaks?: number;
}

const QUARTER: Credits = 25;
const WHOLE_CREDIT: Credits = 100;

/** What an activity is, as far as its worth depends on it. */
export interface Estimable {
  readonly kind: ActivityKind;
  readonly end: Day;
}

/**
 * Minutes as credits by the body's conversion in force on the day the activity ended, docs/domain.md section 6; nothing when the body's
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
  const fallback = inForce(conversion.minutesPerCredit, end)?.value;
  const perCredit = rate !== undefined && 'minutesPerCredit' in rate ? rate.minutesPerCredit : fallback;
  if (perCredit === undefined) return undefined;
  const percent = rate !== undefined && 'percentOfTime' in rate ? rate.percentOfTime : 100;
  const step = inForce(conversion.step, end)?.value;
  const firstUnit = inForce(conversion.firstUnit, end)?.value ?? 0;
  const attended = Math.max(0, minutes - (breaks ?? likelyBreaks(minutes)));
  const worth = (of: number, by: Credits) => {
    const credits = floorTo(Math.floor((of * percent) / perCredit), by);
    return credits < firstUnit ? 0 : credits;
  };
  return {
    low: worth(attended, step ?? WHOLE_CREDIT),
    likely: worth(attended, step ?? QUARTER),
    high: worth(minutes, step ?? QUARTER),
  };
}

/** How the body finds the worth of a kind of activity, where it is not the usual conversion. */
function rateOf({ activities }: Pick<CreditRenewal, 'activities'>, kind: ActivityKind, on: Day): Rate | undefined {
  const rule = activities.find(({ kinds, rate }) => kinds.includes(kind) && rate !== undefined);
  return inForce(rule?.rate, on)?.value;
}

/** An estimate cut to the room left under the member's own caps, if the activity were entered last. */
export function cutToRoom(
  renewal: CreditRenewal,
  holding: HoldingCycle,
  entries: readonly Entry[],
  activity: Estimable & { readonly start: Day; readonly category: string; readonly marks: readonly string[] },
  estimate: Estimate,
): Estimate {
  const before = totalOf(countCredits(renewal, holding, entries));
  const order = Math.max(0, ...entries.map((entry) => entry.order)) + 1;
  const step = inForce(renewal.conversion.step, activity.end)?.value;
  const rise = (credits: Credits, by: Credits): Credits => {
    const parts = [{ category: activity.category, credits }];
    const { kind, start, end, marks } = activity;
    const added: Entry = { id: 'estimate', kind, start, end, order, parts, marks };
    const after = totalOf(countCredits(renewal, holding, [...entries, added]));
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

/** Ten minutes for each full hour above two, when none are stated. */
function likelyBreaks(minutes: number): number {
  return 10 * Math.max(0, Math.floor((minutes - 120) / 60));
}
