import type { Action, Card } from '../chat/card.ts';

/** The length of a title that every platform shows whole. */
const MAX_TITLE = 150;

/** One sentence below a title. */
export function lineCard(title: string, text: string): Card {
  return { title, blocks: [{ kind: 'text', text }] };
}

/** A line with buttons below it. */
export function cardWithActions(title: string, text: string, actions: readonly Action[]): Card {
  return { ...lineCard(title, text), actions };
}

/** A card whose first line is its answer; one that is too long for a title stands below `name`. */
export function answerCard(answer: string, name: string, { blocks = [], ...more }: Partial<Card> = {}): Card {
  const isTitle = answer.length <= MAX_TITLE && !answer.includes('\n');
  const first = isTitle
    ? { title: answer, blocks }
    : { title: name, blocks: [...lineCard(name, answer).blocks, ...blocks] };
  return { ...first, ...more };
}
