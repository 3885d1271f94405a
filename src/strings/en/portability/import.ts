import { type Basics, lookup } from '../basics.ts';
import { importArchiveWords } from './import-archive.ts';
import { importBalanceWords } from './import-balances.ts';
import { importQuestionWords, importRowWords } from './import-rows.ts';

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);
const records = (count: number) => (count === 1 ? '1 record' : `${count} records`);

/** What importing a table would do, in numbers: new records, those that are there, opening balances, and rows that are left out. */
interface WouldCounts {
  readonly fresh: number;
  readonly already: number;
  readonly balances: number;
  readonly leftOut: number;
}

/** Words for taking records from a table. */
export const importWords = (basics: Basics) => ({
  title: 'Import records',
  intro:
    'Upload a spreadsheet (.xlsx, .ods or .csv) with one record per row and at least a title and a date, or an “export mine” file from another recert. You see a preview before anything is saved.',
  file: 'File',
  read: 'Preview',
  take: 'Import',
  over: importArchiveWords(),
  questions: importQuestionWords(),
  balances: importBalanceWords(basics),
  ...importRowWords(),
  button: 'Import as records',
  received: (names: string) => `Received ${names}. Import the records in it; a preview is shown first.`,
  noFile: 'The file is missing. Attach your spreadsheet as .xlsx, .ods or .csv.',
  notTable: (name: string) => `${name} isn’t a spreadsheet. Save it as .xlsx, .ods or .csv and send it again.`,
  gone: 'The file is no longer available. Send it again.',
  empty: 'The file has no rows. Add at least one record.',
  unreadable: 'The file couldn’t be read because it’s too large or broken. Save it again, or split it.',
  ofTeam: 'This is the export of a team. Its records belong to several people. Each of them imports their own export.',
  tooMany: (count: number, max: number) => `The file has ${rows(count)}. Import at most ${max} at once.`,
  noColumn: (typed: string, header: readonly string[]) =>
    `There’s no column “${typed}”. Use one of: ${header.join(', ')}.`,
  missing: (field: string, header: readonly string[]) =>
    `No column found for the ${field.toLowerCase()}. Use one of: ${header.join(', ')}.`,
  unclear: 'Dates like 3/4/2026 are ambiguous. Select the date order.',
  row: (number: number, problem: string) => `Line ${number}, ${problem}`,
  rows: (numbers: string, problem: string) => `Lines ${numbers}, ${problem}`,
  noCertification: 'certification: missing. Enter one in the row or select one for all such rows.',
  notYours: (name: string, candidates: readonly string[]) =>
    candidates.length === 0
      ? `certification: “${name}” isn’t one of yours, or it doesn’t require credits.`
      : `certification: “${name}” isn’t one of yours. Use one of these names: ${candidates.join(', ')}.`,
  noCategory: (typed: string, short: string, names: readonly string[]) =>
    `category: “${typed}” isn’t a category of ${short}. Use one of: ${names.join(', ')}.`,
  noDomain: (typed: string, short: string, names: readonly string[]) =>
    names.length === 0
      ? `domains: ${short} has none. Leave the cell empty.`
      : `domains: “${typed}” isn’t a domain of ${short}. Use one of: ${names.join(', ')}.`,
  askCategory: (short: string, names: readonly string[]) =>
    `category: missing for ${short}. Use one of: ${names.join(', ')}. Enter it in the row or select one for all such rows.`,
  rowCategory: (short: string) => `${short}: category`,
  rowCategoryHint: 'For rows that name no category and whose category the rules don’t decide.',
  placed: (count: number, short: string, category: string) =>
    `${rows(count)} without a category: ${short}, ${category}, as decided by the rules and your earlier records.`,
  fields: lookup({
    id: 'id',
    title: 'title',
    provider: 'provider',
    start: 'date',
    end: 'last day',
    minutes: 'minutes',
    hours: 'hours',
    duration: 'duration',
    certification: 'certification',
    counts: 'certification',
    category: 'category',
    marks: 'domains',
    cycle: 'cycle start',
    credits: 'credits',
    reason: 'reason for the higher claim',
    item: 'type of item',
    kind: 'kind',
    delivery: 'delivery',
    description: 'description',
    link: 'link',
    note: 'note',
    status: 'status',
    progress: 'progress',
    removed: 'deleted',
  }),
  delimiters: lookup({ ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }),
  orders: { 'day-first': 'day before month', 'month-first': 'month before day' },
  order: 'Date order',
  orderHint: 'How to read dates like 3/4/2026.',
  noneColumn: 'No column',
  defaultAnswer: 'Default certification',
  readAs: (count: number, delimiter: string, order: string) =>
    `${rows(count)}, separated by ${delimiter}${order === '' ? '' : `, ${order}`}.`,
  notRead: (names: readonly string[]) => `Ignored columns: ${names.join(', ')}.`,
  would: (counts: WouldCounts) => {
    const { fresh, already, balances, leftOut } = counts;
    const parts = [
      ...(fresh + already === 0 && balances > 0 ? [] : [`${records(fresh)} to import`]),
      ...(balances === 0 ? [] : [balances === 1 ? '1 opening balance' : `${balances} opening balances`]),
      ...(already === 0 ? [] : [`${already} already there`]),
      ...(leftOut === 0 ? [] : [`${rows(leftOut)} left out`]),
    ];
    return parts.join(', ');
  },
  wouldOfFirst: (counts: string, first: number, all: number) => `First ${first} of ${rows(all)}: ${counts}.`,
  changeColumns: 'Change columns',
  wrong: (count: number) => `${count === 1 ? '1 problem' : `${count} problems`}; nothing was imported:`,
  more: (count: number) => `… and ${count} more.`,
  later: 'All rows are checked during the import. I’ll send you the result.',
  begun: 'Importing the file. I’ll send you the result.',
  isRunning: 'Another import of yours is still running, so nothing was imported. Try again in a few minutes.',
  done: (fresh: number, already: number) =>
    fresh === 0
      ? `No new records: all ${already} were already there.`
      : `${records(fresh)} imported${already === 0 ? '' : `; ${already} ${already === 1 ? 'was' : 'were'} already there`}.`,
});
