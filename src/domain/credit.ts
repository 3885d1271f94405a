/** Credits in whole hundredths: 1.25 CPE is 125. Never a fraction. */
export type Credits = number;

/** Why a typed amount cannot be read as credits. */
export type CreditsProblem = 'unreadable' | 'negative' | 'too-fine' | 'too-large';

/** More than any body counts in one entry; it keeps all sums within safe integers. */
export const MAX_CREDITS: Credits = 100_000;

// A comma before three digits may group thousands, so it is not read at all.
const AMOUNT = /^([+-]?)(\d{1,9})(?:\.(\d+)|,(\d{1,2}))?$/;

const MAX_AMOUNT_LENGTH = 30;

/** Parses `1.25` or `1,25` as exact hundredths; returns the problem for any other text. */
export function parseCredits(text: string): { credits: Credits } | { problem: CreditsProblem } {
  if (text.length > MAX_AMOUNT_LENGTH) return { problem: 'unreadable' };
  const match = AMOUNT.exec(text.trim());
  if (match === null) return { problem: 'unreadable' };
  const [, sign, whole = '', afterPoint, afterComma] = match;
  const fraction = afterPoint ?? afterComma ?? '';
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > 2) return { problem: 'too-fine' };
  const credits = Number(whole) * 100 + Number(significant.padEnd(2, '0'));
  if (sign === '-' && credits > 0) return { problem: 'negative' };
  return credits > MAX_CREDITS ? { problem: 'too-large' } : { credits };
}

/** Formats hundredths for a table: 125 is `1.25`, 6000 is `60`. */
export function decimalOf(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  const rest = String(Math.abs(hundredths % 100))
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** The largest whole multiple of `step` that does not exceed `credits`. */
export function floorTo(credits: Credits, step: Credits): Credits {
  return credits - (credits % step);
}

/** The sum of amounts. */
export function sum(amounts: Iterable<Credits>): Credits {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
