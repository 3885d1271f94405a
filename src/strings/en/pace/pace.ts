import { type Basics, STATUS, type Status, type Unit } from '../basics.ts';

export const paceWords = ({ date, days, span: range, offBy, amount }: Basics) => ({
  title: (on: string | undefined) => (on === undefined ? 'Your pace' : `Your pace on ${date(on)}`),
  unknown: (typed: string, nearest: string | undefined) =>
    `You have no certification “${typed}” here.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
  headline: (status: Status, delta: number) => {
    if (status === 'met' || status === 'missed' || status === 'not-started') return STATUS[status];
    if (status === 'on-track') return `${STATUS[status]}, ${offBy(delta)}`;
    return `${STATUS[status].slice(0, 1)} ${offBy(delta)}`;
  },
  because: (headline: string, requirement: string) => `${headline}, because of ${requirement}`,
  inGrace: (delta: number) => `▼ behind, the cycle is over and the last days to earn are running (${offBy(delta)})`,
  totalAlone: (status: Status, delta: number) => {
    if (status === 'met' || status === 'missed') return `; the total alone is ${status}`;
    return `; the total alone is ${offBy(delta)}`;
  },
  unknownRules: '? what it asks for is not known',
  nothingAsked: '✓ nothing is asked for in this cycle',
  act: (name: string, year: number | undefined, doneOn: string | undefined) => {
    const act = year === undefined ? name : `${name}, year ${year}`;
    return doneOn === undefined ? `○ ${act}: not noted as done` : `✓ ${act}: done on ${date(doneOn)}`;
  },
  allMet: '✓ everything required so far is met',
  startsOn: (day: string) => `○ not started: the cycle starts on ${date(day)}`,
  requirement: requirementName,
  /** A year of a cycle that is none of the calendar. */
  yearOf: (year: number) => `year ${year}`,
  progress: (counted: number, required: number, unit: Unit) => `${amount(counted)} of ${amount(required)} ${unit.many}`,
  remaining: 'Remaining',
  nothing: 'nothing',
  deadline: 'Deadline',
  daysLeft: (day: string, left: number) => `${date(day)}, ${left === 0 ? 'no day left' : `${days(left)} left`}`,
  daysOf: (day: string, length: number) => `${date(day)}, ${days(length)} from the start`,
  needed: 'Needed',
  perWeek: (rate: number, unit: Unit) => `${amount(rate)} ${unit.many} a week`,
  forecast: 'At your last 90 days’ rate',
  forecastOn: (day: string, isRecent: boolean) => `done on ${date(day)}${isRecent ? ', too late' : ''}`,
  forecastNothing: 'no credits in the last 90 days, so no day can be named',
  line: (name: string, progress: string, standing: string) => `${name}: ${progress}, ${standing}`,
  advice: (line: string) => `Advice: ${line}`,
  others: 'Other requirements',
  notCounted: 'Not counted',
  cutCap: (credits: string, cap: string, limit: number) => `${credits} over the limit of ${amount(limit)} for ${cap}`,
  cutOnceOnly: (credits: string) => `${credits} for a course that counts once only`,
  cutOutside: (credits: string) => `${credits} earned outside the cycle`,
  source: 'Rule',
  unchecked: (rule: string, why: 'unknown' | 'disputed' | 'paused') => `Not checked, because ${WHY_NOT[why]}: ${rule}.`,
  unanswered: (question: string) => `Some rules wait for an answer: ${question} Give it with “edit”.`,
  noPeriod: (name: string) => `${name} has a period of its own: say when it ends with “edit”, then it is checked too.`,
  window: (from: string, until: string) => range(from, until),
  examTitle: 'Renewed by an exam',
  assessmentTitle: 'Renewed by an assessment',
  examOpen: (end: string, left: number) => `can be renewed now, until ${date(end)}; ${days(left)} left`,
  examLate: (expiry: string, end: string) => `expired on ${date(expiry)}, can still be renewed until ${date(end)}`,
  examSoon: (start: string, left: number) => `can be renewed from ${date(start)}; ${days(left)} until it expires`,
  examOver: (end: string) => `expired on ${date(end)}`,
  neverExpires: 'never expires',
  badDay: (typed: string) =>
    typed === ''
      ? 'Which day? Write it as --on 2026-12-31.'
      : `I cannot read “${typed}” as a day. Write it as 2026-12-31.`,
  all: 'All certifications',
});

/** A requirement by name: over everything or a category, in the whole cycle or one of its years. */
function requirementName(
  category: string | undefined,
  year: string | undefined,
  severity: 'hard' | 'suggested',
): string {
  const minimum = severity === 'hard' ? 'minimum' : 'suggestion';
  if (year !== undefined) return `the ${year} ${category === undefined ? '' : `${category} `}${minimum}`;
  return category === undefined ? 'the total' : `the ${category} ${minimum}`;
}

const WHY_NOT = {
  unknown: 'it is not known for certain',
  disputed: 'sources disagree',
  paused: 'it is paused',
} as const;
