import type { Basics } from './basics.ts';

const PER = { entry: 'in one entry', day: 'in a day', year: 'in a year', cycle: 'in a cycle' } as const;
const months = (count: number) => (count === 1 ? '1 month' : `${count} months`);

export const rulesWords = ({ date }: Basics) => ({
  title: (short: string) => `The rules of ${short}`,
  which: 'Which certification? Write for example “rules cissp”.',
  renewal: 'Renewal',
  cycle: 'Cycle',
  requirement: (over: string | undefined, per: 'cycle' | 'year' | 'period', severity: 'hard' | 'suggested') => {
    const name = over ?? (per === 'year' ? 'Each year' : 'Total');
    const when = per === 'year' && over !== undefined ? ', each year' : '';
    return severity === 'suggested' ? `${name}${when}, suggested` : `${name}${when}`;
  },
  percent: (percent: number) => `${percent} % of the total`,
  limit: 'Limit',
  atMost: (name: string, amount: string, per: keyof typeof PER) => `${name}: at most ${amount} ${PER[per]}`,
  onceOnly: 'the same course counts once in a cycle',
  conversion: 'Conversion',
  minutes: (count: number, unit: string) => `${count} minutes are 1 ${unit}`,
  step: (step: string) => `in steps of ${step}`,
  firstUnit: (first: string) => `nothing below ${first}`,
  perItem: (amount: string) => `${amount} each`,
  times: (percent: number, isFirstOnly: boolean) =>
    `${percent / 100} × the time${isFirstOnly ? ', the first time only' : ''}`,
  neverCounts: 'never counts',
  renewals: (most: number) => (most === 1 ? 'serves one renewal' : `serves at most ${most} renewals`),
  shownBy: (evidence: string) => `shown by ${evidence}`,
  grace: 'Grace',
  earningGrace: (stretch: string) => `credits may still be earned in the ${stretch} after the cycle`,
  carryOver: 'Carry-over',
  carriesOver: (amount: string, last: number | undefined) =>
    last === undefined ? `at most ${amount}` : `at most ${amount}, of what was earned in the last ${months(last)}`,
  alsoNeeded: 'Also needed',
  fee: 'Fee',
  feeText: (name: string, amount: string, per: 'year' | 'cycle') =>
    `${name}: ${amount} ${per === 'year' ? 'each year' : 'each cycle'}`,
  reporting: 'Reporting',
  paying: 'Paying',
  afterwards: (stretch: string) => `until ${stretch} after the cycle`,
  lapse: 'If it lapses',
  suspended: (stretch: string) => `suspended for ${stretch}, then expired`,
  retention: 'Records',
  keep: (count: number) => `keep them ${months(count)} after the cycle`,
  evidence: 'Evidence',
  accepted: (forms: string) => `accepted: ${forms}`,
  refused: (forms: string) => `refused: ${forms}`,
  shows: (facts: string) => `must show ${facts}`,
  summary: (count: number) => `a summary of at least ${count} words for what was read or watched`,
  files: (most: number, megabytes: number) => `at most ${most} files, ${megabytes} MB together`,
  portal: 'Portal',
  sharing: 'Sharing',
  sharedInFull: (body: string) => `one activity counts for every ${body} certification it fits`,
  renews: (codes: string) => `renewing it renews ${codes} too`,
  needs: (codes: string) => `in force only with ${codes}`,
  onlyIf: (question: string, answers: string) => `only if “${question}” is answered ${answers}`,
  firstCycle: (isIn: boolean) => (isIn ? 'in the first cycle only' : 'not in the first cycle'),
  within: (codes: string) => `runs with ${codes}, inside its total`,
  addOn: (amount: string) => `held with others of its body, it adds ${amount} to the largest total`,
  whatCounts: 'What counts',
  whatCountsFor: (short: string) => `What counts for ${short}`,
  nothingSpecial: 'The body says nothing special of any kind of activity.',
  months,
  dated: (text: string, from: string | undefined, until: string | undefined) => {
    if (from === undefined) return `${text}, until ${date(until ?? '')}`;
    return until === undefined ? `${text}, from ${date(from)}` : `${text}, from ${date(from)} to ${date(until)}`;
  },
  own: 'Your workspace has its own version of these rules.',
  reviewed: (day: string) => `Compared with its sources on ${date(day)}.`,
  stale: (day: string) =>
    `Last compared with its sources on ${date(day)}, more than a year ago: check before you rely on it.`,
  why: 'Why this pace?',
});
