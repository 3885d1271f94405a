import { type Basics, PER_PERIOD } from '../basics.ts';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const months = (count: number) => (count === 1 ? '1 month' : `${count} months`);

export const rulesWords = ({ date }: Basics) => ({
  title: (short: string) => `Rules of ${short}`,
  which: 'The certification is missing. Type its name, for example “rules cissp”.',
  renewal: 'Renewal',
  cycle: 'Cycle',
  requirement: (over: string | undefined, per: 'cycle' | 'year' | 'period', severity: 'hard' | 'suggested') => {
    const name = over ?? (per === 'year' ? 'Per year' : 'Total');
    const when = per === 'year' && over !== undefined ? ' per year' : '';
    return severity === 'suggested' ? `${name}${when}, recommended` : `${name}${when}`;
  },
  percent: (percent: number) => `${percent}% of the total`,
  limit: 'Limit',
  atMost: (name: string, amount: string, per: keyof typeof PER_PERIOD) =>
    `${name}: at most ${amount} ${PER_PERIOD[per]}`,
  onceOnly: 'the same course counts once per cycle',
  conversion: 'Conversion',
  minutes: (count: number, unit: string) => `${count} minutes = 1 ${unit}`,
  step: (step: string) => `in steps of ${step}`,
  firstUnit: (first: string) => `minimum ${first}`,
  perItem: (amount: string) => `${amount} each`,
  times: (percent: number, isFirstOnly: boolean) =>
    `${percent / 100} × the time${isFirstOnly ? ', the first time only' : ''}`,
  neverCounts: 'never counts',
  renewals: (max: number) => (max === 1 ? 'counts for 1 renewal' : `counts for at most ${max} renewals`),
  shownBy: (evidence: string) => `proof: ${evidence}`,
  window: 'Renewal window',
  opensBefore: (timeSpan: string) => `opens ${timeSpan} before it expires`,
  closesAfter: (timeSpan: string) => `closes ${timeSpan} after it has expired`,
  fromOldExpiry: 'the new period begins at the old expiry date',
  free: 'none',
  grace: 'Grace period',
  earningGrace: (timeSpan: string) => `you can earn credits for ${timeSpan} after the cycle`,
  carryOver: 'Carry-over',
  carriesIntoYear: (amount: string) =>
    `at most ${amount} from a year above its minimum, towards the minimums of the next year`,
  carriesOver: (amount: string, last: number | undefined) =>
    last === undefined ? `at most ${amount}` : `at most ${amount} from the last ${months(last)}`,
  alsoNeeded: 'Also required',
  fee: 'Fee',
  feeText: (name: string, amount: string, per: 'year' | 'cycle') =>
    `${name}: ${amount} ${per === 'year' ? 'per year' : 'per cycle'}`,
  reporting: 'Reporting',
  paying: 'Payment',
  later: (timeSpan: string) => `up to ${timeSpan} after the cycle`,
  lapse: 'If it lapses',
  suspended: (timeSpan: string) => `suspended for ${timeSpan}, then expired`,
  retention: 'Records',
  keep: (count: number) => `keep for ${months(count)} after the cycle`,
  evidence: 'Evidence',
  accepted: (forms: string) => `accepted: ${forms}`,
  refused: (forms: string) => `not accepted: ${forms}`,
  shows: (facts: string) => `must show ${facts}`,
  allNeeded: (forms: string) => `required together: ${forms}`,
  proofLanguage: (tag: string) => `in ${LANGUAGES.of(tag) ?? tag}`,
  summary: (count: number, kinds: string) => `${kinds}: summary of at least ${count} words`,
  audit: (how: string, days: number | undefined) =>
    days === undefined ? `audited ${how}` : `audited ${how}, with ${days} days to respond`,
  files: (max: number, megabytes: number) => `at most ${max} files, ${megabytes} MB in total`,
  evidenceForms: {
    certificate: 'certificate',
    transcript: 'transcript',
    diploma: 'diploma',
    'attendance-record': 'attendance record',
    letter: 'letter',
    minutes: 'minutes',
    summary: 'summary',
    outline: 'outline',
    'lesson-plan': 'lesson plan',
    publication: 'publication',
    screenshot: 'screenshot',
    registration: 'registration',
    receipt: 'receipt',
    invoice: 'invoice',
    'calendar-invite': 'calendar invite',
    syllabus: 'syllabus',
    slides: 'slides',
    spreadsheet: 'spreadsheet',
    'work-order': 'work order',
    'performance-review': 'performance review',
    resume: 'résumé',
  },
  evidenceFacts: {
    attendee: 'attendee name',
    title: 'title',
    description: 'content',
    sponsor: 'sponsor',
    'sponsor-id': 'sponsor ID',
    date: 'date',
    hours: 'hours',
    location: 'location',
    instructor: 'instructor',
    relevance: 'relevance to the field',
    signature: 'signature',
  },
  portal: 'Portal',
  sharing: 'Sharing',
  sharedInFull: (body: string) => `one activity counts for every matching ${body} certification`,
  renews: (codes: string) => `also renews ${codes}`,
  needs: (codes: string) => `valid only with ${codes}`,
  onlyIf: (question: string, answers: string) => `only if the answer to “${question}” is ${answers}`,
  firstCycle: (isIn: boolean): string => (isIn ? 'in the first cycle only' : 'not in the first cycle'),
  within: (codes: string) => `has the cycle of ${codes} and counts towards its total`,
  addOn: (amount: string) => `adds ${amount} to the largest total when held with others of the same certification body`,
  more: 'More',
  whatCounts: 'What counts',
  whatCountsFor: (short: string) => `What counts for ${short}`,
  nothingSpecial: 'There are no special rules for any kind of activity.',
  months,
  dated: (text: string, from: string | undefined, until: string | undefined) => {
    if (from === undefined) return `${text}, until ${date(until ?? '')}`;
    return until === undefined ? `${text}, from ${date(from)}` : `${text}, ${date(from)} – ${date(until)}`;
  },
  retired: 'Availability',
  nextChange: 'Next known change',
  noChange: (reviewed: string) => `None known (as of ${date(reviewed)})`,
  change: (what: string, from: string | undefined) =>
    from === undefined ? `${what}, date not announced` : `${what}, from ${date(from)}`,
  tryChange: 'Try the change',
  discontinued: (on: string | undefined, isPast: boolean) => {
    if (on === undefined) return 'No longer offered.';
    return isPast ? `No longer offered since ${date(on)}.` : `Offered until ${date(on)}.`;
  },
  renewableUntil: (day: string, isPast: boolean) =>
    isPast ? `Renewal was possible until ${date(day)}.` : `Renewal is possible until ${date(day)}.`,
  replacedBy: (list: string) => `Replaced by ${list}.`,
  own: 'This workspace uses a custom version of these rules.',
  reviewed: (day: string) => `Checked against the sources on ${date(day)}.`,
  stale: (day: string) =>
    `Last checked against the sources on ${date(day)}, more than a year ago. Check the sources before you rely on it.`,
  why: 'Explain my pace',
});
