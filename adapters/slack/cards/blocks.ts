import type { types } from '@slack/bolt';
import type { Action, Block, Fact, Progress, Share, Tone } from '../../../src/chat/card.ts';
import { cellsOf, progressBarOf } from '../../../src/chat/chart-cells.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { boldRuns, plainTextOf, type Run, runsOf, type Text } from '../../../src/chat/text.ts';
import type { DrawButton } from './buttons.ts';
import { chunks } from './chunks.ts';
import { LIMITS } from './limits.ts';
import { plainText, richText } from './text.ts';

const BAR_LENGTH = 20;
/** The length of an item that reads well beside a button. */
const MAX_BESIDE = 120;
/** Slack refuses an empty cell. */
const EMPTY = '–';
const FACTS_IN_BLOCK = 10;
const SQUARES: Readonly<Record<Tone, string>> = { best: '🟩', good: '🟦', none: '⬜', late: '🟧', lost: '🟥' };

/** One block of a card as Block Kit. */
export function blocksOf(block: Block, button: DrawButton): types.KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return [header(block.text)];
    case 'text':
      return [richText(...runsOf(block.text))];
    case 'note':
      return [note(block.text)];
    case 'rule':
      return [{ type: 'divider' }];
    case 'facts':
      return chunks(block.facts, FACTS_IN_BLOCK).map(facts);
    case 'progress':
      return [richText(block.label, `\n${bar(block)}`)];
    case 'shares':
      return [richText(block.label, `\n${squares(block.shares)}`)];
    case 'table':
      return table(block, button);
    case 'item':
      return item(block, button);
  }
}

/** The title of a message, or of a part of it. */
export function header(title: string): types.KnownBlock {
  return { type: 'header', text: plainText(title, LIMITS.header) };
}

/** Buttons in rows, as many to a row as Slack takes. */
export function buttonRows(actions: readonly Action[], button: DrawButton, about?: string): types.KnownBlock[] {
  return chunks(actions, LIMITS.buttonsInRow).map((row) => ({
    type: 'actions',
    elements: row.map((action) => button(action, about)),
  }));
}

// A context block is small but has no safe links, so a note with a link is shown as rich text.
function note(text: Text): types.KnownBlock {
  if (runsOf(text).some((run) => typeof run !== 'string' && 'link' in run)) return richText(...runsOf(text));
  return { type: 'context', elements: [plainText(plainTextOf(text), LIMITS.text)] };
}

function facts(list: readonly Fact[]): types.KnownBlock {
  return richText(
    ...list.flatMap(({ label, value }, index): Run[] => [
      ...(index === 0 ? [] : ['\n']),
      { bold: `${label}:` },
      ' ',
      ...runsOf(value),
    ]),
  );
}

// The square has the colour; the stroke is the mark of today.
function bar(progress: Progress): string {
  const { share, due, tone } = progressBarOf(progress);
  const filled = Math.floor(share * BAR_LENGTH);
  const cells = [...'▓'.repeat(filled), ...'░'.repeat(BAR_LENGTH - filled)];
  if (due !== undefined) cells.splice(Math.round(due * BAR_LENGTH), 0, '┃');
  return `${SQUARES[tone]} ${cells.join('')} ${Math.floor(share * 100)} %`;
}

function squares(shares: readonly Share[]): string {
  return cellsOf(shares, BAR_LENGTH)
    .map(({ tone, cells }) => SQUARES[tone].repeat(cells))
    .join('');
}

// A table has no room for buttons, so its rows are numbered and their buttons are below.
function table({ columns, rows }: Extract<Block, { kind: 'table' }>, button: DrawButton): types.KnownBlock[] {
  const isNumbered = rows.some(({ action }) => action !== undefined);
  const cell = (text: Text): types.RawTextElement => ({
    type: 'raw_text',
    text: shorten(plainTextOf(text) || EMPTY, LIMITS.tableCell),
  });
  const lines = rows.map(({ cells: [first = '', ...others] }, index) =>
    [isNumbered ? `${index + 1}. ${plainTextOf(first)}` : first, ...others].map(cell),
  );
  const buttons = rows.flatMap(({ action, cells: [first = ''] }, index) =>
    action === undefined ? [] : [button({ ...action, label: `${action.label} ${index + 1}` }, plainTextOf(first))],
  );
  return [
    {
      type: 'table',
      column_settings: columns.map(() => ({ is_wrapped: true })),
      rows: [columns.map(cell), ...lines],
    },
    ...chunks(buttons, LIMITS.buttonsInRow).map((elements) => ({ type: 'actions' as const, elements })),
  ];
}

// Only a section can have a button beside it, and only plain text in it is safe from markup, so a title with a link is
// rich text with its buttons below.
function item(block: Extract<Block, { kind: 'item' }>, button: DrawButton): types.KnownBlock[] {
  const { title, detail, action, also } = block;
  const hasLink = [title, detail ?? ''].flatMap(runsOf).some((run) => typeof run !== 'string' && 'link' in run);
  const words = detail === undefined ? plainTextOf(title) : `${plainTextOf(title)}\n${plainTextOf(detail)}`;
  // A section has room for one button, which on a phone takes a third of the width from the text.
  if (action !== undefined && also === undefined && !hasLink && words.length <= MAX_BESIDE) {
    return [{ type: 'section', text: plainText(words, LIMITS.text), accessory: button(action, plainTextOf(title)) }];
  }
  const lines = [...boldRuns(title), ...(detail === undefined ? [] : ['\n', ...runsOf(detail)])];
  return [
    richText(...lines),
    ...buttonRows(
      [action, also].filter((one) => one !== undefined),
      button,
      plainTextOf(title),
    ),
  ];
}
