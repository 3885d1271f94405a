import { amount, type Basics, lookup } from '../basics.ts';

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Words for entry sheets: what is typed into the portals of bodies, and how far that is. */
export const sheetWords = ({ date }: Basics) => ({
  title: 'Entry sheets',
  of: (body: string) => `Entry sheet: ${body}`,
  nothingLogged: 'There are no records in your current cycles, so there’s nothing to enter in a portal.',
  toEnter: (n: number) => (n === 1 ? '1 entry to submit' : `${n} entries to submit`),
  entries: (n: number) => (n === 1 ? '1 entry' : `${n} entries`),
  allEntered: 'All entries submitted',
  show: 'Show',
  back: 'Back to sheet',
  files: 'Get PDF and CSV',
  filesFollow: 'Preparing the PDF and CSV. I’ll send them to you privately.',
  fileAbout: (body: string) => `Entry sheet: ${body}`,
  confirmAll: (n: number) => `Mark all ${n} entries as submitted today? You can undo it for 10 minutes.`,
  allSubmitted: (n: number) => (n === 1 ? 'Mark as submitted' : `Mark all ${n} as submitted`),
  byMonth: 'Group by month',
  oneByOne: 'Show each activity',
  never: 'recert doesn’t log in to portals: copy the entries, submit them and mark them here',
  anyPortal: 'The fields of this portal are unknown, so all possible fields are shown',
  fields: {
    start: 'Start date',
    end: 'End date',
    title: 'Title',
    provider: 'Provider',
    activity: 'Activity type',
    delivery: 'Delivery',
    credits: 'Credits',
    category: 'Category',
    marks: 'Domains',
    description: 'Description',
    link: 'Link',
    files: 'Proof files',
  },
  status: 'Status',
  record: 'recert record',
  bundle: (kind: string, provider: string, day: string, n: number) =>
    `${kind}${provider === '' ? '' : `: ${provider}`}, ${day.slice(0, 7)} (${n})`,
  part: (title: string, n: number, of: number) => `${title} (part ${n} of ${of})`,
  lost: (credits: number) => `${amount(credits)} lost to the portal’s step size`,
  tooSmall: 'below the portal’s minimum: group it with other activities',
  tooMany: (n: number, max: number) => `${n} files, but the portal accepts ${max}`,
  tooHeavy: (bytes: number, max: number) => `${megabytes(bytes)} of files, but the portal accepts ${megabytes(max)}`,
  states: { submitted: 'Submitted', accepted: 'Accepted', rejected: 'Rejected' },
  tick: (state: 'submitted' | 'accepted' | 'rejected', day: string, reference: string) => {
    const word = { submitted: 'submitted', accepted: 'accepted', rejected: 'rejected' }[state];
    return `${word} on ${date(day)}${reference === '' ? '' : `, ${reference}`}`;
  },
  buttons: lookup({ submitted: 'Submitted', answer: 'Accepted or rejected', none: 'Not submitted' }),
  formTitle: 'Portal status',
  submit: 'Save',
  portalState: 'Status',
  on: 'Date',
  reference: 'Reference',
  referenceHint: 'The portal’s reference for this entry, if any.',
  notBefore: (day: string) => `The date is before the activity ended on ${date(day)}. Enter a later date.`,
  notFuture: 'The date is in the future. Enter today or an earlier date.',
  changed: 'The sheet has changed since you opened it. Check it again, then mark it as submitted.',
  gone: 'This entry no longer exists.',
  unknown: (typed: string, bodies: readonly string[]) =>
    `There’s no sheet for “${typed}”. Use one of: ${bodies.join(', ')}.`,
  noted: (n: number, state: string) => (n === 1 ? `1 entry marked as ${state}.` : `${n} entries marked as ${state}.`),
  none: 'not submitted',
  portals: 'Portals',
  columns: { title: 'Entry', date: 'Date', credits: 'Credits', status: 'Status' },
  teamColumns: { member: 'Member', entries: 'Entries', latest: 'Last change' },
  teamTitle: (team: string) => `Portals of ${team}`,
  teamNothing: 'This team has no records in a current cycle.',
  teamCount: (n: number, state: 'open' | 'submitted' | 'accepted' | 'rejected', credits: number) =>
    state === 'open'
      ? `${n} not submitted (${amount(credits)} ${credits === 100 ? 'credit' : 'credits'})`
      : `${n} ${state}`,
  teamLast: (day: string) => `last updated ${date(day)}`,
  teamNote: 'As marked by each member. People on this list can see who viewed it.',
  printed: (day: string) => `As of ${date(day)}`,
  howKnown: (certainty: string) => `Source for the field order: ${certainty}.`,
});
