import { type Basics, PER_PERIOD } from '../basics.ts';

export type CapPeriod = 'entry' | 'day' | 'year' | 'cycle';

const records = (count: number) => (count === 1 ? '1 record' : `${count} records`);

export const whyWords = ({ days, span: range, offBy }: Basics) => ({
  title: 'How the pace is calculated',
  noCredits: (short: string) => `${short} doesn’t require credits, so it has no pace. See “rules” for how to renew it.`,
  required: (amount: string) => `${amount} required`,
  claimedLabel: 'Claimed',
  claimed: (amount: string, count: number) => `${amount} in ${records(count)}`,
  carriedLabel: 'Carried over',
  carried: (amount: string) => `${amount} from the previous cycle`,
  stated: (amount: string) => `${amount} stated, not itemised`,
  carriedFromYear: (amount: string) => `${amount} from the year before`,
  cutLabel: 'Not counted',
  cutOutside: (amount: string, count: number) => `${amount} in ${records(count)} outside the counting period`,
  cutOnce: (amount: string, count: number) => `${amount} in ${records(count)}: the same course counts only once`,
  cutCap: (amount: string, count: number, cap: string, limit: string, per: CapPeriod) =>
    `${amount} in ${records(count)} over the limit for ${cap} (${limit} ${PER_PERIOD[per]})`,
  countedLabel: 'Counted',
  counted: (counted: string, required: string) => `${counted} of ${required}`,
  timeLabel: 'Time',
  time: (elapsed: number, total: number, from: string, until: string) =>
    `${elapsed} of ${days(total)} passed (${range(from, until)})`,
  evenLabel: 'Even pace by today',
  even: (expected: string, counted: string, reached: number) =>
    `${expected}. An even pace reaches ${counted} on day ${reached}.`,
  deltaLabel: 'Difference',
  delta: (reached: number, elapsed: number, delta: number) =>
    `${reached} − ${elapsed} = ${delta < 0 ? `−${Math.abs(delta)}` : delta}: ${offBy(delta)}`,
  restLabel: 'Remaining',
  rest: (remaining: string, daysLeft: number, rate: string) => `${remaining} in ${days(daysLeft)}, ${rate} per week`,
  others: 'Other requirements',
  rules: 'View rules',
});
