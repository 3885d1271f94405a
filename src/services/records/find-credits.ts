import { type Credits, parseCredits } from '../../domain/credit.ts';

/** An amount of credits found in a text. */
export interface CreditsMatch {
  readonly credits: Credits;
  /** The unit in upper case and without a plural, `CPE`; empty if only “credits” was typed. */
  readonly unit: string;
  readonly words: string;
  readonly index: number;
}

/** The units that bodies use; `points` alone is as often part of a title. */
const UNITS = `(?<unit>cpe|cpd|ceu|pdu|ece|seu|cle|pdh|cpeu|cme|cec|cet|ucn|ce|pdc)s?`;
const PER_UNIT = String.raw`(?:[\s-]*(?:credits?|credit\s+hours?|hours?|points?|punkte|stunden))?`;
const CREDITS = new RegExp(
  String.raw`(?:[/(]\s*|(?<![\p{L}\p{N}.,+-]))(?<amount>\d{1,4}(?:[.,]\d{1,2})?)\s*(?:${UNITS}${PER_UNIT}|(?:credits?|credit\s+hours?))(?![\p{L}\p{N}-])\)?`,
  'iu',
);

/** Returns the first amount of credits in a text, with its brackets: `1.5 CPE`, `8 CPEs`, `(2,5 PDU)`. */
export function findCredits(text: string): CreditsMatch | undefined {
  const match = CREDITS.exec(text);
  const { amount = '', unit = '' } = match?.groups ?? {};
  const read = parseCredits(amount);
  if (match === null || !('credits' in read)) return undefined;
  return { credits: read.credits, unit: unit.toUpperCase(), words: match[0], index: match.index };
}
