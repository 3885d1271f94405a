/** A text and where it stands in its line. */
interface PlacedCell {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

/**
 * Splits a line of a copied table into trimmed cells, parted by tabs or by two spaces and more. Where spaces part the cells, an empty one leaves
 * no trace: with the header above, each cell goes under the heading that it stands under.
 */
export function splitTranscriptLine(line: string, header = ''): readonly string[] {
  if (line.includes('\t')) return padded(line.split('\t').map(plain), header);
  const cells = placedCells(line);
  const heads = header.includes('\t') ? [] : placedCells(header);
  const texts = cells.map(({ text }) => text);
  return cells.length < heads.length ? (underHeads(cells, heads) ?? texts) : texts;
}

/** Copying a page leaves out empty cells at the end of a line, or adds some. */
function padded(cells: readonly string[], header: string): readonly string[] {
  const width = header === '' ? cells.length : header.split('\t').length;
  const missing = Math.max(0, width - cells.length);
  const all = [...cells, ...new Array<string>(missing).fill('')];
  const last = all.findLastIndex((cell) => cell !== '');
  return header === '' ? all.slice(0, last + 1) : all.slice(0, Math.max(width, last + 1));
}

function placedCells(line: string): readonly PlacedCell[] {
  return [...line.matchAll(/\S+(?:[ \u00a0]\S+)*/gu)].map(({ 0: words, index }) => {
    return { text: plain(words), from: index, until: index + words.length };
  });
}

/** Returns one cell for each heading; undefined if a cell stands under none of them, or under several. */
function underHeads(cells: readonly PlacedCell[], heads: readonly PlacedCell[]): readonly string[] | undefined {
  const row = heads.map(() => '');
  for (const { text, from, until } of cells) {
    const under = heads.flatMap((head, column) => (from < head.until && until > head.from ? [column] : []));
    const [column, other] = under;
    if (column === undefined || other !== undefined || row[column] !== '') return undefined;
    row[column] = text;
  }
  return row;
}

function plain(cell: string): string {
  return cell.replace(/[\s\u00a0]+/gu, ' ').trim();
}
