import Papa from 'papaparse';
import { decode } from './decode.ts';

/** A row, with the number it has in a spreadsheet. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The header and rows of a table. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly delimiter: string;
}

/** Maximum cells per row and characters per cell; the rest is ignored. */
const MAX_CELLS = 200;
const MAX_CHARACTERS = 5000;

/** Parses a table separated by commas, semicolons, tabs or bars; empty rows are left out. Returns undefined if there are no rows below the header. */
export function parseSheet(bytes: Uint8Array): Sheet | undefined {
  const rows: SheetRow[] = [];
  let [number, delimiter] = [0, ','];
  Papa.parse<string[]>(decode(bytes).replace(/^\ufeff/u, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
    step: ({ data, meta }) => {
      number += 1;
      delimiter = meta.delimiter;
      const cells = data.slice(0, MAX_CELLS).map(plain);
      if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
    },
  });
  const [head, ...rest] = rows;
  if (head === undefined || rest.length === 0) return undefined;
  return { header: head.cells.map((name) => name.slice(0, 100)), rows: rest, delimiter };
}

/** Returns a cell without the escape character before a formula. */
function plain(cell: string): string {
  return cell
    .slice(0, MAX_CHARACTERS)
    .trim()
    .replace(/^'(?=[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u, '');
}
