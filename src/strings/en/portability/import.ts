import { lookup } from '../basics.ts';
import { importArchiveWords } from './import-archive.ts';

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);
const records = (count: number) => (count === 1 ? '1 record' : `${count} records`);

/** Words for taking records from a table. */
export const importWords = () => ({
  title: 'Import records',
  intro:
    'A spreadsheet of your records, saved as CSV: a row for each, with a title and a date at least; or what “export mine” wrote in another recert. Nothing is kept before you have seen how it is read.',
  file: 'Table',
  read: 'Read it',
  take: 'Import',
  over: importArchiveWords(),
  button: 'Import it as records',
  noFile: 'Give a file: your table, saved as CSV.',
  notTable: (name: string) => `${name} is no text with rows and columns. Save the spreadsheet as CSV.`,
  gone: 'The file is not kept any more. Send it again.',
  empty: 'There is no row in it.',
  unreadable: 'The table could not be read: it is too large or too odd. Save it as CSV once more, or in parts.',
  tooMany: (count: number, max: number) => `It has ${rows(count)}; at most ${max} can be taken at once.`,
  noColumn: (typed: string, header: readonly string[]) =>
    `There is no column “${typed}”. There are: ${header.join(', ')}.`,
  missing: (field: string, header: readonly string[]) =>
    `No column says the ${field.toLowerCase()}. There are: ${header.join(', ')}.`,
  unclear: 'Its dates can be read in two ways (3/4/2026).',
  mixed: 'Its dates are written in both orders (25/4/2026 and 4/25/2026). Make them one in the table.',
  row: (number: number, problem: string) => `Row ${number}, ${problem}`,
  noCertification: 'certification: it names none, and it is not said what such rows are for.',
  notHeld: (name: string) => `certification: you have not added “${name}”, or it takes no credits.`,
  noCategory: (typed: string, short: string, names: readonly string[]) =>
    `category: “${typed}” is none of ${short}: ${names.join(', ')}.`,
  fields: lookup({
    id: 'id',
    title: 'title',
    provider: 'provider',
    start: 'date',
    end: 'last day',
    minutes: 'minutes',
    hours: 'hours',
    duration: 'length',
    certification: 'certification',
    counts: 'certification',
    category: 'category',
    credits: 'credits',
    kind: 'kind',
    delivery: 'delivery',
    description: 'description',
    link: 'link',
    note: 'note',
    removed: 'taken back',
  }),
  delimiters: lookup({ ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }),
  orders: { 'day-first': 'day before month', 'month-first': 'month before day' },
  order: 'Order in dates',
  orderHint: 'How 3/4/2026 is meant.',
  noneColumn: 'No column',
  usual: 'Rows without a certification are for',
  readAs: (count: number, delimiter: string, order: string) =>
    `${rows(count)}, by ${delimiter}${order === '' ? '' : `, ${order}`}.`,
  notRead: (names: readonly string[]) => `Not read: ${names.join(', ')}.`,
  would: (fresh: number, already: number) =>
    `${records(fresh)} to be added${already === 0 ? '' : `, ${already} there already`}.`,
  wrong: (count: number) =>
    count === 1 ? '1 thing is wrong, so nothing is taken:' : `${count} things are wrong, so nothing is taken:`,
  more: (count: number) => `… and ${count} more.`,
  later: (count: number) => `With ${rows(count)} each is read when you import; then you are told what came of it.`,
  begun: 'The table is being read. I tell you what came of it.',
  done: (fresh: number, already: number) =>
    fresh === 0
      ? `Nothing new: all ${already} were there already.`
      : `${records(fresh)} added${already === 0 ? '' : `; ${already} were there already`}.`,
});
