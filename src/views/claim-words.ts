import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Words } from '../strings/index.ts';

/** A record in a search result. */
export interface RecordFound {
  readonly title: string;
  readonly provider: string;
  readonly starts: Day;
  readonly ends: Day;
  readonly claims: readonly { readonly certification: string; readonly credits: number }[];
}

/** Returns the claim of a record for one certification as text. */
export function claimWords(claim: RecordFound['claims'][number], certifications: Certifications, words: Words): string {
  const { label, value } = claimCredits(claim, certifications, words);
  return `${label} ${value}`;
}

export interface Certifications {
  get(code: string): Certification | undefined;
}

export interface Credit {
  readonly label: string;
  readonly value: string;
}

export function claimCredits(
  { certification: code, credits }: RecordFound['claims'][number],
  certifications: Certifications,
  words: Words,
): Credit {
  const certification = certifications.get(code);
  const { renewal } = certification ?? {};
  const value = renewal?.kind === 'credits' ? words.credits(credits, renewal.unit) : words.amount(credits);
  return { label: certification?.short ?? code, value };
}
