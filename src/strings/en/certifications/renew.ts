import type { Basics } from '../basics.ts';

export const renewWords = ({ date, span: range }: Basics) => ({
  title: 'Renew',
  submit: 'Renew',
  which: 'The certification is missing. Type its name, for example “renew cissp”.',
  neverExpires: (short: string) => `${short} never expires, so it can’t be renewed.`,
  tooEarly: (short: string, day: string) =>
    `${short} can’t be renewed yet. You can renew it from 180 days before its cycle ends on ${date(day)}.`,
  intro: (short: string, old: string) =>
    `${short}: this closes the cycle ${old} and opens the next one. Records stay in their cycle.`,
  notMet: (headline: string) =>
    `Requirements aren’t met: ${headline}. Renew only if the certification body has already renewed it.`,
  carries: (list: string) => `Carried over to the new cycle: ${list}.`,
  carriesNothing: 'No credits are carried over.',
  alsoRenewed: (list: string) => `Also renewed: ${list}.`,
  renewed: (short: string) => `${short} renewed`,
  cycle: (from: string, until: string) => range(from, until),
});
