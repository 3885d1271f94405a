import { amount, type Basics, lookup } from '../basics.ts';

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Words for entry sheets: what is typed into the portals of bodies, and how far that is. */
export const sheetWords = ({ date }: Basics) => ({
  title: 'Entry sheets',
  of: (body: string) => `Entry sheet: ${body}`,
  nothingLogged: 'Nothing is logged in the cycles that are open, so there is nothing to enter in a portal.',
  toEnter: (n: number) => (n === 1 ? '1 entry to make' : `${n} entries to make`),
  entries: (n: number) => (n === 1 ? '1 entry' : `${n} entries`),
  allEntered: 'Everything is entered',
  show: 'Show',
  back: 'Back to the sheet',
  files: 'As PDF and CSV',
  filesFollow: 'It comes to you alone in a moment, as a PDF to have beside the portal and as a table.',
  fileAbout: (body: string) => `Entry sheet: ${body}`,
  allSubmitted: 'All are submitted',
  byMonth: 'One for each month',
  oneByOne: 'One for each activity',
  never: 'recert never logs in anywhere for you: copy, submit, and tick it here',
  anyPortal: 'How this portal asks is not known, so everything is here that it may ask for',
  fields: {
    start: 'Start date',
    end: 'End date',
    title: 'Title',
    provider: 'Provider',
    activity: 'Kind of activity',
    delivery: 'Delivery',
    credits: 'Credits',
    category: 'Category',
    marks: 'Domains',
    description: 'Description',
    link: 'Link',
    files: 'Files of proof',
  },
  status: 'Status',
  record: 'recert record',
  bundle: (kind: string, provider: string, day: string, n: number) =>
    `${kind}${provider === '' ? '' : `: ${provider}`}, ${day.slice(0, 7)} (${n})`,
  part: (title: string, n: number, of: number) => `${title} (part ${n} of ${of})`,
  lost: (credits: number) => `the portal’s step leaves out ${amount(credits)}`,
  tooSmall: 'less than the portal’s smallest amount: bundle it with others',
  tooMany: (n: number, max: number) => `${n} files, and the portal takes ${max}`,
  tooHeavy: (bytes: number, max: number) =>
    `the files have ${megabytes(bytes)} together, and the portal takes ${megabytes(max)}`,
  states: { submitted: 'Submitted', accepted: 'Accepted', rejected: 'Rejected' },
  tick: (state: 'submitted' | 'accepted' | 'rejected', day: string, reference: string) => {
    const word = { submitted: 'submitted', accepted: 'accepted', rejected: 'rejected' }[state];
    return `${word} on ${date(day)}${reference === '' ? '' : `, ${reference}`}`;
  },
  buttons: lookup({ submitted: 'Submitted', answer: 'Accepted or rejected', none: 'Not entered' }),
  formTitle: 'In the portal',
  submit: 'Note it',
  said: 'What is it?',
  on: 'Since when?',
  reference: 'Reference',
  referenceHint: 'What the portal calls it, if it calls it anything.',
  notBefore: (day: string) => `It ended on ${date(day)}, and cannot have been entered before.`,
  notFuture: 'That day has not come yet.',
  changed: 'The sheet is another one by now: look at it again, then tick.',
  gone: 'This entry is not there any more.',
  unknown: (typed: string, bodies: readonly string[]) =>
    `You log nothing for “${typed}”. There are sheets for: ${bodies.join(', ')}.`,
  noted: (n: number, state: string) => (n === 1 ? `1 entry: ${state}.` : `${n} entries: ${state}.`),
  none: 'not entered',
  portals: 'Portals',
  teamTitle: (team: string) => `Portals of ${team}`,
  teamNothing: 'Nobody in this team has logged anything in a cycle that is open.',
  teamCount: (n: number, state: 'open' | 'submitted' | 'accepted' | 'rejected', credits: number) =>
    state === 'open' ? `${n} not entered (${amount(credits)} credits)` : `${n} ${state}`,
  teamLast: (day: string) => `last noted ${date(day)}`,
  teamNote: 'By what each of them noted. Everybody on it can see with “looks” that you looked.',
  printed: (day: string) => `As of ${date(day)}`,
  howKnown: (certainty: string) => `The order of the fields: ${certainty}.`,
});
