import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import { type Credits, floorTo } from './credit.ts';
import type { CreditRenewal, Rate } from './credit-rules.ts';
import { inForce } from './sourced-value.ts';

/** The rules of a certification that its estimates follow. */
export type ConversionRules = Pick<CreditRenewal, 'conversion' | 'activities'>;

/** A kind of activity on the day it ended, with the body's item that the member stated. */
export interface RatedActivity {
  readonly kind: ActivityKind;
  readonly end: Day;
  /** The item that the member stated, as `NamedRate` has it. */
  readonly item?: string | undefined;
}

/** The body's name of an activity and its rate; without a rate, the standard conversion applies. */
export interface NamedRate {
  readonly name: string;
  readonly rate: Rate | undefined;
  /** Tells it from the others of a kind: its name, or whether it was given for the first time. */
  readonly item: string;
  /** Of a rate for the first delivery alone: whether this is that one or a later one. */
  readonly delivered?: 'first' | 'again';
}

/** How time becomes credits; absent values are unknown. */
export interface TimeConversion {
  readonly minutesPerCredit: number;
  /** 100, or the percentage at which time counts. */
  readonly percent: number;
  readonly step: Credits | undefined;
  readonly firstUnit: Credits;
}

const STANDARD: readonly NamedRate[] = [{ name: '', item: '', rate: undefined }];

/** Returns the rates that the answers leave open: that of the stated item, or all of the kind. */
export function ratesOf(rules: ConversionRules, { kind, end, item }: RatedActivity): readonly NamedRate[] {
  const rated = rules.activities
    .filter(({ kinds, counts }) => kinds.includes(kind) && counts === undefined)
    .flatMap(({ name, rate }) => byDelivery(name, inForce(rate, end)?.value));
  if (rated.every(({ rate }) => rate === undefined)) return STANDARD;
  const stated = rated.filter((one) => one.item === item);
  return stated.length > 0 ? stated : rated;
}

/** A rate for the first delivery alone is two: later deliveries get no multiple of the time, and nothing where it was none. */
function byDelivery(name: string, rate: Rate | undefined): readonly NamedRate[] {
  if (rate === undefined || !('firstTimeOnly' in rate)) return [{ name, item: name, rate }];
  const again = { percentOfTime: rate.percentOfTime > 100 ? 100 : 0 };
  return [
    { name, item: `first ${name}`, rate, delivered: 'first' },
    { name, item: `again ${name}`, rate: again, delivered: 'again' },
  ];
}

/**
 * Returns the rate that applies, or undefined when several do. Where only the first delivery is open, it is that of a later one: to take it
 * for the first would claim more than may be due.
 */
export function singleRate(rates: readonly NamedRate[]): NamedRate | undefined {
  const [first, ...others] = rates;
  const isSame = ({ rate }: NamedRate) => JSON.stringify(rate) === JSON.stringify(first?.rate);
  if (others.every(isSame)) return first;
  return isDeliveryAlone(rates) ? rates.find(({ delivered }) => delivered === 'again') : undefined;
}

/** Whether rates differ only in whether the activity was given for the first time. */
export function isDeliveryAlone(rates: readonly NamedRate[]): boolean {
  return rates.length === 2 && rates.every(({ name, delivered }) => delivered !== undefined && name === rates[0]?.name);
}

/** Returns the items of a kind that the member is asked to choose from; empty when one rate applies to all of them. */
export function itemsToAsk(rules: ConversionRules, { kind, end }: RatedActivity): readonly NamedRate[] {
  const rates = ratesOf(rules, { kind, end });
  return singleRate(rates) === undefined || isDeliveryAlone(rates) ? rates : [];
}

/** Whether the body gives a fixed value per item to activities of a kind. */
export function countsItems(rules: ConversionRules, activity: RatedActivity): boolean {
  return ratesOf(rules, activity).some(({ rate }) => rate !== undefined && 'perItem' in rate);
}

/** Returns how time converts at a rate; undefined if the minutes per credit are unknown. Fixed values convert by the standard. */
export function timeConversion(
  { conversion }: Pick<CreditRenewal, 'conversion'>,
  rate: Rate | undefined,
  on: Day,
): TimeConversion | undefined {
  const own = rate !== undefined && 'minutesPerCredit' in rate ? rate : undefined;
  const minutesPerCredit = own?.minutesPerCredit ?? inForce(conversion.minutesPerCredit, on)?.value;
  if (minutesPerCredit === undefined) return undefined;
  return {
    minutesPerCredit,
    percent: rate !== undefined && 'percentOfTime' in rate ? rate.percentOfTime : 100,
    step: own?.step ?? inForce(conversion.step, on)?.value,
    firstUnit: own?.firstUnit ?? inForce(conversion.firstUnit, on)?.value ?? 0,
  };
}

/** Converts minutes to credits in steps of `step`; 0 below the first unit. */
export function creditsForTime(minutes: number, conversion: TimeConversion, step: Credits): Credits {
  const exact = Math.floor((minutes * conversion.percent) / conversion.minutesPerCredit);
  const credits = floorTo(exact, step);
  return credits < conversion.firstUnit ? 0 : credits;
}
