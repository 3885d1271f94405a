import type { Basics } from '../../en/basics.ts';
import type { relationWords as Source } from '../../en/certifications/relation.ts';

/** Words for certifications that renew one another. */
export const relationWords = ({ date, span: range, list }: Basics): ReturnType<typeof Source> => ({
  whyTitle: 'Grund der Verlängerung',
  rule: 'Regel',
  whileActive: (other, short) => `${other} verlängert ${short}, solange ${other} gültig ist`,
  byEvent: (other, short, events) => `${other} verlängert ${short} (durch ${list(events)})`,
  events: { earned: 'Erwerb', renewed: 'Verlängerung', active: 'Gültigkeit' },
  endStays: 'das Zyklusende bleibt gleich',
  endsWith: (other) => `der Zyklus endet dann mit ${other}`,
  endsMonthsLater: (months) => `der Zyklus endet dann ${months} Monate später`,
  effect: 'Folge',
  nothingDue: 'In diesem Zyklus ist nichts fällig, und es werden keine Punkte daraus übertragen.',
  undated: (other) =>
    `Möglicherweise durch ${other} verlängert. Trage mit „edit ${other}“ nach, wann du ${other} erworben hast.`,
  without: (other) => `Ohne ${other}`,
  withoutCycle: (from, until) => `Zyklus ${range(from, until)}`,
  removing: (short, renewed) =>
    renewed.length === 0 ? `${short} entfernen?` : `Ohne ${short} entfällt die Verlängerung von ${list(renewed)}`,
  endsInstead: (end, before) => `endet am ${date(end)} statt am ${date(before)}`,
  statedLost: (credits) => `${credits}, pauschal für die Zeit vor recert angegeben, werden mitgelöscht.`,
  keep: 'Behalten',
  confirm: 'Entfernen',
  riskRenewed: 'Durch eine andere Zertifizierung verlängert',
});
