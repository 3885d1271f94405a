import Papa from 'papaparse';

/** A table as it stands in a file: its head, and its rows with the number each has in a spreadsheet. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  readonly delimiter: string;
}

/** Reads a table by commas, semicolons, tabs or bars; rows without anything are left out. Nothing where there is no row. */
export function readSheet(text: string): Sheet | undefined {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const filled = data
    .map((cells, index) => ({ number: index + 1, cells: cells.map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...rows] = filled;
  return head === undefined ? undefined : { header: head.cells, rows, delimiter: meta.delimiter };
}

/** A cell without what keeps a spreadsheet from taking it for a formula. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@\t\r])/u, '');
}
