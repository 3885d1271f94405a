import { addDays, day } from '../domain/calendar.ts';
import { type GridRow, gridRow, MAX_COLUMNS } from './grid.ts';
import { plainCell } from './read-csv.ts';
import { unzip } from './unzip.ts';
import { lengthText, MAX_WORKBOOK_ROWS, numberText, readXml, type WorkbookSheet } from './workbook.ts';
import { type NumberKind, numberKinds } from './xlsx-styles.ts';

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  /** Days are counted from 1904. */
  readonly isFrom1904: boolean;
}

interface CellContext {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly isFrom1904: boolean;
}

/** Reads the visible sheets of an `.xlsx` file. Throws if it isn't one, or if it is too large. */
export async function readXlsx(bytes: Uint8Array): Promise<readonly WorkbookSheet[]> {
  const parts = await unzip(bytes, (name) => /^xl\/(?:[^/]+\.xml|_rels\/[^/]+|worksheets\/[^/]+\.xml)$/u.test(name));
  const workbook = readWorkbook(parts.get('xl/workbook.xml'));
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels'));
  const context: CellContext = {
    strings: readStrings(parts.get('xl/sharedStrings.xml')),
    kinds: numberKinds(parts.get('xl/styles.xml')),
    isFrom1904: workbook.isFrom1904,
  };
  return workbook.sheets.flatMap(({ name, id }) => {
    const part = parts.get(targets.get(id) ?? '');
    return part === undefined ? [] : [readSheet(name, part, context)];
  });
}

function readWorkbook(bytes: Uint8Array | undefined): Workbook {
  if (bytes === undefined) throw new Error('The workbook has no xl/workbook.xml.');
  const sheets: { name: string; id: string }[] = [];
  let isFrom1904 = false;
  readXml(bytes, {
    open(tag, attributes) {
      if (tag === 'workbookPr') isFrom1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? '');
      if (tag !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      sheets.push({ name: plainCell(attributes.name ?? ''), id: attributes['r:id'] ?? '' });
    },
  });
  return { sheets, isFrom1904 };
}

/** Returns the names of the parts by the id that the workbook uses. */
function readTargets(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (bytes === undefined) return targets;
  readXml(bytes, {
    open(tag, { Id = '', Target = '' }) {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

function readStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  const reader = textReader('si', (text) => strings.push(text));
  readXml(bytes, reader);
  return strings;
}

/** Collects the texts inside each tag of one name; phonetic guides are not part of them. */
function textReader(tag: string, done: (text: string) => void) {
  let [text, isText, isPhonetic] = ['', false, false];
  return {
    open(name: string) {
      if (name === tag) text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text(more: string) {
      if (isText) text += more;
    },
    close(name: string) {
      if (name === tag) done(text);
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isText = false;
    },
  };
}

function readSheet(name: string, bytes: Uint8Array, context: CellContext): WorkbookSheet {
  const rows: GridRow[] = [];
  let [number, formulas] = [0, 0];
  let cells: string[] = [];
  let cell = { column: 0, type: 'n', style: 0, value: '', isOpen: false };
  const inline = textReader('is', (text) => (cell.value = text));
  readXml(bytes, {
    open(tag, attributes) {
      inline.open(tag);
      if (tag === 'row') {
        number = Number(attributes.r ?? number + 1);
        cells = [];
      } else if (tag === 'c') {
        const column = attributes.r === undefined ? cells.length : columnOf(attributes.r);
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', isOpen: false };
      } else if (tag === 'v') cell.isOpen = true;
      else if (tag === 'f') formulas += 1;
    },
    text(text) {
      inline.text(text);
      if (cell.isOpen) cell.value += text;
    },
    close(tag) {
      inline.close(tag);
      if (tag === 'v') cell.isOpen = false;
      // One column more than is read shows that the row is too wide.
      if (tag === 'c' && cell.value !== '') cells[Math.min(cell.column, MAX_COLUMNS)] = cellText(cell, context);
      if (tag !== 'row' || cells.length === 0) return;
      if (rows.length >= MAX_WORKBOOK_ROWS) throw new Error(`The sheet has more than ${MAX_WORKBOOK_ROWS} rows.`);
      rows.push(
        gridRow(
          number,
          Array.from(cells, (one) => one ?? ''),
        ),
      );
    },
  });
  return { name, rows, formulas };
}

/** Returns the index of the column of a reference such as `AB12`. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { strings, kinds, isFrom1904 }: CellContext,
): string {
  if (type === 's') return plainCell(strings[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  const number = Number(value);
  if (type !== 'n' || !Number.isFinite(number)) return plainCell(value);
  const kind = kinds[style] ?? 'number';
  if (kind === 'length') return lengthText(number);
  return kind === 'date' ? dateText(number + (isFrom1904 ? 1462 : 0)) : numberText(number);
}

/** Day 60 of the calendar of spreadsheets is 29 Feb 1900, which never was; dates before are not those of activities. */
const FIRST_DAY = { serial: 61, day: day('1900-03-01') } as const;

function dateText(serial: number): string {
  if (serial < FIRST_DAY.serial || serial > 110_000) return numberText(serial);
  const date = addDays(FIRST_DAY.day, Math.floor(serial) - FIRST_DAY.serial);
  const time = serial % 1;
  return time === 0 ? date : `${date} ${lengthText(time).padStart(8, '0')}`;
}
