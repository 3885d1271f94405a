import type { Basics } from '../basics.ts';

export const addWords = ({ date }: Basics) => ({
  title: 'Add a certification',
  submit: 'Next',
  certification: 'Certification',
  certificationHint: 'Type to search, for example CISSP or Security+.',
  number: 'Certificate number',
  start: 'Certified on',
  startHint: 'The day you were certified. I work out the cycle you are in now.',
  expiry: 'Expires on, as printed on the certificate',
  expiryHint: 'If you have it, this date wins.',
  unknown: (typed: string, nearest: string | undefined) =>
    nearest === undefined
      ? `“${typed}” is not in the catalogue.`
      : `“${typed}” is not in the catalogue. Did you mean ${nearest}?`,
  needsDate: 'Give one of the two dates: I work out the cycle from it.',
  needsBoth: (short: string) => `How the cycle of ${short} runs is not known: give both dates.`,
  needsExpiry: (anchor: CycleAnchor | undefined, short: string) => {
    if (anchor === undefined)
      return `How the cycle of ${short} runs is not known: give the expiry date printed on the certificate too.`;
    if (anchor === 'parent')
      return `${short} runs with the certification it belongs to: give the expiry date of that one.`;
    return `The cycle of ${short} ends with your birth month. I do not ask for your birthday: give the expiry date printed on the certificate.`;
  },
  startInFuture: (day: string) => `${date(day)} lies in the future.`,
  expiryBeforeStart: (start: string) => `The expiry lies before ${date(start)}.`,
  twice: (short: string) => `You have ${short} already. See it with “certs”.`,
  confirmTitle: 'Is this your cycle?',
  confirmSubmit: 'Add',
  confirmIntro: (short: string, rule: string) =>
    `${short}: ${rule} Correct the dates if your certificate says otherwise.`,
  cycleStart: 'The cycle starts on',
  cycleEnd: 'The cycle ends on',
  tooShort: 'A cycle has at least 28 days.',
  tooLong: 'A cycle has at most ten years.',
  rule: (anchor: CycleAnchor | undefined, months: number | undefined) =>
    anchor === undefined || months === undefined ? 'How its cycle runs is not known.' : ANCHORS[anchor](length(months)),
  added: (short: string) => `${short} added`,
  cycle: 'Cycle',
  expires: 'Expires',
  neverExpires: 'Never expires: nothing to do.',
  log: 'Log a credit',
});

export const removeWords = () => ({
  which: 'Which certification? Write for example “remove cissp”.',
  claimed: (short: string) =>
    `Credits are logged for ${short}, so it stays. Take those records back first, with “undo”.`,
  removed: (short: string) => `${short} removed`,
  text: 'Nothing was logged for it. Add it again at any time.',
});

export const certsWords = ({ date }: Basics) => ({
  title: 'Your certifications',
  none: 'You have no certification here yet.',
  add: 'Add a certification',
  detail: 'Details',
  number: (number: string) => `No. ${number}`,
  carriedBy: (short: string) => `its credits are part of the total of ${short}`,
  earnBy: (day: string) => `earn by ${date(day)}`,
  reportBy: (day: string) => `report by ${date(day)}`,
  payBy: (day: string, fee: string, amount: string) => `pay ${amount} (${fee}) by ${date(day)}`,
  expires: (day: string) => `expires ${date(day)}`,
  inGrace: (day: string) => `in its grace until ${date(day)}`,
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
  | 'parent';

const ANCHORS: Readonly<Record<CycleAnchor, (length: string) => string>> = {
  certified: (length) => `${length} from the day of certification.`,
  'certified-same-day': (length) => `${length}, ending on the date of certification.`,
  january: (length) => `${length} from the first 1 January after certification.`,
  'birth-month': (length) => `${length}, ending with your birth month.`,
  'anniversary-month': (length) => `${length} from the end of the month of certification.`,
  rolling: (length) => `the last ${length}, looked at anew at the end of every birth month.`,
  suite: (length) => `${length} from the latest exam of its suite.`,
  parent: (length) => `${length}, together with the certification it belongs to.`,
};

function length(months: number): string {
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? 'one year' : `${months / 12} years`;
}
