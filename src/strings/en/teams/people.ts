import type { Basics } from '../basics.ts';

/** Words for the people of a workspace. */
export const peopleWords = ({ date }: Basics) => ({
  title: 'People',
  submit: 'Save',
  memberTitle: 'Member',
  role: 'Role',
  roles: { member: 'Member', manager: 'Manager', auditor: 'Auditor', admin: 'Admin' },
  change: 'Change',
  status: 'Status',
  active: 'Active',
  left: 'Left',
  leftOn: (day: string) => `left on ${date(day)}`,
  awayUntil: (day: string) => `on leave until ${date(day)}`,
  saved: (name: string) => `${name} updated`,
  lastAdmin: 'This is the only admin. Make another member an admin first.',
  leftHint: 'People who left aren’t counted or messaged. They keep their records and can download them with “export”.',
  goodbyeTitle: 'You keep your records',
  goodbye:
    'An admin marked you as having left, so you aren’t counted or messaged any more. You can still use recert here and download your records and proof.',
  download: 'Download my records',
  away: 'On leave until',
});
