import type { Basics } from '../../en/basics.ts';
import type { editWords as Source } from '../../en/certifications/edit.ts';

export const editWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: (short) => `${short} ändern`,
  submit: 'Speichern',
  which: 'Welche Zertifizierung? Schreib zum Beispiel „edit cissp“.',
  periodEnds: (name) => `${name}: Der Zeitraum endet am`,
  doneOn: (name, year) => (year === undefined ? `${name}: erledigt am` : `${name}, Jahr ${year}: erledigt am`),
  startsTooEarly: (day) => `Er muss nach dem vorigen Zyklus beginnen, der am ${date(day)} beginnt.`,
  saved: (short) => `${short} geändert`,
});
