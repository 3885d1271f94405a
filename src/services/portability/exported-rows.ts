import { parseCredits, sum } from '../../domain/credit.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { Part } from '../../domain/holding.ts';
import { withoutMarks } from '../../domain/split-by-mark.ts';
import { foldName } from '../../sheets/column-heading.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { OverClaim } from '../records/over-claims.ts';

/** One row of a table that recert wrote: a part of a claim with its marks. The code is that of the certification. */
export interface ExactPart extends Part {
  readonly code: string;
  readonly marks: readonly string[];
}

/** Returns the codes of the marks in a cell, or the name that isn't one of the certification's. */
export function readMarks(
  cell: string,
  { marks }: Pick<CreditRenewal, 'marks'>,
): { readonly codes: readonly string[] } | { readonly unknown: string } {
  const whole = cell.split(/[;\s]+/u).filter((name) => name !== '');
  const names = whole.every((name) => marks.some(({ code }) => code === name)) ? whole : cell.split(/\s*;\s*/u);
  const codes: string[] = [];
  for (const name of names) {
    const found = marks.find((one) => one.code === name || foldName(one.name) === foldName(name));
    if (found === undefined) return { unknown: name };
    codes.push(found.code);
  }
  return { codes };
}

/** Returns the part that a row states; undefined without an amount. */
export function exactPart(amount: string, part: Pick<ExactPart, 'code' | 'category' | 'marks'>): readonly ExactPart[] {
  const read = parseCredits(amount);
  return 'credits' in read && read.credits > 0 ? [{ ...part, credits: read.credits }] : [];
}

/** Whether all of some parts differ from the others in category or marks. */
export function areOtherParts(some: readonly ExactPart[], others: readonly ExactPart[]): boolean {
  const keyOf = ({ code, category, marks }: ExactPart) => JSON.stringify([code, category, [...marks].sort()]);
  const known = new Set(others.map(keyOf));
  return some.length > 0 && !some.some((part) => known.has(keyOf(part)));
}

/** Returns the credits of some parts of one category of a certification. */
export function creditsIn(
  parts: readonly ExactPart[],
  { code, category }: Pick<ExactPart, 'code' | 'category'>,
): number {
  return sum(parts.filter((one) => one.code === code && one.category === category).map(({ credits }) => credits));
}

/** Returns an activity whose claims have the marks of the rows, where the rows state the same credits in each category. */
export function withExactMarks(
  activity: NewActivity,
  parts: readonly ExactPart[],
  holdings: readonly CreditHolding[],
): NewActivity {
  if (parts.length === 0) return activity;
  const claims = activity.claims.map((claim) => {
    const code = holdings.find(({ holdingId }) => holdingId === claim.holdingId)?.certification.code;
    const stated = parts
      .filter((part) => part.code === code)
      .map(({ category, credits, marks }) => ({ category, credits, ...(marks.length === 0 ? {} : { marks }) }));
    return areSameCredits(stated, claim.parts) ? { ...claim, parts: stated } : claim;
  });
  return { ...activity, claims };
}

function areSameCredits(some: readonly Part[], others: readonly Part[]): boolean {
  const keyOf = (parts: readonly Part[]) =>
    withoutMarks(parts)
      .map(({ category, credits }) => `${category} ${credits}`)
      .sort()
      .join('|');
  return keyOf(some) === keyOf(others);
}

/**
 * Whether a claim of a row that recert wrote is as many of the body's items as its credits give. The number of items isn't stored, so the
 * credits state it.
 */
export function isWholeItems({ limit, claimed }: Pick<OverClaim, 'limit' | 'claimed'>): boolean {
  return limit.kind === 'items' && limit.each > 0 && claimed % limit.each === 0;
}
