import { amount, type Unit } from '../basics.ts';

interface DefaultReason {
  readonly name: string;
  readonly kind: string;
  readonly body: string;
  /** Of whose activities alone this is said. */
  readonly provider: string | undefined;
}

interface TimeLimit {
  readonly minutesPerCredit: number;
  readonly percent: number;
  readonly credits: string;
}

interface ItemLimit {
  readonly name: string;
  readonly each: string;
  readonly credits: string;
}

/** Words for the category of a claim, the body's rates, and claims above them. */
export const claimRuleWords = () => ({
  categoryHint: 'Leave empty to use the category of the certification body for this kind of activity, if there is one.',
  askCategory: (body: string) =>
    `Not decided by the rules of ${body}. Select the category that the activity belongs to.`,
  choose: (names: readonly string[]) => `Select one of: ${names.join(', ')}.`,
  byTopic: (name: string, topic: string) => `${name}, because the activity mentions “${topic}”.`,
  byEarlierChoice: (name: string, kind: string, provider: string) =>
    `${name}, because you chose it last time (${provider}, ${kind.toLowerCase()}).`,
  byDefault: ({ name, kind, body, provider }: DefaultReason, hasTopics: boolean) =>
    provider === undefined
      ? `${name}, because ${body} counts “${kind}” there${hasTopics ? ' unless a domain is named' : ''}.`
      : `${name}, because ${body} counts “${kind}” by ${provider} there.`,
  undecided: 'category not decided',
  undecidedNote: 'Without a category, only the total is calculated. You select the category when you log it.',
  item: (short: string) => `${short}: type of item`,
  itemHint: (rates: readonly string[]) => `Each type has its own rate. ${rates.join('; ')}.`,
  countsFor: (short: string, subject: string) => `Counts for ${short}: ${subject}.`,
  onlyIfItFits: (short: string, subject?: string) =>
    `Counts for ${short} only if it fits your work${subject === undefined ? '' : `: ${subject}`}.`,
  doesNotCount: (short: string, subject: string) =>
    `Probably doesn’t count for ${short}: ${subject} isn’t in its domains.`,
  delivered: {
    first: (name: string) => `${name}, for the first time`,
    again: (name: string) => `${name}, given before`,
  },
  isFirstTime: (short: string) => `${short}: given for the first time?`,
  firstTimeHint: 'Leave empty if you gave it before. The higher rate applies to the first time only.',
  cycle: (short: string) => `${short}: cycle`,
  cycleHint:
    'The activity ended in the grace period of the earlier cycle. If left empty, it counts for that cycle while one of its requirements is open, otherwise for the next.',
  items: (short: string) => `${short}: number of items`,
  itemsHint: 'Leave empty for one.',
  badItems: 'Enter a whole number from 1 to 1,000.',
  askItem: (names: readonly string[]) => `Each type of item has its own rate. Select one of: ${names.join(', ')}.`,
  each: (credits: string) => `${credits} each`,
  perTime: (minutesPerCredit: number, unit: Unit) => `${minutesPerCredit} minutes per ${unit.one}`,
  percentOfTime: (percent: number) => `${percent}% of the time`,
  longerThanDays: (days: number) =>
    `${days === 1 ? 'One day has' : `${days} days have`} only ${days * 24} hours. Correct the duration or the last day.`,
  over: (short: string, claimed: string, limit: string) => `${short}: you claim ${claimed}. ${limit}.`,
  limitOfTime: (time: string, { minutesPerCredit, percent, credits }: TimeLimit) =>
    `${time} at ${minutesPerCredit} minutes each${percent === 100 ? '' : `, counted at ${percent}%,`} gives at most ${credits}`,
  limitOfItems: (items: number, { name, each, credits }: ItemLimit) =>
    `${items} × ${each} (${name}) gives at most ${credits}`,
  reason: (short: string) => `${short}: reason for the higher claim`,
  reasonHint: 'Required if you claim more than the rules give. It’s listed in reports.',
  reasonMissing: (claimed: number, limit: string) =>
    `${amount(claimed)} is too high. ${limit}. Correct it, or add the reason in a column “reason for the higher claim”.`,
  claimedMore: (reason: string) => `claimed more than the rules give: ${reason}`,
});
