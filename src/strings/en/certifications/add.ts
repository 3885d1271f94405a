import type { Basics } from '../basics.ts';

export const addWords = ({ date, list }: Basics) => ({
  title: 'Add a certification',
  submit: 'Next',
  certification: 'Certification',
  certificationHint: 'Type to search, for example CISSP or Security+. To add several at once, type “add cissp, cism”.',
  number: 'Certificate number',
  start: 'Certified on',
  startHint: 'The current cycle is calculated from this date.',
  expiry: 'Expiry date',
  expiryHint: 'As printed on the certificate. This date takes precedence.',
  whichOne: (typed: string, count: number) =>
    count === 1
      ? `“${typed}” isn’t in the catalogue. Did you mean this one?`
      : `“${typed}” can mean ${count} certifications. Which one?`,
  whichHint: 'If it isn’t listed, type “add” and a longer name. An admin can add a certification with “customise”.',
  unknown: (typed: string, nearest: string | undefined) =>
    nearest === undefined
      ? `“${typed}” isn’t in the catalogue. Try its short name, for example CISSP. An admin can add it with “customise ${typed}”.`
      : `“${typed}” isn’t in the catalogue. Did you mean ${nearest}?`,
  choose: 'Choose',
  moreCandidates: (count: number) => `${count} more not shown. Type a longer name to narrow the list.`,
  needsDate: 'Enter one of these dates',
  needsBoth: (short: string) => `The cycle length of ${short} is unknown. Enter both dates.`,
  needsExpiry: (anchor: CycleAnchor | undefined, short: string) => {
    if (anchor === 'parent')
      return `${short} has the same cycle as the certification it belongs to. Enter the expiry date of that certification.`;
    if (anchor === 'fixed-day')
      return `The cycles of ${short} end on a fixed date, but the year isn’t known. Enter the expiry date printed on the certificate.`;
    if (anchor === 'birth-month' || anchor === 'rolling')
      return `The cycle of ${short} ends with your birth month, which recert doesn’t store. Enter the expiry date printed on the certificate.`;
    return `The cycle length of ${short} is unknown. Enter the expiry date printed on the certificate too.`;
  },
  startDecides: (short: string, lower: readonly string[]) =>
    `Enter the day you earned ${short} to see whether it renews ${list(lower)}. You can add it later with “edit ${short}”.`,
  startInFuture: (day: string) => `${date(day)} is in the future. Enter today or an earlier date.`,
  expiryBeforeStart: (start: string) => `The expiry date is before ${date(start)}. Enter a later date.`,
  twice: (short: string) => `You already have ${short}. See it with “certs”.`,
  confirmTitle: 'Is this your cycle?',
  confirmSubmit: 'Add',
  confirmIntro: (short: string, rule: string) => `${short}: ${rule} Change the dates if your certificate shows others.`,
  cycleStart: 'Cycle start',
  cycleEnd: 'Cycle end',
  tooShort: 'The cycle is too short. Enter at least 28 days.',
  tooLong: 'The cycle is too long. Enter at most 10 years.',
  renews: 'Also renews',
  renewsHint: 'Deselect what it doesn’t renew.',
  renewsUntil: (before: string, after: string) =>
    before === after ? `stays until ${date(after)}` : `until ${date(after)} instead of ${date(before)}`,
  rule: (anchor: CycleAnchor | undefined, months: number | undefined) =>
    anchor === undefined || months === undefined ? 'The cycle length is unknown.' : ANCHORS[anchor](length(months)),
  added: (shorts: readonly string[]) => `${list(shorts)} added`,
  tooMany: (max: number) => `Add at most ${max} certifications at once.`,
  yearsMoved:
    'You changed the cycle, so the years of the amounts changed too. Check the amounts, then send the form again.',
  pendingLine: (line: string) => `First add the certification it counts for. “${line}” is kept and comes next.`,
  nextLine: (line: string) => `Next: “${line}”`,
  logPending: 'Log what you typed',
  cycle: 'Cycle',
  expires: 'Expires',
  neverExpires: 'Never expires. No renewal is needed.',
  log: 'Log credits',
});

export const removeWords = () => ({
  which: 'The certification is missing. Type its name, for example “remove cissp”.',
  claimed: (short: string) => `${short} wasn’t removed because credits are logged for it. Delete those records first.`,
  removed: (short: string) => `${short} removed`,
  text: 'It had no credits. You can add it again at any time.',
});

export const certsWords = ({ date }: Basics) => ({
  title: 'Your certifications',
  none: 'You haven’t added a certification yet.',
  add: 'Add a certification',
  detail: 'Details',
  number: (number: string) => `No. ${number}`,
  carriedBy: (short: string) => `counts towards the total of ${short}`,
  earnBy: (day: string) => `earn by ${date(day)}`,
  earnByOrInGrace: (end: string, day: string) =>
    `earn by ${date(end)}, the end of the cycle (with the grace period: until ${date(day)})`,
  earnInGrace: (day: string) => `earn by ${date(day)}, the last day of the grace period`,
  reportBy: (day: string) => `report by ${date(day)}`,
  payBy: (day: string, fee: string, amount: string) => `${fee}: pay ${amount} by ${date(day)}`,
  onceFor: (list: string) => `once for ${list} together`,
  expires: (day: string) => `expires ${date(day)}`,
  inGrace: (day: string) => `in grace period until ${date(day)}`,
  suspended: (day: string) => `suspended until ${date(day)}`,
  expired: (day: string) => `expired on ${date(day)}`,
});

export type CycleAnchor =
  | 'certified'
  | 'certified-same-day'
  | 'january'
  | 'birth-month'
  | 'anniversary-month'
  | 'rolling'
  | 'suite'
  | 'parent'
  | 'fixed-day';

const ANCHORS: Readonly<Record<CycleAnchor, (length: string) => string>> = {
  certified: (length) => `${length} from the day of certification.`,
  'certified-same-day': (length) => `${length}, ending on the date of certification.`,
  january: (length) => `${length} from the first 1 January after certification.`,
  'birth-month': (length) => `${length}, ending with your birth month.`,
  'anniversary-month': (length) => `${length} from the end of the month of certification.`,
  rolling: (length) => `the last ${length}, checked at the end of every birth month.`,
  suite: (length) => `${length} from the latest exam of its suite.`,
  parent: (length) => `${length}, with the certification it belongs to.`,
  'fixed-day': (length) => `${length}, ending on the same date for everybody.`,
};

function length(months: number): string {
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? '1 year' : `${months / 12} years`;
}
