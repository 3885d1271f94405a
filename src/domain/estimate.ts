import type { Day } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import type { ActivityKind, Conversion, CreditRenewal } from './certification.ts';
import { type Counted, countCredits, type Entry, type HoldingCycle } from './count.ts';
import { type Credits, floorTo, sum } from './credit.ts';

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

/** Minutes as credits by the body's conversion, DOMAIN section 6; nothing when the body's minutes per credit are unknown. */
export function estimateCredits(conversion: Conversion, { minutes, breaks }: Duration): Estimate | undefined {
  const perCredit = conversion.minutesPerCredit?.value;
  if (perCredit === undefined) return undefined;
  const step = conversion.step?.value;
  const attended = Math.max(0, minutes - (breaks ?? likelyBreaks(minutes)));
  const worth = (of: number, by: Credits) => {
    const credits = floorTo(Math.floor((of * 100) / perCredit), by);
    return credits < (conversion.firstUnit?.value ?? 0) ? 0 : credits;
  };
  return {
    low: worth(attended, step ?? WHOLE_CREDIT),
    likely: worth(attended, step ?? QUARTER),
    high: worth(minutes, step ?? QUARTER),
  };
}

/** An estimate cut to the room left under the member's own caps, if the activity were entered last. */
export function cutToRoom(
  renewal: CreditRenewal,
  holding: HoldingCycle,
  entries: readonly Entry[],
  activity: { readonly kind: ActivityKind; readonly end: Day; readonly category: string },
  estimate: Estimate,
): Estimate {
  const before = totalOf(countCredits(renewal, holding, entries));
  const order = Math.max(0, ...entries.map((entry) => entry.order)) + 1;
  const step = renewal.conversion.step?.value;
  const rise = (credits: Credits, by: Credits): Credits => {
    const parts = [{ category: activity.category, credits }];
    const added: Entry = { id: 'estimate', kind: activity.kind, end: activity.end, order, parts };
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
