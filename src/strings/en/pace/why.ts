import type { Basics } from '../basics.ts';

export type CapPeriod = 'entry' | 'day' | 'year' | 'cycle';

const PER: Readonly<Record<CapPeriod, string>> = {
  entry: 'in one entry',
  day: 'in a day',
  year: 'in a year',
  cycle: 'in the cycle',
};

const records = (count: number) => (count === 1 ? '1 record' : `${count} records`);

export const whyWords = ({ days, span: range, offBy }: Basics) => ({
  title: (short: string) => `Why: ${short}`,
  noCredits: (short: string) =>
    `${short} is not renewed by credits, so there is nothing to work out. “rules” says how it is kept.`,
  required: (amount: string) => `${amount} required`,
  claimedLabel: 'Claimed',
  claimed: (amount: string, count: number) => `${amount} in ${records(count)}`,
  carriedLabel: 'Carried over',
  carried: (amount: string) => `${amount} from the cycle before`,
  cutLabel: 'Not counted',
  cutOutside: (amount: string, count: number) => `${amount} in ${records(count)} outside the days that count`,
  cutOnce: (amount: string, count: number) => `${amount} in ${records(count)}: the same course counts once`,
  cutCap: (amount: string, count: number, cap: string, limit: string, per: CapPeriod) =>
    `${amount} in ${records(count)} over the limit for ${cap}, ${limit} ${PER[per]}`,
  countedLabel: 'Counted',
  counted: (counted: string, required: string) => `${counted} of ${required}`,
  timeLabel: 'Time',
  time: (elapsed: number, total: number, from: string, until: string) =>
    `${elapsed.toLocaleString('en')} of ${days(total)} gone by (${range(from, until)})`,
  evenLabel: 'At an even pace',
  even: (expected: string, counted: string, reached: number) =>
    `${expected} would be there by now; ${counted} is where day ${reached.toLocaleString('en')} would be`,
  deltaLabel: 'Difference',
  delta: (reached: number, elapsed: number, delta: number) =>
    `${reached.toLocaleString('en')} − ${elapsed.toLocaleString('en')} = ${delta < 0 ? `−${Math.abs(delta)}` : delta}: ${offBy(delta)}`,
  restLabel: 'Still to do',
  rest: (remaining: string, daysLeft: number, rate: string) => `${remaining} in ${days(daysLeft)}, ${rate} a week`,
  others: 'The other requirements',
  rules: 'The rules',
});
