import type { Card } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Credits } from '../../domain/credit.ts';
import type { Words } from '../../strings/index.ts';
import { opportunityItem, type ShownOpportunity } from '../opportunity-item.ts';
import { categoryName } from '../requirement-words.ts';

/** The opportunities that help most, with the calculation. */
export function nextCard(
  time: string,
  helping: readonly (ShownOpportunity & {
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
  const phrases = words.opportunity;
  if (helping.length === 0)
    return { title: phrases.next(time), blocks: [{ kind: 'text', text: phrases.nextNone(time) }] };
  const items = helping.map((one) => {
    const adds = one.adds.map(({ certification, category, credits }) =>
      phrases.adds(certification.short, credits, categoryOf(certification, category)),
    );
    return opportunityItem(one, `${adds.join(', ')}: ${phrases.serves(one.serves, one.closes, one.gained)}`, words);
  });
  return { title: phrases.next(time), blocks: items };
}

/** The opportunities that help most members of a team, with counts. */
export function teamNextCard(
  time: string,
  helping: readonly (ShownOpportunity & { readonly people: number; readonly gaps: number })[],
  words: Words,
): Card {
  const phrases = words.opportunity;
  if (helping.length === 0)
    return { title: phrases.next(time), blocks: [{ kind: 'text', text: phrases.nextNone(time) }] };
  const items = helping.map((one) => opportunityItem(one, phrases.servesTeam(one.people, one.gaps), words));
  return { title: phrases.nextTeam(time), blocks: items };
}

function categoryOf({ renewal }: Certification, category: string): string {
  return renewal.kind === 'credits' ? (categoryName(category, renewal) ?? '') : '';
}
