import type { Basics } from '../basics.ts';

export const editWords = ({ date }: Basics) => ({
  title: (short: string) => `Edit ${short}`,
  submit: 'Save',
  which: 'The certification is missing. Type its name, for example “edit cissp”.',
  certifiedOn: 'Certified on',
  certifiedHint: 'Decides which other certifications it renewed.',
  periodEnds: (name: string) => `${name}: period end`,
  doneOn: (name: string, year: number | undefined) =>
    year === undefined ? `${name}: done on` : `${name}, year ${year}: done on`,
  startsTooEarly: (day: string) => `The cycle overlaps the previous one. Enter a start after ${date(day)}.`,
  saved: (short: string) => `${short} updated`,
});
