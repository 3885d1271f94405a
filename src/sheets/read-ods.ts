import { type GridRow, gridRow, MAX_COLUMNS } from './grid.ts';
import { plainCell } from './read-csv.ts';
import { unzip } from './unzip.ts';
import { lengthText, MAX_WORKBOOK_ROWS, numberText, readXml, type WorkbookSheet } from './workbook.ts';

type Attributes = Readonly<Record<string, string>>;

/** Reads the sheets of an `.ods` file. Throws if it isn't one, or if it is too large. */
export async function readOds(bytes: Uint8Array): Promise<readonly WorkbookSheet[]> {
  const content = (await unzip(bytes, (name) => name === 'content.xml')).get('content.xml');
  if (content === undefined) throw new Error('The file has no content.xml.');
  const reader = new OdsReader();
  readXml(content, {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (text) => reader.text(text),
    close: (tag) => reader.close(tag),
  });
  return reader.sheets;
}

/** Collects the sheets of a document while its tags are read. */
class OdsReader {
  readonly sheets: WorkbookSheet[] = [];
  #name = '';
  #rows: GridRow[] = [];
  #formulas = 0;
  #number = 0;
  #cells: string[] = [];
  #rowRepeats = 1;
  /** Those of the cell that was opened last. */
  #attributes: Attributes = {};
  #paragraphs: string[] = [];
  /** Inside a cell, but not in a comment on it. */
  #isCell = false;
  #isParagraph = false;
  #comments = 0;

  open(tag: string, attributes: Attributes): void {
    if (tag === 'table') this.#openSheet(attributes['table:name'] ?? '');
    else if (tag === 'table-row') {
      this.#cells = [];
      this.#rowRepeats = repeats(attributes, 'rows');
    } else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#openCell(attributes);
    else if (tag === 'annotation') this.#comments += 1;
    else if (tag === 'p' && this.#isCell && this.#comments === 0) {
      this.#isParagraph = true;
      this.#paragraphs.push('');
    } else if (tag === 's' || tag === 'tab') this.text(' ');
    else if (tag === 'line-break') this.text('\n');
  }

  text(text: string): void {
    if (this.#isParagraph && this.#comments === 0)
      this.#paragraphs.push(
        `${this.#paragraphs.pop() ?? ''}${text.replace(/\s+/gu, (run) => (run === '\n' ? run : ' '))}`,
      );
  }

  close(tag: string): void {
    if (tag === 'annotation') this.#comments -= 1;
    else if (tag === 'p') this.#isParagraph = false;
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#closeCell();
    else if (tag === 'table-row') this.#closeRow();
    else if (tag === 'table') this.sheets.push({ name: this.#name, rows: this.#rows, formulas: this.#formulas });
  }

  #openSheet(name: string): void {
    this.#name = plainCell(name);
    this.#rows = [];
    this.#number = 0;
    this.#formulas = 0;
  }

  #openCell(attributes: Attributes): void {
    this.#attributes = attributes;
    this.#isCell = true;
    this.#paragraphs = [];
    if (attributes['table:formula'] !== undefined) this.#formulas += 1;
  }

  #closeCell(): void {
    this.#isCell = false;
    const text = cellText(this.#attributes, this.#paragraphs.join('\n'));
    // One column more than is read shows that a row is too wide; empty cells are repeated up to the edge of the sheet.
    const count = Math.min(repeats(this.#attributes, 'columns'), MAX_COLUMNS + 1 - this.#cells.length);
    for (let n = 0; n < count; n += 1) this.#cells.push(text);
    if (count <= 0 && text !== '') this.#cells[MAX_COLUMNS] = text;
  }

  #closeRow(): void {
    const isBlank = this.#cells.every((cell) => cell === '');
    const count = this.#rowRepeats;
    for (let n = 1; n <= count && !isBlank; n += 1) {
      if (this.#rows.length >= MAX_WORKBOOK_ROWS) throw new Error(`The sheet has more than ${MAX_WORKBOOK_ROWS} rows.`);
      this.#rows.push(gridRow(this.#number + n, this.#cells));
    }
    this.#number += count;
  }
}

function repeats(attributes: Attributes, of: 'rows' | 'columns'): number {
  const count = Number(attributes[`table:number-${of}-repeated`] ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

function cellText(attributes: Attributes, text: string): string {
  const value = attributes['office:value'] ?? '';
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return Number.isFinite(Number(value)) ? numberText(Number(value)) : plainCell(text);
    case 'date':
      return (attributes['office:date-value'] ?? '').replace('T', ' ').replace(/ 00:00:00(?:\.0+)?$/u, '');
    case 'time':
      return timeText(attributes['office:time-value'] ?? '') ?? plainCell(text);
    case 'boolean':
      return (attributes['office:boolean-value'] ?? '').toUpperCase();
    default:
      return plainCell(text);
  }
}

/** Returns `PT1H30M00S` as `1:30:00`. */
function timeText(value: string): string | undefined {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/u.exec(value) ?? [];
  if (hours === undefined) return undefined;
  return lengthText(Number(hours) / 24 + Number(minutes) / 1440 + Number(seconds) / 86_400);
}
