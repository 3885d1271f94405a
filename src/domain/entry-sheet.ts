import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import { type Credits, floorTo, sum } from './credit.ts';
import type { Amount, CreditRenewal } from './credit-rules.ts';
import type { Part } from './holding.ts';
import { inForce, type Source } from './sourced.ts';

/** What a portal may ask for. */
export type SheetField =
  | 'start'
  | 'end'
  | 'title'
  | 'provider'
  | 'activity'
  | 'delivery'
  | 'credits'
  | 'category'
  | 'marks'
  | 'description'
  | 'link'
  | 'files';

/** How the portal of a body asks for an activity. */
export interface SheetLayout extends Source {
  /** In the portal's order, each with the portal's own word; without a word it is called as recert calls it. */
  readonly fields: readonly { readonly field: SheetField; readonly label?: string }[];
  /** How it writes days: `Mar 09, 2026`, `03/09/2026` or `2026-03-09`. */
  readonly days: 'month-name' | 'month-first' | 'iso';
  /** What is asked for: one amount for all certifications an activity serves, one for each, or one for each category. */
  readonly amounts: 'one' | 'by-certification' | 'by-category';
  /** Whether activities of one month that are alike may be one entry. */
  readonly bundles: boolean;
  /** The most files an entry takes, and the most bytes they may have together. */
  readonly files?: { readonly max: number; readonly bytes: number };
}

/** What an activity claims for one certification. */
export interface SheetClaim {
  readonly holdingId: string;
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  readonly parts: readonly Part[];
  readonly marks: readonly string[];
}

/** An activity that is to be entered in a portal. */
export interface SheetRecord {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery | '';
  readonly start: Day;
  readonly end: Day;
  readonly description: string;
  readonly link: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly claims: readonly SheetClaim[];
}

/** An amount of an entry: of some certifications, and of a category where the portal asks by category. */
export interface SheetAmount {
  readonly claims: readonly SheetClaim[];
  readonly category: string | undefined;
  readonly credits: Credits;
}

/** What is typed into a portal once. */
export interface SheetEntry {
  /** The activities it is of, the first first; more than one where they are bundled. */
  readonly records: readonly [SheetRecord, ...SheetRecord[]];
  readonly start: Day;
  readonly end: Day;
  readonly amounts: readonly SheetAmount[];
  /** Which of how many entries it is, where the portal takes no more in one. */
  readonly part?: { readonly n: number; readonly of: number };
  /** What rounding down to the portal's step leaves out. */
  readonly lost: Credits;
}

/**
 * The entries to be typed into a portal, oldest first: one for each activity, or for all alike of a month. Amounts are what was claimed, rounded
 * down to the step of the certification's conversion (docs/domain.md section 6); what exceeds the most of one entry is split over several.
 */
export function entriesOf(
  records: readonly SheetRecord[],
  { amounts, bundles }: SheetLayout,
  { byMonth }: { readonly byMonth: boolean },
): readonly SheetEntry[] {
  const ordered = [...records].sort(byDay);
  const groups = bundles && byMonth ? [...Map.groupBy(ordered, likeness).values()] : ordered.map((one) => [one]);
  return groups
    .flatMap((group) => {
      const [first, ...others] = group;
      return first === undefined ? [] : entriesFor([first, ...others], amounts);
    })
    .sort((a, b) => byDay(a.records[0], b.records[0]));
}

