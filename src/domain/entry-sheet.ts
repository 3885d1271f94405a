import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import { type Credits, floorTo, sum } from './credit.ts';
import type { Amount, CreditRenewal } from './credit-rules.ts';
import type { Part } from './holding.ts';
import { inForce, type Source } from './sourced-value.ts';
import { marksOf, withoutMarks } from './split-by-mark.ts';

/** The fields that a portal may have. */
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

/** The layout of a body's portal. */
export interface SheetLayout extends Source {
  /** In the portal's order, each with the portal's label; without a label recert's own is used. */
  readonly fields: readonly { readonly field: SheetField; readonly label?: string }[];
  /** How it writes days: `Mar 09, 2026`, `03/09/2026` or `2026-03-09`. */
  readonly days: 'month-name' | 'month-first' | 'iso';
  /** Whether an entry has one amount for all certifications, one per certification, or one per category. */
  readonly amounts: 'one' | 'by-certification' | 'by-category';
  /** Whether activities of one month that are alike may be one entry. */
  readonly bundles: boolean;
  /** Maximum number of files per entry and their maximum total size in bytes. */
  readonly files?: { readonly max: number; readonly bytes: number };
}

/** The claim of an activity for one certification. */
export interface SheetClaim {
  readonly holdingId: string;
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  readonly parts: readonly Part[];
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

/** An amount of an entry for some certifications, and for a category if the portal has amounts by category. */
export interface SheetAmount {
  readonly claims: readonly SheetClaim[];
  readonly category: string | undefined;
  readonly credits: Credits;
}

/** One entry in a portal. */
export interface SheetEntry {
  /** The activities it is of, the first first; more than one where they are bundled. */
  readonly records: readonly [SheetRecord, ...SheetRecord[]];
  readonly start: Day;
  readonly end: Day;
  readonly amounts: readonly SheetAmount[];
  /** The number of this entry and of all entries, if the amount is split over several. */
  readonly part?: { readonly n: number; readonly of: number };
  /** Hundredths lost by rounding down to the portal's step. */
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

/** The key of activities that may share one entry. */
function likeness({ end, provider, kind, delivery, claims }: SheetRecord): string {
  const claimed = claims
    .map(({ certification, parts }) => [
      certification.code,
      withoutMarks(parts)
        .map(({ category }) => category)
        .sort(),
      marksOf(parts),
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

/** Returns the amounts of each entry; if a portal has one amount for all, certifications with other amounts need their own entry. */
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
        withoutMarks(claim.parts).map(({ category }) => ({ category, credits: totalOf(claim, category) }));
      return [...Map.groupBy(claims, (claim) => JSON.stringify(shape(claim))).values()].flatMap((alike) => {
        const [claim] = alike;
        if (claim === undefined) return [];
        return [shape(claim).map(({ category, credits }) => ({ claims: alike, category, credits }))];
      });
    }
  }
}

type Amounts = Pick<SheetEntry, 'amounts' | 'part' | 'lost'>;

/** Rounds amounts down to the portal's step and splits them over several entries if needed. */
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

/** Returns the part of an amount in entry number `at`. */
function share(credits: Credits, at: number, max: Credits): Credits {
  return at === 0 ? Math.min(credits, max) : Math.max(0, Math.min(credits - at * max, max));
}

/** The coarsest step of those it is for. */
function stepOf({ claims }: SheetAmount, on: Day): Credits {
  return Math.max(1, ...claims.map(({ renewal }) => inForce(renewal.conversion.step, on)?.value ?? 1));
}

/** Returns the maximum credits of one entry, if the body sets one for every activity. */
function maxPerEntry({ claims }: SheetAmount, on: Day): Credits {
  const limits = claims.flatMap(({ renewal }) =>
    renewal.caps
      .filter(({ per, kinds, category, when }) => per === 'entry' && !kinds && !category && !when)
      .map(({ limit }) => inForce<Amount>(limit, on)?.value),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...limits.filter((limit): limit is Credits => typeof limit === 'number'));
}
