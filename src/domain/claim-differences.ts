import type { Credits } from './credit.ts';

/** A claim as it is compared. Without parts, the categories aren't known there. */
export interface ComparedClaim {
  readonly certification: string;
  readonly credits: Credits;
  readonly parts: readonly { readonly category: string; readonly credits: Credits }[];
}

/** Credits for a certification that differ, or only the categories that they are in. A side without a claim is undefined. */
export interface ClaimDifference {
  readonly field: 'credits' | 'categories';
  readonly certification: string;
  readonly there: ComparedClaim | undefined;
  readonly here: ComparedClaim | undefined;
}

/** Returns what differs between the claims of an entry and those of a record, in the order of their certifications. */
export function claimDifferences(
  there: readonly ComparedClaim[],
  here: readonly ComparedClaim[],
): readonly ClaimDifference[] {
  const codes = [...new Set([...there, ...here].map(({ certification }) => certification))].sort();
  return codes.flatMap((certification): readonly ClaimDifference[] => {
    const [theirs, ours] = [there, here].map((claims) => claims.find((one) => one.certification === certification));
    const both = { certification, there: theirs, here: ours };
    if (theirs?.credits !== ours?.credits) return [{ field: 'credits', ...both }];
    return categoriesDiffer(theirs, ours) ? [{ field: 'categories', ...both }] : [];
  });
}

function categoriesDiffer(there: ComparedClaim | undefined, here: ComparedClaim | undefined): boolean {
  if (there === undefined || here === undefined || there.parts.length === 0 || here.parts.length === 0) return false;
  const text = ({ parts }: ComparedClaim) =>
    parts
      .filter(({ credits }) => credits > 0)
      .map(({ category, credits }) => `${category} ${credits}`)
      .sort()
      .join();
  return text(there) !== text(here);
}