function byDay(a: SheetRecord, b: SheetRecord): number {
  return compare(a.end, b.end) || compare(a.start, b.start) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What activities have in common that may be one entry. */
function likeness({ end, provider, kind, delivery, claims }: SheetRecord): string {
  const claimed = claims
    .map(({ certification, parts, marks }) => [
      certification.code,
      parts.map(({ category }) => category).sort(),
      [...marks].sort(),
    ])
    .sort((a, b) => compare(String(a[0]), String(b[0])));
  return JSON.stringify([end.slice(0, 7), provider.trim().toLowerCase(), kind, delivery, claimed]);
}

function entriesFor(records: SheetEntry['records'], mode: SheetLayout['amounts']): readonly SheetEntry[] {
  const [first] = records;
  const start = records.reduce((day, one) => (one.start < day ? one.start : day), first.start);
  const end = records.reduce((day, one) => (one.end > day ? one.end : day), first.end);
  const about = { records, start, end };
  return claimGroups(records, mode).flatMap((amounts) => split(amounts, end).map((one) => ({ ...about, ...one })));
}

/** The amounts of each entry that is needed: where a portal has one amount for all, certifications of other amounts need an entry of their own. */
function claimGroups(
  records: SheetEntry['records'],
  mode: SheetLayout['amounts'],
): readonly (readonly SheetAmount[])[] {
  const claims = records[0].claims;
  const totalOf = (claim: SheetClaim, category?: string) =>
    sum(
      records.flatMap((record) =>
        record.claims
          .filter(({ holdingId }) => holdingId === claim.holdingId)
          .flatMap(({ parts }) => parts.filter((part) => category === undefined || part.category === category))
          .map(({ credits }) => credits),
      ),
    );
  const single = (claim: SheetClaim): SheetAmount => ({
    claims: [claim],
    category: undefined,
    credits: totalOf(claim),
  });
  switch (mode) {
    case 'by-certification':
      return claims.length === 0 ? [] : [claims.map(single)];
    case 'one':
      return [...Map.groupBy(claims, (claim) => totalOf(claim)).entries()].map(([credits, alike]) => [
        { claims: alike, category: undefined, credits },
      ]);
    case 'by-category': {
      const shape = (claim: SheetClaim) =>
        claim.parts.map(({ category }) => ({ category, credits: totalOf(claim, category) }));
      return [...Map.groupBy(claims, (claim) => JSON.stringify(shape(claim))).values()].flatMap((alike) => {
        const [claim] = alike;
        if (claim === undefined) return [];
        return [shape(claim).map(({ category, credits }) => ({ claims: alike, category, credits }))];
      });
    }
  }
}

type Amounts = Pick<SheetEntry, 'amounts' | 'part' | 'lost'>;

/** Rounds amounts down to what a portal takes, over as many entries as it needs. */
function split(amounts: readonly SheetAmount[], on: Day): readonly Amounts[] {
  const rounded = amounts.map((amount) => ({ ...amount, credits: floorTo(amount.credits, stepOf(amount, on)) }));
  const lost = sum(amounts.map(({ credits }) => credits)) - sum(rounded.map(({ credits }) => credits));
  const max = Math.min(...rounded.map((amount) => maxPerEntry(amount, on)));
  const of = Math.max(1, ...rounded.map(({ credits }) => Math.ceil(credits / max)));
  return Array.from({ length: of }, (_unused, at) => ({
    amounts: rounded.map((amount) => ({ ...amount, credits: share(amount.credits, at, max) })),
    ...(of === 1 ? {} : { part: { n: at + 1, of } }),
    lost: at === 0 ? lost : 0,
  }));
}

/** What of an amount goes into an entry, `at` of which were filled before. */
function share(credits: Credits, at: number, max: Credits): Credits {
  return at === 0 ? Math.min(credits, max) : Math.max(0, Math.min(credits - at * max, max));
}

/** The coarsest step of those it is for. */
function stepOf({ claims }: SheetAmount, on: Day): Credits {
  return Math.max(1, ...claims.map(({ renewal }) => inForce(renewal.conversion.step, on)?.value ?? 1));
}

/** The most one entry takes, where the body says so for every activity. */
function maxPerEntry({ claims }: SheetAmount, on: Day): Credits {
  const limits = claims.flatMap(({ renewal }) =>
    renewal.caps
      .filter(({ per, kinds, category, when }) => per === 'entry' && !kinds && !category && !when)
      .map(({ limit }) => inForce<Amount>(limit, on)?.value),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...limits.filter((limit): limit is Credits => typeof limit === 'number'));
}
