import type { Action, Block, Card } from './card.ts';

/** A card with each of its buttons replaced, also those beside items and rows. */
export function mapActions(card: Card, change: (action: Action) => Action): Card {
  return {
    ...card,
    blocks: card.blocks.map((block) => mapped(block, change)),
    ...(card.actions === undefined ? {} : { actions: card.actions.map(change) }),
  };
}

function mapped(block: Block, change: (action: Action) => Action): Block {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => (row.action === undefined ? row : { ...row, action: change(row.action) }));
    return { ...block, rows };
  }
  if (block.kind !== 'item' || block.action === undefined) return block;
  const { action, also } = block;
  return { ...block, action: change(action), ...(also === undefined ? {} : { also: change(also) }) };
}
