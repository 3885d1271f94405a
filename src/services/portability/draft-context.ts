import { parseDay } from '../../domain/calendar.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import { findDateOrder } from '../../sheets/cell-dates.ts';
import { findLengthReading, type LengthReading } from '../../sheets/cell-lengths.ts';
import { withoutPlaceholder } from '../../sheets/cell-numbers.ts';
import { foldName, readHeading } from '../../sheets/column-heading.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import { findPreset, type Preset } from '../../sheets/presets.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { parseDate } from '../parse-date.ts';
import { type ClaimColumn, findClaimColumns, withoutClaimColumns } from './claim-columns.ts';
import { rowClassifier } from './classify-row.ts';
import type { DraftContext } from './draft-reading.ts';
import type { OpenTable, TableReadingContext } from './open-table.ts';
import { findCategory } from './row-category.ts';
import { readDecimalMark } from './row-claims.ts';
import type { DayReading } from './row-days.ts';

interface ReadingContext extends TableReadingContext {
  readonly holdings: readonly CreditHolding[];
  readonly carriers: ReadonlyMap<string, string>;
}

/** Decides how the cells of a table are read, each column as a whole. */
export function draftContext(
  table: OpenTable,
  options: ImportOptions,
  { data, person, today, words, holdings, carriers }: ReadingContext,
): DraftContext {
  const { sheet } = table;
  const { catalogue, workspace } = data;
  const { balanceDay } = options;
  const preset = findPreset(sheet.header);
  const names = { holdings, carriers, catalogue, names: options.names ?? {} };
  const isOwn = preset?.isOwn === true;
  const columns = isOwn ? [] : findClaimColumns(sheet.header, table.mapping, names);
  const mapping = withoutClaimColumns(table.mapping, columns);
  const zone = person.zone ?? workspace.zone;
  return {
    mapping,
    words,
    balances: {
      day:
        balanceDay === undefined
          ? undefined
          : (parseDay(balanceDay) ?? parseDate(balanceDay, { today, locale: person.locale ?? 'en-GB' })),
    },
    classifier: rowClassifier(sheet, mapping, { names: nameWords(holdings), balanceRows: options.balanceRows }),
    activity: {
      order: findOrder(table, options),
      today,
      zone,
      length: findLengths(table, options),
      preset,
      defaultLength: options.length,
    },
    claims: {
      ...names,
      isOwn,
      columns,
      defaultHolding: findDefault(options.certification, holdings, { columns, preset, catalogue }),
      categories: options.categories ?? {},
      today,
      creditHourMinutes: findCreditHour(sheet.header, mapping),
      hasDecimalComma: readDecimalMark(sheet.rows, mapping.credits),
      words,
    },
  };
}

/** The words in the names of certifications and bodies, folded. */
function nameWords(holdings: readonly CreditHolding[]): ReadonlySet<string> {
  const names = holdings.flatMap(({ certification: { code, short, name, body } }) => [code, short, name, body]);
  return new Set(names.flatMap((name) => foldName(name).split(' ')));
}

/** The order of day and month: as selected, as a heading says, or as the cells show. */
function findOrder({ sheet, mapping }: OpenTable, { order }: ImportOptions): DayReading['order'] {
  if (order !== undefined) return order;
  const columns = [mapping.start, mapping.end].flatMap((column) => (column === undefined ? [] : [column]));
  const stated = columns
    .map((column) => readHeading(sheet.header[column] ?? '').order)
    .find((one) => one !== undefined);
  if (stated !== undefined) return stated;
  const found = findDateOrder(sheet.rows.flatMap(({ cells }) => columns.map((column) => cells[column] ?? '')));
  return found === 'none' ? 'day-first' : found;
}

function findLengths({ sheet, mapping }: OpenTable, { unit }: ImportOptions): LengthReading | 'unclear' {
  const column = mapping.minutes ?? mapping.hours;
  if (column === undefined) return { bare: 'hours', clock: 'hours', minutesPerHour: 60 };
  const { unit: stated, minutesPerHour } = readHeading(sheet.header[column] ?? '');
  const heading = mapping.minutes === undefined || stated === 'seconds' ? stated : 'minutes';
  const values = sheet.rows.map(({ cells }) => withoutPlaceholder(cells[column] ?? ''));
  return findLengthReading(values, { heading, stated: unit, minutesPerHour });
}

function findCreditHour(header: readonly string[], { hours }: Mapping): number | undefined {
  const { minutesPerHour } = readHeading(header[hours ?? -1] ?? '');
  return minutesPerHour === 60 ? undefined : minutesPerHour;
}

interface DefaultContext {
  readonly columns: readonly ClaimColumn[];
  readonly preset: Preset | undefined;
  readonly catalogue: TableReadingContext['data']['catalogue'];
}

/** The certification of rows that name none: as selected, the only one, or the only one of the portal or with the categories of the table. */
function findDefault(
  selected: string | undefined,
  holdings: readonly CreditHolding[],
  { columns, preset, catalogue }: DefaultContext,
): CreditHolding | undefined {
  const code = selected === undefined ? undefined : catalogue.find(selected)?.code;
  const stated = holdings.find(({ certification }) => certification.code === code);
  if (stated !== undefined) return stated;
  const ofPortal = holdings.filter(({ certification }) => certification.body === preset?.body);
  const categories = columns.filter((column) => column.kind === 'category');
  const withCategories = holdings.filter(({ renewal }) =>
    categories.some(({ name }) => findCategory(name, leavesOf(renewal)) !== undefined),
  );
  return [holdings, ofPortal, withCategories].find((some) => some.length === 1)?.[0];
}
