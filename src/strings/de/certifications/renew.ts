import type { Basics } from '../../en/basics.ts';
import type { renewWords as Source } from '../../en/certifications/renew.ts';

export const renewWords = ({ date, span: range }: Basics): ReturnType<typeof Source> => ({
  title: 'Verlängern',
  submit: 'Verlängern',
  which: 'Welche Zertifizierung? Schreib zum Beispiel „renew cissp“.',
  neverExpires: (short) => `${short} läuft nie ab: Es gibt nichts zu verlängern.`,
  tooEarly: (short, day) =>
    `Der Zyklus von ${short} endet am ${date(day)}. Verlängern geht in seinen letzten 180 Tagen oder danach.`,
  intro: (short, old) =>
    `${short}: Der Zyklus ${old} wird geschlossen und der nächste geöffnet. Einträge bleiben, wo sie sind.`,
  notMet: (headline) => `Achtung: ${headline}. Verlängere nur, wenn die Stelle verlängert hat.`,
  carries: (list) => `In den neuen Zyklus übertragen: ${list}.`,
  carriesNothing: 'Es wird nichts übertragen.',
  alsoRenewed: (list) => `Damit auch verlängert: ${list}.`,
  renewed: (short) => `${short} verlängert`,
  cycle: (from, until) => range(from, until),
  undone: (short) => `${short}: zurück im Zyklus davor`,
  cannotUndo: 'Im neuen Zyklus ist schon etwas eingetragen, darum bleibt er.',
});
