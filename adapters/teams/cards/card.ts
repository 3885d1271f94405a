import type { Card } from '../../../src/chat/card.ts';
import { cardWords } from '../../../src/chat/card-as-text.ts';
import type { FormPhrases, PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { elementsOf } from './blocks.ts';
import { buttonsOf, executeOf, type Where } from './buttons.ts';
import { type AdaptiveCard, adaptiveCard, type Element } from './elements.ts';
import { fitsCard, LIMITS } from './limits.ts';
import { mentionsIn } from './mentions.ts';
import { heading, richText } from './text.ts';

/** A card as an Adaptive Card: its title and buttons, as many blocks as fit, and a note on the number left out. */
export function cardOf(card: Card, { form }: PlatformPhrases, where: Where = 'chat'): AdaptiveCard {
  const top = card.title === '' ? [] : [heading(card.title, 'large')];
  const actions = buttonsOf(card.actions ?? [], where);
  const mentions = where === 'chat' ? mentionsIn(card) : [];
  const rows = card.blocks.map((block) => elementsOf(block, where, mentions));
  const withRows = (count: number) => {
    const left = rows.length - count;
    const body = [...top, ...rows.slice(0, count).flat(), ...(left === 0 ? [] : [moreNote(left, form)])];
    const drawn = adaptiveCard(body, actions);
    return {
      ...drawn,
      ...(where === 'chat' ? refreshOf(card) : {}),
      ...(mentions.length === 0 ? {} : { msteams: { width: 'full', entities: mentions } }),
    };
  };
  return withRows(fitCount((count) => fitsCard(withRows(count)), rows.length));
}

/** What Teams asks for when a person sees the card again. */
function refreshOf({ refresh }: Card): Pick<AdaptiveCard, 'refresh'> {
  return refresh === undefined ? {} : { refresh: { action: executeOf({ recert: refresh }) } };
}

/** The largest count up to `max` that fits, if every smaller one fits too. */
export function fitCount(fits: (count: number) => boolean, max: number): number {
  if (fits(max)) return max;
  let [low, high] = [0, max];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The text of a card for notifications and the list of chats. */
export function summaryOf(card: Card): string {
  return shorten(cardWords(card).trim().replaceAll('\n', ' · '), LIMITS.summary);
}

/** A note on the number of blocks left out. */
export function moreNote(count: number, { more }: FormPhrases): Element {
  return richText(more(count), { size: 'small', isSubtle: true });
}
