import { isDateLike } from './cell-dates.ts';
import { type DecodedText, decodeText, type Encoding, type EncodingChoice } from './detect-encoding.ts';
import { type CountFields, type FoundHeader, findHeader } from './find-header.ts';
import type { GridRow } from './grid.ts';
import { DELIMITERS, type Delimiter, readCsv, statedDelimiter } from './read-csv.ts';
import { readOds } from './read-ods.ts';
import { readXlsx } from './read-xlsx.ts';
import type { WorkbookSheet } from './workbook.ts';

/** What the person selected of a file: its encoding, and the sheet to import. */
export interface SheetOptions {
  readonly encoding?: Encoding | undefined;
  readonly sheet?: string | undefined;
}

/** Where a table was read from. */
export type SheetSource =
  | {
      readonly kind: 'text';
      readonly delimiter: Delimiter;
      readonly encoding: string;
      /** The encodings that the file may have, if its letters don't decide. */
      readonly encodings: readonly EncodingChoice[];
      /** None of them was selected. */
      readonly isEncodingUnclear: boolean;
    }
  | {
      readonly kind: 'workbook';
      readonly sheet: string;
      /** The names of the sheets with a table, the one that was read among them. */
      readonly sheets: readonly string[];
      readonly isSheetUnclear: boolean;
      readonly formulas: number;
    };

/** The header and the rows of a table; headings of blocks are not among them. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly GridRow[];
  readonly source: SheetSource;
}

/** Whether a file is a zip archive, as `.xlsx` and `.ods` files are, by its first bytes. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Reads the table of a `.csv`, `.xlsx` or `.ods` file. Returns undefined if there are no rows below the header. Throws if a workbook is broken
 * or too large. The header is the row that names the most fields, by default those of records.
 */
export async function parseSheet(
  bytes: Uint8Array,
  options: SheetOptions = {},
  countFields?: CountFields,
): Promise<Sheet | undefined> {
  return isArchive(bytes) ? parseWorkbook(bytes, options, countFields) : parseTextSheet(bytes, options, countFields);
}

/** Rows in which the delimiter is looked for. */
const HEAD_ROWS = 50;

/** Reads the table of a `.csv` file; undefined if there are no rows below the header. */
export function parseTextSheet(
  bytes: Uint8Array,
  { encoding }: SheetOptions,
  countFields?: CountFields,
): Sheet | undefined {
  const decoded = decodeText(bytes, encoding);
  const delimiter = statedDelimiter(decoded.text) ?? findDelimiter(decoded, countFields);
  const found = findHeader(readCsv(decoded.text, delimiter), countFields);
  if (found === undefined || found.rows.length === 0) return undefined;
  const { header, rows } = found;
  const { choices: encodings } = decoded;
  const isEncodingUnclear = encodings.length > 0 && encoding === undefined;
  const source = { kind: 'text', delimiter, encoding: decoded.encoding, encodings, isEncodingUnclear } as const;
  return { header, rows: rows.map((row) => withWidthFault(row, header.length)), source };
}

/**
 * Marks a row with a cell beyond the header: with a date, another row may be on its line; else a text with a separator may not be in quotation
 * marks, so that its end stands there.
 */
function withWidthFault(row: GridRow, columns: number): GridRow {
  const beside = row.cells.slice(columns).filter((cell) => cell !== '');
  if (row.fault !== undefined || beside.length === 0) return row;
  return { ...row, fault: beside.some(isDateLike) ? 'two-rows' : 'beside' };
}

/** Returns the delimiter whose header names the most fields; of several, the one that gives the most columns. */
function findDelimiter({ text }: DecodedText, countFields?: CountFields): Delimiter {
  const head = text.slice(0, 200_000);
  const tried = DELIMITERS.map((delimiter) => {
    const found = findHeader(readCsv(head, delimiter, HEAD_ROWS), countFields);
    return { delimiter, fields: found?.fields ?? 0, columns: found?.header.length ?? 0 };
  });
  return tried.reduce((best, one) => (isBetter(one, best) ? one : best)).delimiter;
}

function isBetter(
  one: { readonly fields: number; readonly columns: number },
  best: { readonly fields: number; readonly columns: number },
): boolean {
  return one.fields > best.fields || (one.fields === best.fields && one.columns > best.columns);
}

async function parseWorkbook(
  bytes: Uint8Array,
  { sheet: stated }: SheetOptions,
  countFields?: CountFields,
): Promise<Sheet | undefined> {
  const tables = (await readWorkbook(bytes)).flatMap((sheet) => {
    const found = findHeader(sheet.rows, countFields);
    return found === undefined || found.rows.length === 0 ? [] : [{ ...sheet, found }];
  });
  const named = tables.find(({ name }) => name === stated);
  const likely = tables.filter(({ found }) => isRecordTable(found));
  const [first] = [...likely, ...tables];
  const chosen = named ?? first;
  if (chosen === undefined) return undefined;
  const { name, formulas, found } = chosen;
  const isSheetUnclear = named === undefined && (likely.length > 1 || (likely.length === 0 && tables.length > 1));
  const sheets = tables.map((one) => one.name);
  return {
    header: found.header,
    rows: found.rows,
    source: { kind: 'workbook', sheet: name, sheets, isSheetUnclear, formulas },
  };
}

/** A workbook with a part of this name is an OpenDocument; one with none of either isn't read. */
async function readWorkbook(bytes: Uint8Array): Promise<readonly WorkbookSheet[]> {
  const isOds = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).includes(
    'opendocument.spreadsheet',
  );
  return isOds ? readOds(bytes) : readXlsx(bytes);
}

/** A sheet of records names more than one field. */
function isRecordTable({ fields }: FoundHeader): boolean {
  return fields >= 2;
}
