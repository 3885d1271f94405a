import type { Block, Card } from './card.ts';
import { tableItems } from './table-items.ts';
import { plainTextOf } from './text.ts';

/** A card as plain text for notifications, screen readers and terminals. */
export function cardWords({ title, blocks }: Card): string {
  return [title, ...blocks.flatMap(blockWords)].join('\n');
}

/** The lines of a block as plain text. */
export function blockWords(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'text':
    case 'note':
      return [plainTextOf(block.text)];
    case 'rule':
      return [];
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plainTextOf(value)}`);
    case 'progress':
    case 'shares':
      return [block.label];
    case 'table':
      return tableItems(block).flatMap(blockWords);
    case 'item':
      return [
        block.detail === undefined
          ? plainTextOf(block.title)
          : `${plainTextOf(block.title)}: ${plainTextOf(block.detail)}`,
      ];
  }
}
