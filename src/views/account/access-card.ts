import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

/** The card that lists who viewed a member's record. */
export function accessCard(
  views: readonly { readonly when: string; readonly who: string; readonly what: string }[],
  words: Words,
): Card {
  const phrases = words.access;
  const [last] = views;
  if (last === undefined) return answerCard(phrases.none, phrases.title);
  return {
    title: phrases.last(last.when, last.who),
    blocks: views.map(({ when, who, what }) => ({ kind: 'text', text: phrases.view(when, who, what) })),
  };
}
