import type { Action, Card } from '../chat/card.ts';

/** One sentence. */
export function lineCard(title: string, text: string): Card {
  return { title, blocks: [{ kind: 'text', text }] };
}

/** A line with buttons below it. */
export function cardWithActions(title: string, text: string, actions: readonly Action[]): Card {
  return { ...lineCard(title, text), actions };
}
