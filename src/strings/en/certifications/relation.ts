import type { Basics } from '../basics.ts';

/** Words for certifications that renew one another. */
export const relationWords = ({ date, span: range, list }: Basics) => ({
  whyTitle: 'Why it’s renewed',
  rule: 'Rule',
  whileActive: (other: string, short: string) => `${other} renews ${short} for as long as it’s active`,
  byEvent: (other: string, short: string, events: readonly string[]) =>
    `${other} renews ${short} (by being ${list(events)})`,
  events: { earned: 'earned', renewed: 'renewed', active: 'active' },
  endStays: 'its end stays the same',
  endsWith: (other: string) => `its cycle then ends with ${other}`,
  endsMonthsLater: (months: number) => `its cycle then ends ${months} months later`,
  effect: 'Effect',
  nothingDue: 'Nothing is due in this cycle, and no credits are carried over from it.',
  undated: (other: string) =>
    `${other} may have renewed this certification. Enter the day you earned ${other} with “edit ${other}”.`,
  without: (other: string) => `Without ${other}`,
  withoutCycle: (from: string, until: string) => `cycle ${range(from, until)}`,
  removing: (short: string, renewed: readonly string[]) =>
    renewed.length === 0 ? `Remove ${short}?` : `Removing ${short} takes back the renewal of ${list(renewed)}`,
  endsInstead: (end: string, before: string) => `ends on ${date(end)} instead of ${date(before)}`,
  statedLost: (credits: string) => `${credits} stated as earned before recert will be deleted too.`,
  keep: 'Keep',
  confirm: 'Remove',
  riskRenewed: 'Renewed by another certification',
});
