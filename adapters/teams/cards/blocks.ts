import type { Block, Fact } from '../../../src/chat/card.ts';
import { boldRuns, plainTextOf } from '../../../src/chat/text.ts';
import { BAR, barPicture } from './bar-picture.ts';
import { buttonOf, type Where } from './buttons.ts';
import type { Element } from './elements.ts';
import { LIMITS } from './limits.ts';
import { heading, plainText, richText } from './text.ts';

/** One block of a card as Adaptive Card elements. */
export function elementsOf(block: Block, where: Where): readonly Element[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text, 'medium')];
    case 'text':
      return [richText(block.text)];
    case 'note':
      return [richText(block.text, { size: 'small', isSubtle: true })];
    case 'rule':
      return [{ type: 'Container', separator: true, items: [] }];
    case 'facts':
      return block.facts.map(fact);
    case 'progress':
      return progress(block);
    case 'shares':
      return shares(block);
    case 'item':
      return [item(block, where)];
  }
}

// A `FactSet` would interpret markup in its values.
function fact({ label, value }: Fact, index: number): Element {
  return {
    type: 'ColumnSet',
    spacing: index === 0 ? 'default' : 'small',
    columns: [column([richText([{ bold: label }])], 2), column([richText(value)], 3)],
  };
}

// Only Teams knows `ProgressBar`; other clients show the fallback.
function progress({ label, done, goal }: Extract<Block, { kind: 'progress' }>): readonly Element[] {
  const share = goal <= 0 ? 100 : Math.floor(Math.min(1, Math.max(0, done / goal)) * 100);
  const bar = { type: 'ProgressBar', value: share, max: 100, color: share === 100 ? 'Good' : 'Accent' };
  return [
    richText(label),
    { ...bar, spacing: 'small', fallback: richText(`${share} %`, { isSubtle: true, spacing: 'small' }) },
  ];
}

function shares({ label, shares }: Extract<Block, { kind: 'shares' }>): readonly Element[] {
  const picture = { type: 'Image', url: barPicture(shares), altText: plainText(label, LIMITS.label), spacing: 'small' };
  return [richText(label), { ...picture, width: `${BAR.width / 2}px`, height: `${BAR.height / 2}px` }];
}

function item({ title, detail, action, also }: Extract<Block, { kind: 'item' }>, where: Where): Element {
  const lines = [
    richText(boldRuns(title)),
    ...(detail === undefined ? [] : [richText(detail, { isSubtle: true, spacing: 'none' })]),
  ];
  if (action === undefined) return { type: 'Container', items: lines };
  const buttons = [action, ...(also === undefined ? [] : [also])].map((one) => ({
    ...buttonOf(one, where),
    tooltip: plainText(`${one.label}: ${plainTextOf(title)}`, LIMITS.label),
  }));
  // One set per button, so that they are stacked beside the text.
  const sets = buttons.map((button) => ({ type: 'ActionSet', spacing: 'small', actions: [button] }));
  const side = { type: 'Column', width: 'auto', items: sets };
  return {
    type: 'ColumnSet',
    columns: [{ ...column(lines, 'stretch') }, { ...side, verticalContentAlignment: 'center' }],
  };
}

function column(items: readonly Element[], width: number | 'stretch'): Element {
  return { type: 'Column', width, items };
}
