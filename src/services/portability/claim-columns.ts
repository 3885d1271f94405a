import { leavesOf } from '../../domain/category-tree.ts';
import { foldName } from '../../sheets/column-heading.ts';
import { type ColumnField, FIELDS } from '../../sheets/column-names.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { type CertificationCellContext, readCertificationCell } from './certification-cell.ts';
import { germanCategories } from './row-category.ts';

/** A column that holds the credits of some certifications, or those in one category. */
export type ClaimColumn =
  | { readonly kind: 'certification'; readonly column: number; readonly holdings: readonly CreditHolding[] }
  | { readonly kind: 'category'; readonly column: number; readonly name: string };

/** Words beside the name in `CISSP CPE` and `Group A credits`. */
const UNIT_WORDS =
  /\b(?:cpes?|pdus?|ceus?|eces?|cpds?|credits?|points|punkte|hours|hrs|earned|claimed|total|for|fur)\b/gu;

/** The fields whose column may be one of a certification or a category: `CISSP CPE`, `Group A credits`. */
const CLAIM_FIELDS = ['credits', 'category', 'certification'] as const;

/** Finds the columns that are headed by a certification, a body or a category. */
export function findClaimColumns(
  header: readonly string[],
  mapping: Mapping,
  context: CertificationCellContext,
): readonly ClaimColumn[] {
  const used = new Set(Object.values(withoutFields(mapping, CLAIM_FIELDS)));
  const categories = context.holdings.flatMap(({ renewal }) => {
    const leaves = leavesOf(renewal);
    return [...leaves, ...germanCategories(leaves)].map(({ name }) => foldName(name));
  });
  return header.flatMap((heading, column): readonly ClaimColumn[] => {
    if (used.has(column) || heading === '') return [];
    const bare = foldName(heading).replace(UNIT_WORDS, ' ').replace(/\s+/gu, ' ').trim();
    if (categories.includes(bare)) return [{ kind: 'category', column, name: bare }];
    const holdings = holdingsOfHeading(heading, { ...context, hasNames: mapping.certification !== undefined });
    return holdings.length === 0 ? [] : [{ kind: 'certification', column, holdings }];
  });
}

/** Returns a mapping without the fields whose columns hold the credits of a certification or category. */
export function withoutClaimColumns(mapping: Mapping, columns: readonly ClaimColumn[]): Mapping {
  const claimed = CLAIM_FIELDS.filter((field) => columns.some(({ column }) => column === mapping[field]));
  return withoutFields(mapping, claimed);
}

function withoutFields(mapping: Mapping, fields: readonly ColumnField[]): Mapping {
  const others = FIELDS.filter((field) => !fields.includes(field));
  return Object.fromEntries(
    others.flatMap((field) => (mapping[field] === undefined ? [] : [[field, mapping[field]] as const])),
  );
}

/** The certification that a heading names; all of a body whose name it is, unless the rows name certifications. */
function holdingsOfHeading(
  heading: string,
  context: CertificationCellContext & { readonly hasNames: boolean },
): readonly CreditHolding[] {
  const bare = heading
    .replace(/[([{]|[)\]}]/gu, ' ')
    .replace(
      /(?<![\p{L}\p{N}+])(?:cpes?|pdus?|ceus?|cpds?|credits?|points|punkte|hours|hrs|earned|claimed)(?![\p{L}\p{N}+])/giu,
      ' ',
    )
    .replace(/\s+/gu, ' ')
    .trim();
  const ofBody = context.holdings.filter(({ certification }) => foldName(certification.body) === foldName(bare));
  if (ofBody.length > 0) return context.hasNames ? [] : ofBody;
  const named = readCertificationCell(bare, context);
  return named.every(({ kind }) => kind === 'holdings')
    ? named.flatMap((one) => (one.kind === 'holdings' ? one.holdings : []))
    : [];
}
