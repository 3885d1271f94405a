import type { ActivityKind, Delivery } from './activity-kinds.ts';
import {
  type ConversionRules,
  creditsForTime,
  type RatedActivity,
  ratesOf,
  singleRate,
  type TimeConversion,
  timeConversion,
} from './activity-rates.ts';
import { type Day, daysBetween } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import { type Counted, countCredits, settledOpenings } from './count-credits.ts';
import { type Credits, floorTo, sum } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
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
export interface Estimable extends RatedActivity {
  readonly delivery?: Delivery | '' | undefined;
  /** The first of its days; absent if it took one. */
  readonly start?: Day | undefined;
  /** The number of items, where the body gives a value per item; 1 if not stated. */
  readonly items?: number | undefined;
}

/**
 * Converts minutes to credits by the body's rule in force when the activity ended, docs/domain.md section 6. Returns undefined if the
 * minutes per credit are unknown, or if the body has several rates and it isn't known which applies.
 */
export function estimateCredits(
  renewal: ConversionRules,
  activity: Estimable,
  { minutes, breaks }: Duration,
): Estimate | undefined {
  const { end, start = end, items = 1 } = activity;
  const single = singleRate(ratesOf(renewal, activity));
  if (single === undefined) return undefined;
  const { rate } = single;
  const conversion = timeConversion(renewal, rate, end);
  if (rate !== undefined && 'perItem' in rate) {
    const credits = isTooShort({ ...activity, minutes }, conversion) ? 0 : rate.perItem * items;
    return { low: credits, likely: credits, high: credits };
  }
  if (conversion === undefined) return undefined;
  const { step } = conversion;
  const attended = Math.max(0, minutes - (breaks ?? likelyBreaks(minutes, daysBetween(start, end) + 1)));
  return {
    low: creditsForTime(attended, conversion, step ?? WHOLE_CREDIT),
    likely: creditsForTime(attended, conversion, step ?? QUARTER),
    high: creditsForTime(minutes, conversion, step ?? QUARTER),
  };
}

/** The kinds whose items take time; an exam passed or a membership takes none. */
const TIMED_KINDS: readonly ActivityKind[] = ['reading', 'self-study', 'webinar', 'podcast', 'nano-learning'];

/** Whether an item with a fixed value was too short to be worth it: its minutes give no credit by the standard conversion. */
export function isTooShort(
  { kind, minutes }: { readonly kind: ActivityKind; readonly minutes: number },
  conversion: TimeConversion | undefined,
): boolean {
  if (conversion === undefined || !TIMED_KINDS.includes(kind)) return false;
  return creditsForTime(minutes, conversion, conversion.step ?? QUARTER) === 0;
}

/** What is entered last, in one part. */
type LastActivity = Estimable & { readonly start: Day; readonly category: string; readonly marks: readonly string[] };

/** Returns an estimate cut to the room left under the caps, as if the activity were entered last and opening balances stayed as they are. */
export function cutToRoom(holding: CountedHolding, activity: LastActivity, estimate: Estimate): Estimate {
  const rise = riseOf(holding);
  return inSteps(estimate, { renewal: holding.renewal, on: activity.end, rise: (credits) => rise(activity, credits) });
}

/** Returns by how much one more activity of some credits raises what counts in total; what is the same for all activities is counted once. */
export function riseOf(holding: CountedHolding): (activity: LastActivity, credits: Credits) => Credits {
  const { entries } = holding;
  const openings = settledOpenings(holding);
  const before = totalOf(countCredits({ ...holding, openings }));
  const order = Math.max(0, ...entries.map((entry) => entry.order)) + 1;
  return ({ kind, delivery, start, end, category, marks }, credits) => {
    const parts = [{ category, credits, marks }];
    const added: Entry = { id: 'estimate', kind, delivery, start, end, order, parts };
    return Math.max(0, totalOf(countCredits({ ...holding, openings, entries: [...entries, added] })) - before);
  };
}

interface Rounding {
  readonly renewal: Pick<CreditRenewal, 'conversion'>;
  readonly on: Day;
  /** By how much credits raise the total. */
  readonly rise: (credits: Credits) => Credits;
}

/** Returns what of an estimate counts, rounded down to the steps in force on a day. */
export function inSteps({ low, likely, high }: Estimate, { renewal, on, rise }: Rounding): Estimate {
  const step = inForce(renewal.conversion.step, on)?.value;
  return {
    low: floorTo(rise(low), step ?? WHOLE_CREDIT),
    likely: floorTo(rise(likely), step ?? QUARTER),
    high: floorTo(rise(high), step ?? QUARTER),
  };
}

function totalOf(counted: Counted): Credits {
  return sum((counted.cyclic.get(WHOLE) ?? []).map((contribution) => contribution.credits));
}

/** Assumes a break of ten minutes for each full hour above two on a day. The minutes are spread evenly over the days. */
function likelyBreaks(minutes: number, days: number): number {
  const perDay = Math.floor(minutes / days);
  const longer = minutes % days;
  const breaksOn = (time: number) => 10 * Math.max(0, Math.floor((time - 120) / 60));
  return (days - longer) * breaksOn(perDay) + longer * breaksOn(perDay + 1);
}
