import { amount, type Basics, lookup, type Unit } from '../basics.ts';

/** Words for teams and who is in them. */
export const teamWords = ({ list, days }: Basics) => ({
  title: 'Teams',
  none: 'You don’t manage a team yet. Only an admin can create one, with “team Security”.',
  noneYet: 'No teams yet. Create one with “team Security”.',
  which: (names: readonly string[]) => `Which team? Use one of: ${names.join(', ')}.`,
  unknown: (typed: string, names: readonly string[]) =>
    `You don’t have access to a team “${typed}”.${names.length === 0 ? '' : ` Use one of: ${names.join(', ')}.`}`,
  adminMakes: (name: string) => `There’s no team “${name}”. Only an admin can create one.`,
  members: (count: number) => (count === 1 ? '1 member' : `${count} members`),
  ledBy: (names: readonly string[]) => (names.length === 0 ? 'no manager' : `managed by ${list(names)}`),
  digestOn: (weekday: string, hour: string, zone: string) => `digest every ${weekday} at ${hour} (${zone})`,
  digestOff: 'no digest; type “digest here” in its channel',
  problem: (reason: string) => `✕ can’t post to this channel: ${reason}`,
  settings: 'Settings',
  risk: 'At-risk list',
  newTitle: 'New team',
  editTitle: 'Team',
  submit: 'Save',
  name: 'Name',
  nameTaken: 'A team with this name already exists. Choose another name.',
  who: 'Members',
  whoHint:
    'Anyone in your workspace, even if they haven’t used recert. In Teams, they need the app or must be in this channel.',
  onOtherPlatform: (names: readonly string[]) =>
    `Also in this team, on another platform: ${list(names)}. Remove them there, or type “team NAME remove …”.`,
  managers: 'Managers',
  managersHint: 'They see the team’s at-risk list and can set its digest.',
  tooMany: (count: number) =>
    `With ${count} people, members can’t be selected here. Type “team NAME add Ana, Bo”, or run: npm run recert -- teams import FILE.`,
  adminAdds: 'Only an admin can add people, because managers can see their members’ records.',
  follows: (group: string) => (group === '' ? 'follows its channel' : `follows ${group}`),
  followsGroup: (group: string) =>
    `Members are synced from ${group === '' ? 'the channel it follows' : group}. Change them there, or stop syncing with “team NAME follow nobody”.`,
  followsNone: 'The team no longer follows a group. Its members stay.',
  followBegun: 'Syncing members from the group. I’ll send you the result.',
  followed: (group: string, members: number, isNew: number) =>
    `The team now follows ${group === '' ? 'the channel' : group}: ${members === 1 ? '1 member' : `${members} members`}, ${isNew} new. Members are synced every few hours. People who leave the group leave the team and keep their records.`,
  followFailed: (remedy: string) => `The group couldn’t be read, so no members changed. ${remedy}`,
  followRemedy: lookup({
    no_group_named: 'Add a user group, for example “team NAME follow @security”.',
    no_such_subteam: 'There’s no active user group with this handle. Use the word after the @.',
    missing_scope: 'recert doesn’t have permission to read user groups. Ask a Slack admin to reinstall the app.',
    group_named: 'Microsoft Teams has no user groups. Type “team NAME follow here” in a channel of the team.',
    personal: 'Type it in a channel of the team, not in a private chat.',
    'no groups': 'This platform has no groups.',
    'not connected': 'The channel it follows is no longer connected.',
    '403': 'recert is no longer in this team. Add it again.',
    '404': 'This channel no longer exists.',
  }),
  followUnsure: (reason: string) => `The platform returned “${reason}”. recert tries again in a few hours.`,
  zone: 'Time zone',
  zoneHint: 'For example Europe/Lisbon. Leave empty for the workspace’s time zone.',
  badZone: (typed: string) => `“${typed}” isn’t a valid time zone. Use a format like Europe/Lisbon or UTC.`,
  day: 'Digest day',
  hour: 'Digest time',
  saved: (name: string) => `Team ${name}`,
  savedText: (members: number, leaders: number) =>
    `${members === 1 ? '1 member' : `${members} members`}, ${leaders === 1 ? '1 manager' : `${leaders} managers`}.`,
  remove: 'Remove',
  confirmRemoval: (names: string, team: string) => `Remove ${names} from ${team}?`,
  removedBySaving: (names: readonly string[]) =>
    `Not saved yet: ${names.join(', ')} will be removed from the team. Save again to confirm.`,
  removeAndSave: 'Remove and save',
  tooManyRemoved: (max: number) => `You can remove at most ${max} members at once.`,
  delete: 'Delete team',
  confirmDeletion: (name: string) => `Delete the team ${name}?`,
  deleted: (name: string) => `The team ${name} is deleted. Its members keep their records.`,
  notFound: (typed: string) =>
    `There’s no member called “${typed}”. Mention them, or use the name of a person who has messaged recert at least once.`,
  several: (typed: string, names: readonly string[]) =>
    `“${typed}” matches ${list(names)}. Mention the person, or type the full name, or the user name or email in brackets.`,
  riskTitle: (name: string, count: number) =>
    count === 1 ? `${name}: 1 certification at risk` : `${name}: ${count} certifications at risk`,
  riskNone: (name: string) => `${name}: ✓ everyone is on track`,
  riskColumns: { member: 'Member', status: 'Status', open: 'Still missing', deadlines: 'Deadlines' },
  riskNote: 'People on this list can see who viewed it.',
  left: (count: number) => (count === 0 ? 'ended' : `${days(count)} left`),
  owed: (credits: number, unit: Unit) => `${amount(credits)} ${unit.many} without proof`,
  away: 'on leave',
});
