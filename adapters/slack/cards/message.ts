import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Block, Card } from '../../../src/chat/card.ts';
import { cardWords } from '../../../src/chat/card-as-text.ts';
import type { FormPhrases, PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { tableItems } from '../../../src/chat/table-items.ts';
import { blocksOf, buttonRows, header } from './blocks.ts';
import { newButtons } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { escapeText, plainText, viewTitle } from './text.ts';

/** A message: blocks, and the same as text for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** The number of blocks and characters that fit. */
interface Room {
  readonly blocks: number;
  readonly text: number;
}

const MESSAGE: Room = { blocks: LIMITS.blocksInMessage, text: LIMITS.textInMessage };
const VIEW: Room = { blocks: LIMITS.blocksInView, text: LIMITS.textInView };

/** A card as a message. */
export function message(card: Card, { form }: PlatformPhrases): Message {
  return {
    text: escapeText(shorten(cardWords(card), LIMITS.text)),
    blocks: fitted(card, MESSAGE, form),
  };
}

/** What a Home tab carries: when it was drawn, in milliseconds. */
export const HomeMetadata = z.object({ at: z.number() });

/** A card as the Home tab. */
export function homeView(
  card: Card,
  { form }: PlatformPhrases,
  metadata: z.infer<typeof HomeMetadata>,
): types.HomeView {
  return { type: 'home', private_metadata: JSON.stringify(metadata), blocks: fitted(card, VIEW, form) };
}

/** The `callback_id` of a view that shows a card, whose buttons are answered in the same view. */
export const CARD_VIEW = 'card';

/** A card as a modal view; `place` is the channel its form was opened from. Closing it closes the views below it too. */
export function cardView(card: Card, { form }: PlatformPhrases, place?: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: CARD_VIEW,
    title: viewTitle(card.title),
    close: plainText(form.close, LIMITS.viewButton),
    clear_on_close: true,
    private_metadata: JSON.stringify(place === undefined ? {} : { place }),
    blocks: fitted(card, VIEW, form),
  };
}

/** A note on the number of blocks left out. */
export function moreNote(count: number, { more }: FormPhrases): types.KnownBlock {
  return { type: 'context', elements: [plainText(more(count), LIMITS.text)] };
}

/** The number of characters of text in a block. */
function textLength(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part)
    .map(([name, value]) => (name === 'text' && typeof value === 'string' ? value.length : textLength(value)))
    .reduce((sum, length) => sum + length, 0);
}

// Slack takes one table in a message, of so many rows and columns, and none in a view; others are lists.
function drawable(blocks: readonly Block[], room: Room): readonly Block[] {
  const first = blocks.find(({ kind }) => kind === 'table');
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'table') return [block];
    const fits = block.rows.length < LIMITS.tableRows && block.columns.length <= LIMITS.tableColumns;
    return room === MESSAGE && block === first && fits ? [block] : tableItems(block);
  });
}

// The title and the buttons are always shown, with as many blocks as fit and a note on the number left out.
function fitted(card: Card, room: Room, phrases: FormPhrases): types.KnownBlock[] {
  const button = newButtons(phrases);
  const top = header(card.title);
  const rows = drawable(card.blocks, room).map((block) => blocksOf(block, button));
  const bottom = buttonRows(card.actions ?? [], button);
  const blocks: types.KnownBlock[] = [top];
  let text = textLength(top) + textLength(bottom);
  for (const [index, row] of rows.entries()) {
    const isLast = index === rows.length - 1;
    text += textLength(row);
    const left = room.blocks - bottom.length - (isLast ? 0 : 1);
    if (blocks.length + row.length > left || text > room.text) {
      return [...blocks, moreNote(rows.length - index, phrases), ...bottom];
    }
    blocks.push(...row);
  }
  return [...blocks, ...bottom];
}
