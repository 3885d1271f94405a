import Papa from 'papaparse';
import { decode } from './decode.ts';

/** A row, with the number it has in a spreadsheet. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table as it stands in a file: its head, and its rows. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly delimiter: string;
}

/** A row has so many cells, and a cell so many characters; what is behind them is not looked at. */
const MOST_CELLS = 200;
const MOST_CHARACTERS = 5000;

/** Reads a table by commas, semicolons, tabs or bars, in any of the usual encodings; rows without anything are left out. Nothing where no row is below the head. */
export function parseSheet(bytes: Uint8Array): Sheet | undefined {
  const rows: SheetRow[] = [];
  let [number, delimiter] = [0, ','];
  Papa.parse<string[]>(decode(bytes).replace(/^\ufeff/u, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
    step: ({ data, meta }) => {
      number += 1;
      delimiter = meta.delimiter;
      const cells = data.slice(0, MOST_CELLS).map(plain);
      if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
    },
  });
  const [head, ...rest] = rows;
  if (head === undefined || rest.length === 0) return undefined;
  return { header: head.cells.map((name) => name.slice(0, 100)), rows: rest, delimiter };
}

/** A cell without what keeps a spreadsheet from taking it for a formula. */
function plain(cell: string): string {
  return cell
    .slice(0, MOST_CHARACTERS)
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/u, '');
}
