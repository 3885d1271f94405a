import type { Card } from '../../../src/chat/card.ts';
import { cardWords } from '../../../src/chat/card-words.ts';
import type { FormPhrases, PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { elementsOf } from './blocks.ts';
import { buttonsOf, type Where } from './buttons.ts';
import { type AdaptiveCard, adaptiveCard, type Element } from './elements.ts';
import { fitsCard, LIMITS } from './limits.ts';
import { heading, richText } from './text.ts';

/** A card as an Adaptive Card: the title where there is one and the buttons always, of what stands between as much as there is room for. */
export function cardOf(card: Card, { form }: PlatformPhrases, where: Where = 'chat'): AdaptiveCard {
  const top = card.title === '' ? [] : [heading(card.title, 'large')];
  const actions = buttonsOf(card.actions ?? [], where);
  const rows = card.blocks.map((block) => elementsOf(block, where));
  const part = (stored: number) => {
    const left = rows.length - stored;
    return adaptiveCard(
      [...top, ...rows.slice(0, stored).flat(), ...(left === 0 ? [] : [moreNote(left, form)])],
      actions,
    );
  };
  return part(fitCount((stored) => fitsCard(part(stored)), rows.length));
}

/** The greatest number up to `most` for which the claim holds, when it holds for every smaller one too. */
export function fitCount(holds: (count: number) => boolean, max: number): number {
  if (holds(max)) return max;
  let [low, high] = [0, max];
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
export function moreNote(count: number, { more }: FormPhrases): Element {
  return richText(more(count), { size: 'small', isSubtle: true });
}
