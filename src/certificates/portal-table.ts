import { transcriptLayout } from '../domain/transcript-layout.ts';
import type { TextBlock } from './blocks.ts';
import type { PageText } from './page-text.ts';
import { paperOf } from './paper.ts';

/** Returns the table of a portal's transcript with tabs between its cells; undefined if the document has none. */
export function findPortalTable(pages: readonly PageText[]): string | undefined {
  const { rows } = paperOf(pages);
  const at = rows.findIndex((row) => transcriptLayout(row.map(({ text }) => text)) !== undefined);
  const header = rows[at];
  if (header === undefined) return undefined;
  const lines = rows.slice(at + 1).map((row) => cellsUnder(header, row).join('\t'));
  return [header.map(({ text }) => text).join('\t'), ...lines].join('\n');
}

/** Returns one cell for each heading: every block goes under the heading that it is aligned with best. */
function cellsUnder(header: readonly TextBlock[], row: readonly TextBlock[]): readonly string[] {
  const cells = header.map((): string[] => []);
  for (const block of row) {
    const away = header.map((head) => distance(head, block));
    cells[away.indexOf(Math.min(...away))]?.push(block.text);
  }
  return cells.map((texts) => texts.join(' '));
}

function distance(head: TextBlock, { x, width }: TextBlock): number {
  return Math.min(
    Math.abs(x - head.x),
    Math.abs(x + width - head.x - head.width),
    Math.abs(x + width / 2 - head.x - head.width / 2),
  );
}
