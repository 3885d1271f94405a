import { type Gain, gainsBetween, worthOf } from '../domain/best-next.ts';
import { type Day, dayIn } from '../domain/calendar.ts';
import { leavesOf, WHOLE } from '../domain/category-tree.ts';
import type { Certification } from '../domain/certification.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { Entry } from '../domain/holding.ts';
import { corrected } from '../domain/learned.ts';
import { inForce } from '../domain/sourced.ts';
import type { Found } from '../opportunities/found.ts';
import type { Context } from './command.ts';
import { creditStandingOn } from './held.ts';
import type { Learned } from './learned.ts';
import type { CreditHolding } from './member-holding.ts';
import { estimateFor } from './read-claims.ts';

/** Where a body says no step, credits are estimated in quarters. */
const QUARTER = 25;

/** What an opportunity may be worth for one certification. */
export interface Worth {
  readonly certification: Certification;
  readonly category: string;
  readonly estimate: Estimate;
  /** Members' certificates came to so much of what is estimated, in percent, and the estimate is corrected by it. */
  readonly learned?: number;
}

/** An opportunity with what it would do for somebody. */
export interface Helping {
  readonly offer: Found;
  readonly worths: readonly Worth[];
  readonly gains: readonly (Gain & { readonly certification: Certification })[];
  readonly score: number;
}

/** From where opportunities are looked at: a clock, a day, and the days of slack. */
export interface Viewpoint {
  readonly zone: string;
  readonly today: Day;
  readonly tolerance: number;
}

/** From where the person who asks looks. */
export function viewpointOf({ person, data, today }: Context): Viewpoint {
  const { zone, tolerance } = data.workspace;
  return { zone: person.zone ?? zone, today, tolerance };
}

/** The day on which somebody would have done it: its own, or today for what can be taken at any time. */
export function dayOf({ startsAt }: Found, { zone, today }: Viewpoint): Day {
  return startsAt === undefined ? today : dayIn(zone, startsAt);
}

/**
 * What an opportunity may be worth for each certification, after the limits, in the category of that name or in its usual one; nothing
 * where nobody says how long it is, or where a certification has no such category.
 */
export function worthsOf(
  offer: Found,
  holdings: readonly CreditHolding[],
  view: Viewpoint,
  { learned, categoryNamed }: { readonly learned: Learned; readonly categoryNamed?: string | undefined },
): readonly Worth[] {
  const { minutes, kind } = offer;
  if (minutes === undefined) return [];
  const day = dayOf(offer, view);
  return holdings.flatMap((holding) => {
    const leaves = leavesOf(holding.renewal);
    const isMeant = ({ name }: { readonly name: string }) => name.toLowerCase() === categoryNamed;
    const leaf = categoryNamed === undefined ? leaves[0] : leaves.find(isMeant);
    if (categoryNamed !== undefined && leaf === undefined) return [];
    const category = leaf?.code ?? WHOLE;
    const estimate = estimateFor(holding, { kind, start: day, end: day, minutes, category });
    if (estimate === undefined) return [];
    const { certification, renewal } = holding;
    const percent = learned(offer.provider, certification.code);
    if (percent === undefined) return [{ certification, category, estimate }];
    const step = inForce(renewal.conversion.step, day)?.value ?? QUARTER;
    return [{ certification, category, estimate: corrected(estimate, percent, step), learned: percent }];
  });
}

/** The opportunities that serve open requirements, the most helpful first; what serves none is left out. */
export function mostHelpful(
  offers: Iterable<Found>,
  holdings: readonly CreditHolding[],
  view: Viewpoint,
  learned: Learned = () => undefined,
): readonly Helping[] {
  const known = new Map<string, Omit<Helping, 'offer'>>();
  const helping: Helping[] = [];
  for (const offer of offers) {
    // Of its kind, length and day depends what it does, and of what is known of its provider.
    const told = holdings.map(({ certification }) => learned(offer.provider, certification.code) ?? '');
    const signature = `${offer.kind} ${offer.minutes} ${dayOf(offer, view)} ${told}`;
    const done = known.get(signature) ?? helpOf(offer, holdings, view, learned);
    known.set(signature, done);
    if (done.score > 0) helping.push({ offer, ...done });
  }
  return helping.sort(
    (one, other) =>
      other.score - one.score ||
      (one.offer.minutes ?? 0) - (other.offer.minutes ?? 0) ||
      timeOf(one.offer) - timeOf(other.offer) ||
      (one.offer.id < other.offer.id ? -1 : 1),
  );
}

function helpOf(
  offer: Found,
  holdings: readonly CreditHolding[],
  view: Viewpoint,
  learned: Learned,
): Omit<Helping, 'offer'> {
  const worths = worthsOf(offer, holdings, view, { learned }).filter(({ estimate }) => estimate.likely > 0);
  const day = dayOf(offer, view);
  const { tolerance, today } = view;
  const gains = worths.flatMap(({ certification, category, estimate }) => {
    const holding = holdings.find((one) => one.certification === certification) as CreditHolding;
    const parts = [{ category, credits: estimate.likely }];
    const order = Number.MAX_SAFE_INTEGER;
    const entry: Entry = { id: 'offered', kind: offer.kind, start: day, end: day, order, parts, marks: [] };
    const before = creditStandingOn(holding, day, tolerance);
    const after = creditStandingOn({ ...holding, entries: [...holding.entries, entry] }, day, tolerance);
    const now = creditStandingOn(holding, today, tolerance);
    return gainsBetween(before, after, now).map((gain) => ({ ...gain, certification }));
  });
  return { worths, gains, score: worthOf(gains) };
}

function timeOf({ startsAt, publishedAt }: Found): number {
  return startsAt?.getTime() ?? 10 ** 13 - (publishedAt?.getTime() ?? 0);
}
