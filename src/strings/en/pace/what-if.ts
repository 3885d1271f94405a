import type { Basics } from '../basics.ts';

export const whatifWords = ({ date, days, span: range }: Basics) => ({
  title: 'What if',
  which:
    'Add what to try, for example: whatif +16h RSA Conference on 2027-04-26 for cissp; pause 2027-06..2027-09; +ccsp; -cism',
  unread: (text: string) =>
    `“${text}” isn’t a valid scenario. Use a format like +16h TITLE on 2027-04-26 for cissp, pause 2027-06..2027-09, +ccsp, or -ccsp.`,
  notYours: (short: string) => `You don’t have ${short}. Add it first with “add ${short}”.`,
  noCredits: 'None of your certifications require credits, so there’s nothing to compare.',
  rulesOf: (short: string, year: number) => `${short}: rules of ${year}`,
  noChange: (year: number) => `No change by the end of ${year} is known for your certifications.`,
  noFigures: 'Not calculated: your records don’t show what this change depends on.',
  badYear: (typed: string, example: number) =>
    `“${typed}” isn’t a valid year for --rules. Use this year or a later one, for example --rules ${example}.`,
  notRequired: 'No longer required',
  until: (amount: string, day: string) => `${amount} by ${date(day)}`,
  ofRequired: (amount: string, required: string) => `${amount} of ${required}`,
  before: (day: string) => `Before, on ${date(day)}`,
  after: (day: string) => `After, on ${date(day)}`,
  moved: (from: string, to: string, of: string, gained: number) =>
    `${from} → ${to} of ${of}${gained === 0 ? '' : `, ${gained > 0 ? '+' : '−'}${days(Math.abs(gained))}`}`,
  pause: (from: string, until: string) => `pause ${range(from, until)}`,
  afterPause: (day: string) => `On ${date(day)}, without new credits`,
  needed: 'Needed outside the pause',
  rates: (rate: string, around: string) => `${around} per week instead of ${rate}`,
  notPossible: (rate: string) => `no time is left outside the pause; without it, ${rate} per week`,
  asksFor: 'Requires',
  keep: 'Save as plan',
  nothingWritten: 'This is a preview. Nothing was saved.',
});

export const planWords = ({ date }: Basics) => ({
  title: 'Your plan',
  none: 'No activities planned. Add one like “plan 16h RSA Conference on 2027-04-26 for cissp”, or try it first with “whatif”.',
  planned: 'Planned',
  unread: (text: string) =>
    `“${text}” isn’t a valid plan. Use a format like “plan 16h RSA Conference on 2027-04-26 for cissp”.`,
  worthNothing: 'At this duration, the activity wouldn’t count for any of your certifications. Plan a longer one.',
  on: (day: string) => date(day),
  apart: 'Planned activities count once you log them.',
  done: 'Log as done',
  remove: 'Remove',
  removed: 'Removed from your plan',
  gone: 'This plan no longer exists.',
});
