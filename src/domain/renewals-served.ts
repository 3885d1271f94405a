import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Sourced } from './sourced-value.ts';

/** A renewal that an activity counts for: the certification, the first day of the cycle, and the claimed category if known. */
export interface ServedRenewal {
  readonly certification: Pick<Certification, 'code' | 'body' | 'renewal'>;
  readonly cycle?: Day | undefined;
  readonly category?: string | undefined;
}

/** A renewal beyond the body's limit, and the limit. */
export interface BeyondLimit<T extends ServedRenewal> {
  readonly served: T;
  readonly max: Sourced<number>;
}

/** A record with the renewals it counts for; `order` is the time of entry. */
export interface ServingRecord<T extends ServedRenewal> {
  readonly id: string;
  readonly order: number;
  readonly kind: ActivityKind;
  readonly serves: readonly T[];
}

/**
 * Returns the requested renewals that exceed the number of a body's renewals one activity may count for (docs/domain.md section 4), in
 * their order. `before` are the renewals the activity already counts for; they are not counted twice.
 */
export function beyondLimit<T extends ServedRenewal>(
  requested: readonly T[],
  kind: ActivityKind,
  before: readonly ServedRenewal[] = [],
): readonly BeyondLimit<T>[] {
  const serving = new Map<string, Set<string>>();
  const ofBody = (body: string) => {
    const known = serving.get(body) ?? new Set<string>();
    serving.set(body, known);
    return known;
  };
  for (const one of before) ofBody(one.certification.body).add(renewalOf(one));
  const beyond: BeyondLimit<T>[] = [];
  for (const served of requested) {
    const others = ofBody(served.certification.body);
    const max = maxRenewals(served, kind);
    const isBeyond = max !== undefined && !others.has(renewalOf(served)) && others.size >= max.value;
    if (isBeyond) beyond.push({ served, max });
    else others.add(renewalOf(served));
  }
  return beyond;
}

/** Returns the renewals beyond the limit over several records of one activity, by time of entry. */
export function beyondLimitTogether<T extends ServedRenewal>(
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

/**
 * Returns how many renewals of a body one activity of a kind may count for: by the rule of the claimed category, where the body's rules of
 * the kind belong to categories; the highest, where several rules fit. Undefined if the body sets no limit, or one of the rules that fit
 * says nothing of it.
 */
export function maxRenewals(
  { certification: { renewal }, category }: Pick<ServedRenewal, 'certification' | 'category'>,
  kind: ActivityKind,
): Sourced<number> | undefined {
  if (renewal.kind !== 'credits') return undefined;
  const ofKind = renewal.activities.filter(({ kinds }) => kinds.includes(kind));
  const ofCategory = ofKind.filter((rule) => rule.category?.value === category);
  const limits = (category === undefined || ofCategory.length === 0 ? ofKind : ofCategory).map((rule) => rule.renewals);
  return limits.reduce((max, limit) => max && limit && (limit.value > max.value ? limit : max), limits[0]);
}

function renewalOf({ certification, cycle }: ServedRenewal): string {
  return `${certification.code} ${cycle ?? ''}`;
}
