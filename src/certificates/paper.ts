import { findBlocks, isSameLine, type TextBlock } from './blocks.ts';
import { findLabelled, type LabelField, type Labelled } from './labels.ts';
import type { PageText } from './page-text.ts';

/** The text of a document, prepared for its fields to be found. */
export interface Paper {
  readonly blocks: readonly TextBlock[];
  readonly labelled: readonly Labelled[];
  /** The blocks that stand side by side, from the top; a row has at least two. */
  readonly rows: readonly (readonly TextBlock[])[];
  /** All text, one block a line. */
  readonly text: string;
}

/** Prepares the text of a document. */
export function paperOf(pages: readonly PageText[]): Paper {
  const blocks = findBlocks(pages);
  return {
    blocks,
    labelled: findLabelled(blocks),
    rows: rowsOf(blocks),
    text: blocks.map(({ text }) => text).join('\n'),
  };
}

/** Returns what is labelled as a field. */
export function labelledAs({ labelled }: Paper, ...fields: readonly LabelField[]): readonly Labelled[] {
  return labelled.filter(({ field }) => fields.includes(field));
}

/** Returns the block under another, in its column or centred as it is; there may be a drawn line between them. */
export function blockBelow(block: TextBlock, { blocks }: Paper): TextBlock | undefined {
  return neighbours(block, blocks).find((other) => other.y > block.y);
}

/** Returns the block above another, in its column or centred as it is. */
export function blockAbove(block: TextBlock, { blocks }: Paper): TextBlock | undefined {
  return neighbours(block, blocks).findLast((other) => other.y < block.y);
}

function neighbours(block: TextBlock, blocks: readonly TextBlock[]): readonly TextBlock[] {
  const centre = ({ x, width }: TextBlock) => x + width / 2;
  return blocks.filter(
    (other) =>
      other !== block &&
      other.page === block.page &&
      (Math.abs(other.x - block.x) < 4 || Math.abs(centre(other) - centre(block)) < 12),
  );
}

function rowsOf(blocks: readonly TextBlock[]): readonly (readonly TextBlock[])[] {
  const rows: TextBlock[][] = [];
  for (const block of blocks) {
    const row = rows.findLast(
      ([first]) => first !== undefined && first.page === block.page && isSameLine(first, block),
    );
    if (row === undefined) rows.push([block]);
    else row.push(block);
  }
  return rows.filter(({ length }) => length > 1).map((row) => row.toSorted((a, b) => a.x - b.x));
}
