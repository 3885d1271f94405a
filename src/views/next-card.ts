import type { Card } from '../chat/card.ts';
import type { Certification } from '../domain/certification.ts';
import type { Credits } from '../domain/credit.ts';
import type { Words } from '../strings/index.ts';
import { offerItem, type ShownOffer } from './offer-card.ts';
import { categoryName } from './requirement-words.ts';

/** What helps most, with the arithmetic. */
export function nextCard(
  time: string,
  helping: readonly (ShownOffer & {
    readonly adds: readonly {
      readonly certification: Certification;
      readonly category: string;
      readonly credits: Credits;
    }[];
    readonly serves: number;
    readonly closes: number;
    readonly gained: number;
  })[],
  words: Words,
): Card {
  const say = words.offer;
  if (helping.length === 0) return { title: say.next(time), blocks: [{ kind: 'text', text: say.nextNone(time) }] };
  const items = helping.map((one) => {
    const adds = one.adds.map(({ certification, category, credits }) =>
      say.adds(certification.short, credits, categoryOf(certification, category)),
    );
    return offerItem(one, `${adds.join(', ')}: ${say.serves(one.serves, one.closes, one.gained)}`, words);
  });
  return { title: say.next(time), blocks: items };
}

/** What helps most people, in counts. */
export function teamNextCard(
  time: string,
  helping: readonly (ShownOffer & { readonly people: number; readonly gaps: number })[],
  words: Words,
): Card {
  const say = words.offer;
  if (helping.length === 0) return { title: say.next(time), blocks: [{ kind: 'text', text: say.nextNone(time) }] };
  const items = helping.map((one) => offerItem(one, say.servesTeam(one.people, one.gaps), words));
  return { title: say.nextTeam(time), blocks: items };
}

function categoryOf({ renewal }: Certification, category: string): string {
  return renewal.kind === 'credits' ? (categoryName(category, renewal) ?? '') : '';
}
