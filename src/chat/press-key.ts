import { createHash } from 'node:crypto';
import type { Action, Block, Card } from './card.ts';

/** A pressed button. `answer` is the id of the answer that it is on, if the core gave it one. */
export interface PressedButton {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly answer?: string | undefined;
}

/**
 * Returns the idempotency key of a pressed button: pressing it twice on one card is one act. `message` is where the card is, for those
 * that are no answer.
 */
export function pressKey({ command, args, answer }: PressedButton, message: string): string {
  const pairs = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
  return `press:${hash([answer ?? message, command, pairs])}`;
}

/** Marks the buttons of the card that answers an interaction with a key. */
export function withAnswerId(card: Card, person: string, key: string): Card {
  const answer = hash([person, key]).slice(0, 12);
  const marked = (action: Action): Action => ({ ...action, answer });
  const blocks = card.blocks.map((block): Block => {
    if (block.kind !== 'item' || block.action === undefined) return block;
    const { action, also } = block;
    return { ...block, action: marked(action), ...(also === undefined ? {} : { also: marked(also) }) };
  });
  return { ...card, blocks, ...(card.actions === undefined ? {} : { actions: card.actions.map(marked) }) };
}

function hash(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 32);
}
