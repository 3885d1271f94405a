import type { Action, Block, Card } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';
import { answerCard } from './text-card.ts';

/** One thing that a request may have meant, with the action that asks for it. */
export interface Choice {
  readonly name: string;
  readonly detail: string;
  readonly action: Action;
}

/** More are counted: a longer name finds fewer. */
const MAX_CHOICES = 20;

/** Returns the answer to a request that may mean several things: the question, then each of them with a button. */
export function choiceCard(text: string, choices: readonly Choice[], words: Words): Card {
  const hidden = choices.length - MAX_CHOICES;
  const items = choices
    .slice(0, MAX_CHOICES)
    .map(({ name, detail, action }): Block => ({ kind: 'item', title: name, detail, action }));
  const more: readonly Block[] = hidden > 0 ? [{ kind: 'note', text: words.add.moreCandidates(hidden) }] : [];
  return answerCard(text, words.help.title, { blocks: [...items, ...more] });
}
