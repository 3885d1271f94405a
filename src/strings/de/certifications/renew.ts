import type { Basics } from '../../en/basics.ts';
import type { renewWords as Source } from '../../en/certifications/renew.ts';

export const renewWords = ({ date, span: range }: Basics): ReturnType<typeof Source> => ({
  title: 'Verlängern',
  submit: 'Verlängern',
  which: 'Welche Zertifizierung? Schreib z. B. „renew cissp“.',
  neverExpires: (short) => `${short} ist unbegrenzt gültig und muss nicht verlängert werden.`,
  tooEarly: (short, day) =>
    `Verlängern ist frühestens 180 Tage vor Zyklusende möglich. Der Zyklus von ${short} endet am ${date(day)}.`,
  intro: (short, old) =>
    `${short}: Der Zyklus ${old} wird abgeschlossen und der nächste begonnen. Einträge bleiben ihrem Zyklus zugeordnet.`,
  notMet: (headline) =>
    `Achtung: ${headline}. Verlängere nur, wenn die Zertifizierungsstelle die Verlängerung bestätigt hat.`,
  carries: (list) => `Übertrag in den neuen Zyklus: ${list}.`,
  carriesNothing: 'Kein Übertrag in den neuen Zyklus.',
  alsoRenewed: (list) => `Ebenfalls verlängert: ${list}.`,
  renewed: (short) => `${short} verlängert`,
  cycle: (from, until) => range(from, until),
});
