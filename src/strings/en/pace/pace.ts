import { type Basics, STATUS, type Status, type Unit } from '../basics.ts';

export const paceWords = ({ date, days, span: range, offBy, amount }: Basics) => ({
  title: (on: string | undefined) => (on === undefined ? 'Your pace' : `Your pace on ${date(on)}`),
  unknown: (typed: string, nearest: string) =>
    `You don’t have a certification called “${typed}”. Did you mean ${nearest}?`,
  notAdded: (typed: string) => `You don’t have a certification called “${typed}”. Add it with “add ${typed}”.`,
  whichOne: (typed: string, count: number) =>
    `“${typed}” matches ${count} of your certifications. Which one do you mean?`,
  headline: (status: Status, delta: number) => {
    if (status === 'met' || status === 'missed' || status === 'not-started') return STATUS[status];
    if (status === 'on-track') return delta === 0 ? STATUS[status] : `${STATUS[status]}, ${offBy(delta)}`;
    return `${STATUS[status].slice(0, 1)} ${offBy(delta)}`;
  },
  /** The total is what a headline is about when it names nothing else. */
  because: (headline: string, requirement: string) => {
    if (requirement === TOTAL) return headline;
    if (headline.startsWith('✕')) return `${headline}: ${requirement}`;
    return `${headline} on ${requirement.endsWith('minimum') ? 'the ' : ''}${requirement}`;
  },
  inGrace: (delta: number) => `▼ grace period: ${offBy(delta)}`,
  /** Of a requirement of a few credits what is left says more than days. */
  toDo: (status: Status, what: string, day: string, left: number) =>
    `${STATUS[status].slice(0, 1)} ${what} to do by ${date(day)}, ${days(left)} left`,
  ofRequirement: (credits: string, requirement: string) =>
    requirement === TOTAL ? credits : `${credits} of ${requirement.endsWith('minimum') ? 'the ' : ''}${requirement}`,
  renewedUntil: (short: string, day: string, end: string) =>
    `✓ renewed by ${short} on ${date(day)}, valid until ${date(end)}`,
  ending: (day: string, isOver: boolean, next: string | undefined) =>
    `${isOver ? 'ended' : 'ends'} on ${date(day)}, renewal is no longer possible${next === undefined ? '' : `; next: ${next}`}`,
  missedLine: (requirement: string, progress: string, shortfall: string, since: string) =>
    `✕ Missed: ${requirement}, ${progress}, ${shortfall} short, over since ${date(since)}`,
  missedRemedy: (body: string, remedy: string | undefined) =>
    remedy === undefined ? `What ${body} says can be done isn’t known.` : `${body}: ${remedy}`,
  cured: (day: string, what: string) => `Made good on ${date(day)}: ${what}`,
  recordCure: 'Made good',
  totalAlone: (status: Status, delta: number) => {
    if (status === 'met' || status === 'missed') return ` (total: ${status})`;
    return ` (total: ${offBy(delta)})`;
  },
  unknownRequirement: (requirement: string, others: number) =>
    `? not known: ${requirement}${others === 0 ? '' : ` and ${others} more`}`,
  nothingRequired: '✓ no requirements in this cycle',
  /** Where the current cycle requires nothing. */
  nextCycle: (from: string, until: string, required: string) => `Next cycle, ${range(from, until)}: ${required}`,
  requires: (requirement: string, amount: string) =>
    requirement === TOTAL ? `${amount} in total` : `${amount} of ${requirement}`,
  act: (name: string, year: number | undefined, doneOn: string | undefined) => {
    const act = year === undefined ? name : `${name}, year ${year}`;
    return doneOn === undefined ? `○ ${act}: not marked as done` : `✓ ${act}: done on ${date(doneOn)}`;
  },
  allMet: '✓ everything required is met',
  startsOn: (day: string) => `○ not started: cycle starts on ${date(day)}`,
  requirement: requirementName,
  /** A year of a cycle that is none of the calendar. */
  yearOf: (year: number) => `year ${year}`,
  progress: (counted: number, required: number, unit: Unit) => `${amount(counted)} of ${amount(required)} ${unit.many}`,
  inDays: 'Pace',
  evenPace: 'Even pace by today',
  remaining: 'Remaining',
  nothing: 'none',
  deadline: 'Deadline',
  graceEnd: 'End of the grace period',
  earnUntil: (day: string) => `earning is still possible until ${date(day)}, after the deadline`,
  daysLeft: (day: string, left: number) => (left === 0 ? `Ended ${date(day)}` : `${date(day)}, ${days(left)} left`),
  daysOf: (day: string, length: number) => `${date(day)}, ${days(length)} from the start`,
  needed: 'Needed',
  perWeek: (rate: number, unit: Unit) => `${amount(rate)} ${unit.many} per week`,
  forecast: 'At this rate',
  forecastOn: (day: string, isRecent: boolean) => `${date(day)}${isRecent ? ', after the deadline' : ''}`,
  forecastNothing: 'no forecast without credits in the last 90 days',
  line: (name: string, progress: string, standing: string) => `${name}: ${progress}, ${standing}`,
  /** In English the name of the requirement says already that it is a recommendation. */
  advice: (name: string, progress: string) => `${name}: ${progress}`,
  others: 'Other requirements',
  notCounted: 'Not counted',
  cutCap: (credits: string, cap: string, limit: number) => `${credits} over the ${amount(limit)} limit for ${cap}`,
  cutOnceOnly: (credits: string) => `${credits} for a course that counts only once`,
  cutOutside: (credits: string) => `${credits} earned outside the cycle`,
  source: 'Rule',
  unchecked: (rule: string, why: 'unknown' | 'disputed' | 'paused') => `Not checked: ${WHY_NOT[why]}. Rule: ${rule}.`,
  announced: (rule: string, from: string) => `Announced from ${date(from)}, not counted: ${rule}.`,
  unanswered: (question: string) => `Some rules depend on your answer: ${question} Answer it with “edit”.`,
  noPeriod: (name: string) => `${name} isn’t checked yet. Enter the end of its period with “edit”.`,
  window: (from: string, until: string) => range(from, until),
  examAnyTime: (expiry: string, left: number) =>
    `renew any time while active; expires ${date(expiry)}, ${days(left)} left`,
  examDue: (expiry: string, left: number) => `renew before it expires on ${date(expiry)}, ${days(left)} left`,
  examWindow: (from: string, until: string, expires: string) => `exam window ${range(from, until)}; ${expires}`,
  assessmentOpen: (from: string, lead: string, expires: string, isFree = false) =>
    `${isFree ? 'free ' : ''}assessment open since ${date(from)} (${lead} before); ${expires}`,
  expiresIn: (expiry: string, left: number) => `expires ${date(expiry)}, ${days(left)} left`,
  addedToOldDate: (count: number) => `${count === 12 ? 'a year' : months(count)} is added to the old date`,
  examLate: (expiry: string, end: string) => `expired on ${date(expiry)}, renew by ${date(end)}`,
  examSoon: (start: string, expiry: string, left: number) =>
    `renewal opens on ${date(start)}; expires ${date(expiry)}, ${days(left)} left`,
  examOver: (end: string) => `expired on ${date(end)}`,
  neverExpires: 'never expires',
  /** No source confirms the rule. */
  unverified: (headline: string) => `${headline} (unverified)`,
  badDay: (typed: string) =>
    typed === ''
      ? 'The date after --on is missing. Use a format like --on 2026-12-31.'
      : `“${typed}” isn’t a valid date. Use a format like 2026-12-31.`,
  all: 'All certifications',
});

const TOTAL = 'total';
const months = (count: number) => (count === 1 ? '1 month' : `${count} months`);

/** A requirement by name: over everything or a category, in the whole cycle or one of its years. */
function requirementName(
  category: string | undefined,
  year: string | undefined,
  severity: 'hard' | 'suggested',
): string {
  if (severity === 'suggested')
    return [
      'recommended',
      ...(category === undefined ? [] : [`for ${category}`]),
      ...(year === undefined ? [] : [`in ${year}`]),
    ].join(' ');
  if (year === undefined) return category ?? TOTAL;
  return category === undefined ? `${year} minimum` : `${category} in ${year}`;
}

const WHY_NOT = {
  unknown: 'no reliable source',
  disputed: 'sources disagree',
  paused: 'the requirement is paused',
} as const;
