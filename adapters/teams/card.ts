import type { Card } from '../../src/chat/card.ts';
import { cardWords } from '../../src/chat/card-words.ts';
import { shorten } from '../../src/chat/shorten.ts';
import { elementsOf } from './blocks.ts';
import { buttonsOf, type Where } from './buttons.ts';
import { type AdaptiveCard, adaptiveCard, type Element } from './elements.ts';
import { fitsCard, LIMITS } from './limits.ts';
import { heading, richText } from './text.ts';
import { words } from './words.ts';

/** A card as an Adaptive Card: the title where there is one and the buttons always, of what stands between as much as there is room for. */
export function cardOf(card: Card, where: Where = 'chat'): AdaptiveCard {
  const top = card.title === '' ? [] : [heading(card.title, 'large')];
  const actions = buttonsOf(card.actions ?? [], where);
  const rows = card.blocks.map((block) => elementsOf(block, where));
  const part = (kept: number) => {
    const left = rows.length - kept;
    return adaptiveCard([...top, ...rows.slice(0, kept).flat(), ...(left === 0 ? [] : [moreNote(left)])], actions);
  };
  return part(mostThat((kept) => fitsCard(part(kept)), rows.length));
}

/** The greatest number up to `most` for which the claim holds, when it holds for every smaller one too. */
export function mostThat(holds: (count: number) => boolean, most: number): number {
  if (holds(most)) return most;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** What a notification and a list of chats say of a card. */
export function summaryOf(card: Card): string {
  return shorten(cardWords(card).trim().replaceAll('\n', ' · '), LIMITS.summary);
}

/** A note on how much was left out. */
export function moreNote(count: number): Element {
  return richText(words.more(count), { size: 'small', isSubtle: true });
}
