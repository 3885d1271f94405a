import type { Basics } from '../../en/basics.ts';
import type { editWords as Source } from '../../en/certifications/edit.ts';

export const editWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: (short) => `${short} bearbeiten`,
  submit: 'Speichern',
  which: 'Welche Zertifizierung? Schreib z. B. „edit cissp“.',
  certifiedOn: 'Zertifiziert am',
  certifiedHint: 'Davon hängt ab, welche anderen Zertifizierungen dadurch verlängert wurden.',
  periodEnds: (name) => `${name}: Zeitraum endet am`,
  doneOn: (name, year) => (year === undefined ? `${name}: erledigt am` : `${name}, Jahr ${year}: erledigt am`),
  startsTooEarly: (day) => `Der Zyklus muss nach dem Beginn des vorherigen Zyklus (${date(day)}) beginnen.`,
  saved: (short) => `${short} gespeichert`,
});
