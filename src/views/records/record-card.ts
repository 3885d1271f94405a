import type { Card } from '../../chat/card.ts';
import type { SearchResultItem } from '../../chat/search-request.ts';
import type { Words } from '../../strings/index.ts';
import { type Certifications, type Credit, claimCredits, claimWords, type RecordFound } from '../claim-words.ts';

/** A record as a search result, with a card to share that shows neither proof nor description. */
export function foundItem(record: RecordFound, certifications: Certifications, words: Words): SearchResultItem {
  const { title, provider, starts, ends } = record;
  const when = words.span(starts, ends);
  const credits = record.claims.map((claim) => claimCredits(claim, certifications, words));
  const short = record.claims.map((claim) => claimWords(claim, certifications, words));
  const detail = [when, ...(provider === '' ? [] : [provider]), ...short].join(' · ');
  return { title, detail, card: cardOf(record, { when, credits }, words) };
}

function cardOf(
  { title, provider }: RecordFound,
  { when, credits }: { readonly when: string; readonly credits: readonly Credit[] },
  words: Words,
): Card {
  const phrases = words.find;
  const facts = [
    { label: phrases.date, value: when },
    ...(provider === '' ? [] : [{ label: phrases.provider, value: provider }]),
    ...credits,
  ];
  return { title, blocks: [{ kind: 'facts', facts }], language: words.language };
}
