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
  departedTitle: 'Someone has left',
  departed: (name: string, role: string) =>
    `${name} (${role}) no longer has an account here, so they’re marked as having left. They aren’t counted or messaged any more, and their records stay. If that’s wrong, set their status to Active.`,
  download: 'Download my records',
  away: 'On leave until',
  nameless: 'No name yet',
  withHandle: (name: string, handle: string) => (handle === '' ? name : `${name} (${handle})`),
  oneOnly: 'Name only one person.',
  tooMany: (max: number) => `Too many people. Name at most ${max} at once.`,
  textOnly: (typed: string) =>
    `“${typed}” is only text here, not a mention. Choose the person from the list that opens after @, or type the full name.`,
  stranger: (label: string) =>
    `${label === '' ? 'This user' : `“${label}”`} isn’t a member of your workspace. Guests, apps and people from other organisations can’t be chosen.`,
  inOtherWorkspace: (label: string) =>
    `${label === '' ? 'This person' : `“${label}”`} can’t be chosen here, because they use recert in another workspace.`,
  unreadUser: (label: string) =>
    `${label === '' ? 'This person' : `“${label}”`} couldn’t be looked up right now. Try again in a minute.`,
  unknownUser: (label: string) =>
    `${label === '' ? 'This person' : `“${label}”`} hasn’t used recert yet. Ask them to send recert a message first.`,
});
