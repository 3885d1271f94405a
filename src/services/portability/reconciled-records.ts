import { addDays, type Day } from '../../domain/calendar.ts';
import { CategoryTree } from '../../domain/category-tree.ts';
import type { ComparedClaim } from '../../domain/claim-differences.ts';
import { sum } from '../../domain/credit.ts';
import { claimed, type Entry } from '../../domain/holding.ts';
import type { ReconciledRecord } from '../../views/portability/reconcile-lists.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Data } from '../data-with-catalogue.ts';

/** Records of a cycle are compared for this long after its end. */
const AFTER_DAYS = 120;

/** The days that a transcript covers, and today. */
export interface ComparedDays {
  readonly today: Day;
  /** The first day of the transcript; absent if it has no lines. */
  readonly first: Day | undefined;
}

/** The records that a transcript is compared with, and how many earlier ones are not. */
export interface ComparedRecords {
  readonly records: readonly ReconciledRecord[];
  readonly earlier: number;
}

/** Returns the records of holdings in open cycles, and earlier ones that the transcript reaches back to. */
export async function findReconciledRecords(
  holdings: readonly CreditHolding[],
  { today, first }: ComparedDays,
  { activities, portalEntries }: Data,
): Promise<ComparedRecords> {
  const claims = holdings.flatMap((holding) => holding.entries.map((entry) => ({ holding, entry })));
  const byRecord = Map.groupBy(claims, ({ entry }) => entry.id);
  const isCompared = (some: typeof claims) =>
    some.some(({ holding, entry }) => isOpen(holding, entry, today) || (first !== undefined && entry.end >= first));
  const compared = [...byRecord].filter(([, some]) => isCompared(some));
  const stored = await activities.byIds(compared.map(([id]) => id));
  const titles = new Map(stored.map(({ activityId, title }) => [activityId, title]));
  const states = Map.groupBy(
    await portalEntries.of(holdings.map(({ holdingId }) => holdingId)),
    ({ activityId }) => activityId,
  );
  const codes = new Map(holdings.map(({ holdingId, certification }) => [holdingId, certification.code]));
  const records = compared.flatMap(([id, some]): readonly ReconciledRecord[] => {
    const [{ entry } = { entry: undefined }] = some;
    if (entry === undefined) return [];
    const { start, end } = entry;
    const portal = new Map(
      (states.get(id) ?? []).map(({ holdingId, state }) => [codes.get(holdingId) ?? '', state] as const),
    );
    return [{ id, title: titles.get(id) ?? '', start, end, claims: some.map(comparedClaim), portal }];
  });
  return { records: records.sort((a, b) => (a.end < b.end ? -1 : 1)), earlier: byRecord.size - compared.length };
}

function isOpen({ cycles }: CreditHolding, { cycle }: Entry, today: Day): boolean {
  const own = cycles.find((one) => one.cycle.start === cycle);
  return own === undefined || addDays(own.cycle.end, AFTER_DAYS) >= today;
}

/** The categories that portals tell apart. */
const PORTAL_CATEGORIES = ['group-a', 'group-b', 'ways-of-working', 'power-skills', 'business-acumen', 'giving-back'];

/** Returns a claim with its credits in the categories that portals tell apart. */
function comparedClaim({ holding, entry }: { readonly holding: CreditHolding; readonly entry: Entry }): ComparedClaim {
  const tree = new CategoryTree(holding.renewal.categories);
  const parts = entry.parts.flatMap(({ category, credits }) => {
    const known = tree.enclosing(category).find((one) => PORTAL_CATEGORIES.includes(one));
    return known === undefined ? [] : [{ category: known, credits }];
  });
  const byCategory = [...Map.groupBy(parts, ({ category }) => category)].map(([category, some]) => {
    return { category, credits: sum(some.map(({ credits }) => credits)) };
  });
  return { certification: holding.certification.code, credits: claimed(entry), parts: byCategory };
}
