import type { Price } from '../domain/activity-facts.ts';

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };
const FREE = /^(?:free|free of charge|no charge|complimentary|kostenlos|kostenfrei|gratis|gratuite?|gratuit[oa]|0)$/iu;
const MAX_AMOUNT = 100_000_000;

/** Parses `49 EUR`, `$1,200.00`, `1.200,50 €` or `free`; an amount without a currency has none. Undefined for anything else. */
export function parsePrice(text: string): Price | undefined {
  const typed = text.trim();
  if (FREE.test(typed)) return { amount: 0, currency: '' };
  const match = /^(?<before>[A-Z]{3}|[$€£¥])?\s*(?<number>\d[\d.,'’ ]*?)\s*(?<after>[A-Z]{3}|[$€£¥])?$/iu.exec(typed);
  const { before, number = '', after } = match?.groups ?? {};
  const amount = amountOf(number);
  if (match === null || amount === undefined || amount > MAX_AMOUNT) return undefined;
  const currency = before ?? after ?? '';
  return { amount, currency: SIGNS[currency] ?? currency.toUpperCase() };
}

/** A last group of one or two digits is the fraction; other separators group thousands. */
function amountOf(number: string): number | undefined {
  const match = /^(?<whole>\d[\d.,'’ ]*?)(?:[.,](?<fraction>\d{1,2}))?$/u.exec(number);
  if (match === null) return undefined;
  const { whole = '', fraction = '' } = match.groups ?? {};
  return Number(whole.replace(/\D/gu, '')) * 100 + Number(fraction.padEnd(2, '0'));
}
