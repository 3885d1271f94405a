import { createHash } from 'node:crypto';
import type { Card } from './card.ts';
import { mapActions } from './map-actions.ts';

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
  return mapActions(card, (action) => ({ ...action, answer }));
}

function hash(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 32);
}
