import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A cell of a made workbook: a text, a number, or a number with the index of a style, or a formula with its stored result. */
export type MadeCell =
  | string
  | number
  | undefined
  | { readonly value: number; readonly style: number }
  | { readonly formula: string; readonly stored?: number };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly isHidden?: boolean;
}

/** The styles of made workbooks: a number, a date, a date with a time, a length of time, minutes and seconds, a coloured number. */
export const STYLES = { number: 0, date: 1, moment: 2, length: 3, clock: 4, colour: 5 } as const;
const FORMATS = ['General', 'dd/mm/yyyy', 'yyyy\\-mm\\-dd hh:mm', '[h]:mm:ss', 'h:mm', '[Red]0.00" day"'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

function xlsxCell(cell: MadeCell, reference: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if ('formula' in cell) return `<c r="${reference}"><f>${escaped(cell.formula)}</f><v>${cell.stored ?? ''}</v></c>`;
  return `<c r="${reference}" s="${cell.style}"><v>${cell.value}</v></c>`;
}

function xlsxSheet({ rows }: MadeSheet): string {
  const lines = rows.map((cells, row) => {
    const made = cells.map((cell, column) => xlsxCell(cell, `${columnName(column)}${row + 1}`));
    return `<row r="${row + 1}">${made.join('')}</row>`;
  });
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** Returns an `.xlsx` file. */
export function xlsx(sheets: readonly MadeSheet[], more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const list = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${isHidden ? ' state="hidden"' : ''}/>`,
  );
  const targets = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  const formats = FORMATS.map(
    (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = FORMATS.map((_, at) => `<xf numFmtId="${at === 0 ? 0 : 200 + at}"/>`);
  return zip({
    'xl/workbook.xml': `<workbook><workbookPr/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, xlsxSheet(sheet)])),
    ...more,
  });
}

/** Returns an `.ods` file with these tables as XML. */
export function ods(tables: string): Promise<Buffer> {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}

/** Returns a row of an `.ods` table with texts in its cells. */
export function odsRow(cells: readonly string[]): string {
  const made = cells.map(
    (text) => `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`,
  );
  return `<table:table-row>${made.join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
}

function zip(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(parts))
    file.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' });
  file.end();
  return buffer(file.outputStream);
}
