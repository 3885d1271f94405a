import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';

/** The card that lists who viewed a member's record. */
export function accessCard(
  views: readonly { readonly when: string; readonly who: string; readonly what: string }[],
  words: Words,
): Card {
  const phrases = words.access;
  if (views.length === 0) return { title: phrases.title, blocks: [{ kind: 'text', text: phrases.none }] };
  return {
    title: phrases.title,
    blocks: views.map(({ when, who, what }) => ({ kind: 'text', text: phrases.view(when, who, what) })),
  };
}
