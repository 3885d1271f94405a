import { amount, type Basics, lookup, type Unit, whole } from '../basics.ts';

const amountOf = (count: number) => (count === 1 ? '1 opportunity' : `${whole(count)} opportunities`);

/** Words for opportunities: found, ranked, and where they come from. */
export const opportunityWords = ({ date, days }: Basics) => ({
  search: 'Opportunities',
  found: (words: string) => (words === '' ? 'Upcoming opportunities' : `Results for “${words}”`),
  nothing: (requested: string) => `No opportunities match “${requested}”.`,
  nearest: (requested: string) => `Nothing fits “${requested}”. Nearest:`,
  meant: (word: string) => `Did you mean “${word}”?`,
  forWhich: (typed: string) =>
    `“${typed}” isn’t the name of one of your certifications, so it was searched as a word. Which one did you mean?`,
  hint: 'Filters: free, under $100, in German, podcast, in person in Berlin, next month, under 1h, at least 2 cpe, for cissp.',
  preparing:
    'Search is being prepared after a restart, so only some of the opportunities were searched. Try again in a minute.',
  noneYet: 'No opportunities yet.',
  opportunity: 'Opportunity',
  when: 'When',
  length: 'Duration',
  cost: 'Cost',
  none: 'No opportunities yet. An admin can turn on sources with “sources”.',
  minutesUnknown: 'duration unknown',
  anyTime: 'any time',
  free: 'free',
  worth: (short: string, low: number, likely: number, high: number, unit: Unit) =>
    low === high
      ? `${short} ≈ ${amount(likely)} ${unit.many}`
      : `${short} ≈ ${amount(likely)} (${amount(low)} – ${amount(high)}) ${unit.many}`,
  learned: (percent: number) => `(based on certificates: ${percent}% of the standard estimate)`,
  minutesEach: (short: string, minutes: number) => `${minutes} minutes per ${short} credit`,
  reason: (each: string) => `Estimates: ${each}, without breaks, rounded down, within your limits.`,
  noRoom: (short: string) => `${short} 0 (limit reached)`,
  counts: (subject?: string) => (subject === undefined ? 'counts' : `counts: ${subject}`),
  countsAsStated: 'counts, says the provider',
  countsIfItFits: (subject?: string) =>
    subject === undefined ? 'counts if it fits your work' : `counts if it fits your work: ${subject}`,
  doesNotCount: (subject?: string) =>
    subject === undefined ? 'probably doesn’t count' : `probably doesn’t count: ${subject}`,
  attended: 'I attended this',
  planIt: 'Add to plan',
  which: 'Activity',
  whichHint: 'Type words of the title and select a result.',
  choose: 'This isn’t one of the results. Select a result, or log another activity with “log”.',
  onwards: 'Continue',
  next: (time: string) => `Best use of ${time}`,
  nextTeam: (time: string) => `Best use of ${time} for the team`,
  servesTeam: (people: number, gaps: number) =>
    `helps ${people} ${people === 1 ? 'person' : 'people'}, ${gaps} open ${gaps === 1 ? 'requirement' : 'requirements'}`,
  tooFew: (least: number) => `Counts are shown only for teams of at least ${least} people.`,
  nextNone: (time: string) => `No opportunity within ${time} helps your pace. Try a longer time.`,
  nextMet: (list: string) =>
    `Everything required for ${list} is met, so no opportunity is needed for your pace. To learn something anyway, search.`,
  nextExams: (list: string, count: number) =>
    `${list} ${count === 1 ? 'is' : 'are'} renewed by an exam, not by credits. Type “pace” to see when.`,
  nextHow: 'The time is missing. Type how long you have, for example “next 3h” or “next 45m”.',
  adds: (short: string, credits: number, category: string) =>
    `${short}${category === '' ? '' : ` ${category}`} +${amount(credits)}`,
  serves: (count: number, closes: number, gained: number) =>
    [
      `counts for ${count} open ${count === 1 ? 'requirement' : 'requirements'}`,
      ...(closes === 0 ? [] : [`completes ${closes}`]),
      ...(gained <= 0 ? [] : [`+${days(gained)}`]),
    ].join(', '),
  coming: (day: string, hasLength: boolean) =>
    hasLength
      ? `This starts on ${date(day)}. Add it to your plan now, and log it once you’ve attended it.`
      : `This starts on ${date(day)}. Log it once you’ve attended it.`,
  gone: 'This opportunity is no longer available.',
  noLength: 'The duration is unknown, so it can’t be planned. Type “plan 1h” and the title.',
  sources: 'Opportunity sources',
  sourcesNone: 'No opportunity sources yet',
  sourcesFailing: (failing: number, count: number) =>
    `${failing} of ${count} opportunity ${count === 1 ? 'source' : 'sources'} can’t be updated`,
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  refresh: 'Refresh now',
  addSource: 'Add a source',
  on: 'on',
  off: 'off',
  neverRead: 'not updated yet',
  opportunities: amountOf,
  readOn: (when: string) => `updated ${when}`,
  notTaken: (count: number) => `${count} ${count === 1 ? 'item' : 'items'} skipped or changed`,
  columnsNotRead: (count: number) => `${count} ${count === 1 ? 'column' : 'columns'} not read`,
  beyondLimit: (count: number) => `${whole(count)} more than the limit of 20,000 not read`,
  latest: 'Latest opportunities',
  notReadTitle: 'Not read',
  unreadColumns: (names: string) => `Columns: ${names}`,
  unreadSheets: (names: string) => `Sheets: ${names}`,
  reject: (item: number, title: string, why: string) => `${item}: ${title === '' ? 'no title' : title} – ${why}`,
  cellNotRead: (column: string) => `added without “${column}”, which can’t be read`,
  moreRejects: (count: number) => `and ${count} more`,
  reasons: {
    cancelled: 'skipped: cancelled',
    'no-title': 'skipped: no title',
    'bad-date': 'the date isn’t valid',
    'unclear-date': 'skipped: day and month could be swapped. Use dates like 2026-12-10',
    'bad-duration': 'added without its duration, which isn’t valid',
    'unread-cell': 'added without a cell that can’t be read',
    unreadable: 'skipped: the row can’t be read',
    twice: 'skipped: duplicate',
  },
  fitsTeam: 'Fits your team’s certifications',
  fitsFor: (list: string) => `for ${list}`,
  others: (count: number) => `${count} more`,
  turnOnAll: (count: number) => `Turn on all ${count}`,
  importTable: 'Import a table',
  tableIntro: 'A table of opportunities as .xlsx, .ods or .csv. You see what is read of it before it is saved.',
  tableFile: 'File',
  tableProblem: (why: string) => `The file can’t be read: ${why}.`,
  wouldImport: (count: number) => `${amountOf(count)} to import`,
  importIt: 'Import',
  showSource: 'Details',
  allSources: 'All sources',
  refreshed: (count: number) => (count === 1 ? '1 source updated' : `${count} sources updated`),
  volume: (before: number, after: number) =>
    before === after
      ? `${amountOf(after)} in this workspace, as before`
      : `${amountOf(after)} in this workspace, ${whole(before)} before`,
  failed: (why: string, count: number) => `update failed ${count} ${count === 1 ? 'time' : 'times in a row'}: ${why}`,
  problems: lookup({
    'bad-address': 'address not found',
    'private-address': 'private address',
    'too-many-redirects': 'too many redirects',
    'too-large': 'file too large',
    'too-slow': 'response too slow',
    unreachable: 'server unreachable',
    'proxy-refused': 'refused by the proxy of recert’s network',
    'not-a-feed': 'not a feed, calendar, table or page with events',
    'no-title-column': 'the table has no title column',
    unreadable: 'unreadable or too large',
  }),
  refreshing: (count: number) =>
    `Updating ${count === 1 ? 'the source' : `${count} sources`}. I’ll send you the result.`,
  name: 'Name',
  address: 'Address',
  addressHint:
    'The https:// address of an RSS or Atom feed, an .ics calendar, a .csv, .xlsx or .ods table, or a page with schema.org events.',
  provider: 'Provider',
  providerHint: 'Used for items without a provider.',
  kind: 'Kind',
  minutes: 'Minutes',
  minutesHint: 'Used for items without a duration. Leave empty if it varies.',
  submit: 'Add',
  badAddress: 'The address isn’t valid. Use a public https:// address without a user name.',
  badMinutes: 'The duration isn’t valid. Enter whole minutes from 1 to 44,640.',
  known: 'A source with this address already exists.',
  byHand: 'Added manually',
  offerTitle: 'Share an opportunity',
  suggested: 'Shared. Everyone in this workspace can now find it.',
  knownOffer: 'An opportunity with this address already exists.',
  whenHint: 'Leave empty if it’s available at any time.',
  isFree: 'Is it free?',
  yes: 'Yes',
  no: 'No',
  calendar: 'Get calendar file',
  calendarFile: 'Your plan as a calendar file',
});
