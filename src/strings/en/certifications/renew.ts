import type { Basics } from '../basics.ts';

export const renewWords = ({ date, span: range }: Basics) => ({
  title: 'Renew',
  submit: 'Renew',
  which: 'Which certification? Write for example “renew cissp”.',
  neverExpires: (short: string) => `${short} never expires: there is nothing to renew.`,
  tooEarly: (short: string, day: string) =>
    `The cycle of ${short} ends on ${date(day)}. It can be renewed in its last 180 days, or after.`,
  intro: (short: string, old: string) =>
    `${short}: the cycle ${old} is closed and the next one opened. Records stay where they are.`,
  notMet: (headline: string) => `Mind: ${headline}. Renew only if the body has renewed it.`,
  carries: (list: string) => `Carried over into the new cycle: ${list}.`,
  carriesNothing: 'Nothing is carried over.',
  alsoRenewed: (list: string) => `Renewed with it: ${list}.`,
  renewed: (short: string) => `${short} renewed`,
  cycle: (from: string, until: string) => range(from, until),
  undone: (short: string) => `${short}: back in the cycle before`,
  cannotUndo: 'Credits are logged in the new cycle already, so it stays.',
});
