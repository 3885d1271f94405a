import type { Basics } from '../basics.ts';

export const editWords = ({ date }: Basics) => ({
  title: (short: string) => `Edit ${short}`,
  submit: 'Save',
  which: 'Which certification? Write for example “edit cissp”.',
  periodEnds: (name: string) => `${name}: the period ends on`,
  doneOn: (name: string, year: number | undefined) =>
    year === undefined ? `${name}: done on` : `${name}, year ${year}: done on`,
  startsTooEarly: (day: string) => `It must start after the cycle before, which starts on ${date(day)}.`,
  saved: (short: string) => `${short} changed`,
});
