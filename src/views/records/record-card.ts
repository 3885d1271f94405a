import type { Card } from '../../chat/card.ts';
import type { SearchResultItem } from '../../chat/interaction.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';

/** A record as it is found again. */
export interface RecordFound {
  readonly title: string;
  readonly provider: string;
  readonly starts: Day;
  readonly ends: Day;
  readonly claims: readonly { readonly certification: string; readonly credits: number }[];
}

interface Certifications {
  get(code: string): Certification | undefined;
}

/** A record in a list, and as a card to be shown to others: neither proof nor description is on it. */
export function foundItem(record: RecordFound, certifications: Certifications, words: Words): SearchResultItem {
  const { title, provider, starts, ends } = record;
  const when = words.span(starts, ends);
  const credits = record.claims.map((claim) => creditsOf(claim, certifications, words));
  const short = record.claims.map((claim) => claimWords(claim, certifications, words));
  const detail = [when, ...(provider === '' ? [] : [provider]), ...short].join(' · ');
  return { title, detail, card: cardOf(record, when, credits, words) };
}

function cardOf({ title, provider }: RecordFound, when: string, credits: readonly Credit[], words: Words): Card {
  const phrases = words.find;
  const facts = [
    { label: phrases.date, value: when },
    ...(provider === '' ? [] : [{ label: phrases.provider, value: provider }]),
    ...credits,
  ];
  return { title, blocks: [{ kind: 'facts', facts }] };
}

/** What a record claims for one certification, in a list. */
export function claimWords(claim: RecordFound['claims'][number], certifications: Certifications, words: Words): string {
  const { label, value } = creditsOf(claim, certifications, words);
  return `${label} ${value}`;
}

interface Credit {
  readonly label: string;
  readonly value: string;
}

function creditsOf(
  { certification: code, credits }: RecordFound['claims'][number],
  certifications: Certifications,
  words: Words,
): Credit {
  const certification = certifications.get(code);
  const { renewal } = certification ?? {};
  const value = renewal?.kind === 'credits' ? words.credits(credits, renewal.unit) : words.amount(credits);
  return { label: certification?.short ?? code, value };
}
