import type { Action, Block, Fact, Progress, TableRow } from '../../../src/chat/card.ts';
import { tableItems } from '../../../src/chat/table-items.ts';
import { boldRuns, plainTextOf, type Text } from '../../../src/chat/text.ts';
import { BAR, barPicture, progressPicture, THIN_BAR } from './bar-picture.ts';
import { buttonOf, type Where } from './buttons.ts';
import type { Element } from './elements.ts';
import { LIMITS } from './limits.ts';
import { type MentionEntity, mentionElement } from './mentions.ts';
import { heading, plainText, richText } from './text.ts';

/** A longer label would leave the text beside it no room on a phone, so its button is below. */
const MAX_BESIDE = 12;
/** A longer word doesn't fit in two fifths of a phone. */
const MAX_WORD = 12;
/** The length of an item that reads well beside a button. */
const MAX_TEXT_BESIDE = 120;

/** One block of a card as Adaptive Card elements. */
export function elementsOf(block: Block, where: Where, mentions: readonly MentionEntity[] = []): readonly Element[] {
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
      return facts(block.facts);
    case 'progress':
      return progress(block);
    case 'shares':
      return shares(block);
    case 'table':
      return table(block, where);
    case 'item':
      return [item(block, where, mentions)];
  }
}

// A `FactSet` would interpret markup in its values.
function facts(all: readonly Fact[]): readonly Element[] {
  // A long word would be cut in two on a phone.
  const longest = Math.max(0, ...all.flatMap(({ label }) => label.split(/[\s-]/u).map(({ length }) => length)));
  const [first, second] = longest > MAX_WORD ? [1, 1] : [2, 3];
  return all.map(({ label, value }, index) => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'default' : 'small',
    columns: [column([richText([{ bold: label }])], first), column([richText(value)], second)],
  }));
}

// The platform's own bar has no mark and is drawn by few clients, so bars are pictures.
function progress(block: Progress): readonly Element[] {
  return labelledPicture(block.label, progressPicture(block), THIN_BAR);
}

function shares({ label, shares }: Extract<Block, { kind: 'shares' }>): readonly Element[] {
  return labelledPicture(label, barPicture(shares), BAR);
}

function labelledPicture(label: string, url: string, { width, height }: typeof BAR | typeof THIN_BAR) {
  const picture = { type: 'Image', url, altText: plainText(label, LIMITS.label), spacing: 'small' };
  return [richText(label), { ...picture, width: `${width / 2}px`, height: `${height / 2}px` }];
}

// On a phone a table would be too narrow to read, so it is a list there.
function table(block: Extract<Block, { kind: 'table' }>, where: Where): readonly Element[] {
  const { columns, rows } = block;
  const hasButtons = rows.some(({ action }) => action !== undefined);
  const head = columns.map((column) => cell(richText(column, { size: 'small', isSubtle: true })));
  // Rows that people choose from are told apart by their title.
  const [first, others] = hasButtons ? [4, 3] : [2, 3];
  const widths = columns.map((_column, index) => ({ width: index === 0 ? first : others }));
  return [
    {
      type: 'Table',
      targetWidth: 'atLeast:standard',
      showGridLines: false,
      columns: hasButtons ? [...widths, { width: '110px' }] : widths,
      rows: [
        { type: 'TableRow', cells: hasButtons ? [...head, cell()] : head },
        ...rows.map((row) => ({ type: 'TableRow', cells: rowCells(row, hasButtons, where) })),
      ],
    },
    { type: 'Container', targetWidth: 'atMost:narrow', items: tableItems(block).map((one) => item(one, where)) },
  ];
}

function rowCells(
  { cells: [first = '', ...others], action }: TableRow,
  hasButtons: boolean,
  where: Where,
): readonly Element[] {
  const texts = [cell(richText(boldRuns(first))), ...others.map((text) => cell(richText(text)))];
  if (!hasButtons) return texts;
  if (action === undefined) return [...texts, cell()];
  return [...texts, cell({ type: 'ActionSet', actions: [namedButton(action, first, where)] })];
}

function cell(...items: readonly Element[]): Element {
  return { type: 'TableCell', items };
}

/** A button that is read aloud with what it stands beside. */
function namedButton(action: Action, beside: Text, where: Where): Element {
  const tooltip = plainText(`${action.label}: ${plainTextOf(beside)}`, LIMITS.label);
  return { ...buttonOf(action, where), tooltip };
}

function item(
  { title, detail, action, also }: Extract<Block, { kind: 'item' }>,
  where: Where,
  mentions: readonly MentionEntity[] = [],
): Element {
  const lines = [
    mentionElement(title, mentions) ?? richText(boldRuns(title)),
    ...(detail === undefined ? [] : [richText(detail, { isSubtle: true, spacing: 'none' })]),
  ];
  if (action === undefined) return { type: 'Container', items: lines };
  const actions = [action, ...(also === undefined ? [] : [also])];
  const buttons = actions.map((one) => namedButton(one, title, where));
  const isLong = `${plainTextOf(title)}${plainTextOf(detail ?? '')}`.length > MAX_TEXT_BESIDE;
  if (isLong || actions.some(({ label }) => label.length > MAX_BESIDE))
    return { type: 'Container', items: [...lines, { type: 'ActionSet', spacing: 'small', actions: buttons }] };
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
