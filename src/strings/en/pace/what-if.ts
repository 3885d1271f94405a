import type { Basics } from '../basics.ts';

export const whatifWords = ({ date, days, span: range }: Basics) => ({
  title: 'What if',
  which:
    'What shall I suppose? For example: whatif +16h RSA Conference on 2027-04-26 for cissp; pause 2027-06..2027-09; +ccsp',
  unread: (text: string) =>
    `I cannot read “${text}”. Write +16h TITLE on 2027-04-26 for cissp, or pause 2027-06..2027-09, or +ccsp.`,
  notHeld: (short: string) => `You do not hold ${short}, so nothing changes there.`,
  noCredits: 'None of your certifications is renewed by credits, so nothing changes.',
  before: (day: string) => `Without it, on ${date(day)}`,
  after: (day: string) => `With it, on ${date(day)}`,
  moved: (from: string, to: string, of: string, gained: number) =>
    `${from} → ${to} of ${of}${gained === 0 ? '' : `, ${days(Math.abs(gained))} ${gained > 0 ? 'gained' : 'lost'}`}`,
  pause: (from: string, until: string) => `nothing from ${range(from, until)}`,
  afterPause: (day: string) => `On ${date(day)}, with nothing more earned until then`,
  needed: 'Needed around the pause',
  rates: (rate: string, around: string) => `${around} a week instead of ${rate}`,
  notPossible: (rate: string) => `no week is left; it is ${rate} a week without the pause`,
  asksFor: 'It asks for',
  keep: 'Keep as a plan',
  nothingWritten: 'Nothing was written.',
});

export const planWords = ({ date }: Basics) => ({
  title: 'Your plan',
  none: 'Nothing is planned. Write for example “plan 16h RSA Conference on 2027-04-26 for cissp”, or try it first with “whatif”.',
  planned: 'Planned',
  unread: (text: string) => `I cannot read “${text}”. Write it as “plan 16h RSA Conference on 2027-04-26 for cissp”.`,
  worthNothing: 'By its duration it would not count for any of your certifications.',
  on: (day: string) => date(day),
  apart: 'Planned activities count for nothing until they are logged.',
  done: 'Done: log it',
  remove: 'Remove',
  removed: 'Removed from your plan',
  gone: 'This plan is not there any more.',
});
