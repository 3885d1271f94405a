import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Sourced } from './sourced.ts';

/** A renewal that an activity is to serve: the certification, and the first day of the cycle where it is known. */
export interface Served {
  readonly certification: Pick<Certification, 'code' | 'body' | 'renewal'>;
  readonly cycle?: Day | undefined;
}

/** A renewal that an activity may not serve any more, and how many it may serve at most. */
export interface BeyondLimit<T extends Served> {
  readonly served: T;
  readonly most: Sourced<number>;
}

/** A record with the renewals it serves; `order` is the time of entry. */
export interface ServingRecord<T extends Served> {
  readonly id: string;
  readonly order: number;
  readonly kind: ActivityKind;
  readonly serves: readonly T[];
}

/**
 * Some bodies let one activity of a kind serve so many of their renewals and no more (DOMAIN section 4): which of those asked for
 * are too many, in their order. `before` are those that the same activity serves by what was entered earlier; a renewal it serves
 * already is not another one.
 */
export function beyondLimit<T extends Served>(
  asked: readonly T[],
  kind: ActivityKind,
  before: readonly Served[] = [],
): readonly BeyondLimit<T>[] {
  const serving = new Map<string, Set<string>>();
  const ofBody = (body: string) => {
    const known = serving.get(body) ?? new Set<string>();
    serving.set(body, known);
    return known;
  };
  for (const one of before) ofBody(one.certification.body).add(renewalOf(one));
  const beyond: BeyondLimit<T>[] = [];
  for (const served of asked) {
    const others = ofBody(served.certification.body);
    const most = mostRenewals(served.certification, kind);
    const isBeyond = most !== undefined && !others.has(renewalOf(served)) && others.size >= most.value;
    if (isBeyond) beyond.push({ served, most });
    else others.add(renewalOf(served));
  }
  return beyond;
}

/** The same over records that are one activity: by time of entry, which renewals of which record are too many. */
export function beyondLimitTogether<T extends Served>(
  records: readonly ServingRecord<T>[],
): readonly (BeyondLimit<T> & { readonly record: string })[] {
  const before: T[] = [];
  return [...records]
    .sort((one, other) => one.order - other.order)
    .flatMap(({ id, kind, serves }) => {
      const beyond = beyondLimit(serves, kind, before);
      const refused = new Set(beyond.map(({ served }) => served));
      before.push(...serves.filter((served) => !refused.has(served)));
      return beyond.map((one) => ({ ...one, record: id }));
    });
}

/** How many renewals one activity of a kind may serve at a body; nothing where it does not say. */
export function mostRenewals({ renewal }: Served['certification'], kind: ActivityKind): Sourced<number> | undefined {
  if (renewal.kind !== 'credits') return undefined;
  return renewal.activities.find(({ kinds, renewals }) => renewals !== undefined && kinds.includes(kind))?.renewals;
}

function renewalOf({ certification, cycle = '' as Day }: Served): string {
  return `${certification.code} ${cycle}`;
}
