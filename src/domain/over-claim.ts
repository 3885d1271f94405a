import {
  type ConversionRules,
  creditsForTime,
  type NamedRate,
  type RatedActivity,
  ratesOf,
  timeConversion,
} from './activity-rates.ts';
import type { Credits } from './credit.ts';
import { isTooShort } from './estimate.ts';

/** The activity of a claim as it was stated. */
export interface ClaimedActivity extends RatedActivity {
  readonly minutes?: number | undefined;
  /** The number of items, where the body gives a value per item. */
  readonly items?: number | undefined;
}

/** The most that the body's rules give for an activity, and how it is calculated. */
export type ClaimLimit =
  | {
      readonly kind: 'time';
      readonly credits: Credits;
      readonly minutes: number;
      readonly minutesPerCredit: number;
      /** 100, or the percentage at which time counts. */
      readonly percent: number;
    }
  | {
      readonly kind: 'items';
      readonly credits: Credits;
      readonly items: number;
      readonly each: Credits;
      readonly name: string;
    };

/**
 * Returns the most that the body gives for the stated minutes or items at the best rate the answers leave open, docs/domain.md section 4.
 * Returns undefined when that isn't known.
 */
export function claimLimit(rules: ConversionRules, activity: ClaimedActivity): ClaimLimit | undefined {
  const limits = ratesOf(rules, activity).map((rate) => limitAt(rate, rules, activity));
  let best: ClaimLimit | undefined;
  for (const limit of limits) {
    // An unknown rate may be the best one.
    if (limit === undefined) return undefined;
    if (best === undefined || limit.credits > best.credits) best = limit;
  }
  return best;
}

function limitAt(
  { name, rate }: NamedRate,
  rules: ConversionRules,
  { kind, end, minutes, items = 1 }: ClaimedActivity,
): ClaimLimit | undefined {
  const conversion = timeConversion(rules, rate, end);
  if (rate !== undefined && 'perItem' in rate) {
    const isWorthless = minutes !== undefined && isTooShort({ kind, minutes }, conversion);
    const credits = isWorthless ? 0 : rate.perItem * items;
    return { kind: 'items', credits, items, each: rate.perItem, name };
  }
  if (conversion === undefined || minutes === undefined) return undefined;
  const { minutesPerCredit, percent, step = 1 } = conversion;
  return { kind: 'time', credits: creditsForTime(minutes, conversion, step), minutes, minutesPerCredit, percent };
}
