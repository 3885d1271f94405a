import type { Block } from './card.ts';
import { boldRuns, type Run, runsOf } from './text.ts';

/** A table as items, for where a platform draws no tables: the first cell is the title, the others that aren't empty follow it. */
export function tableItems({ rows }: Extract<Block, { kind: 'table' }>): readonly Extract<Block, { kind: 'item' }>[] {
  return rows.map(({ cells: [first = '', ...others], action }) => {
    const detail = others
      .filter((cell) => cell !== '')
      .flatMap((cell, index): Run[] => [...(index === 0 ? [] : [' · ']), ...runsOf(cell)]);
    return {
      kind: 'item',
      title: boldRuns(first),
      ...(detail.length === 0 ? {} : { detail }),
      ...(action === undefined ? {} : { action }),
    };
  });
}
