import { withoutDuplicates } from '../../src/opportunities/merge-duplicates.ts';
import type { WrittenQuery, Yardstick } from './yardstick.ts';

const TEN = 10;

/** How good the answers to a query are. Ids are those of the catalogue. */
export interface Quality {
  readonly ndcg: number;
  /** The share of what is graded 2 or 3, of at most ten, that is in the first ten. */
  readonly recall: number;
  /** Answers that break a filter of the query. */
  readonly violations: number;
}

/** Measures the first ten answers to a query; copies of an event count once. */
export function qualityOf(answers: readonly string[], query: WrittenQuery, yardstick: Yardstick): Quality {
  const grades = yardstick.grades.get(query.id) ?? new Map<string, number>();
  const once = copiesRemoved(answers, yardstick).slice(0, TEN);
  const ideal = copiesRemoved(
    [...grades.keys()].sort((a, b) => (grades.get(b) ?? 0) - (grades.get(a) ?? 0)),
    yardstick,
  );
  const gradesOf = (ids: readonly string[]) => ids.map((id) => grades.get(id) ?? 0);
  const good = Math.min(TEN, gradesOf(ideal).filter((grade) => grade >= 2).length);
  return {
    ndcg: gain(gradesOf(once)) / Math.max(Number.MIN_VALUE, gain(gradesOf(ideal).slice(0, TEN))),
    recall: good === 0 ? 1 : Math.min(1, gradesOf(once).filter((grade) => grade >= 2).length / good),
    violations: once.filter((id) => breaksFilter(id, query, yardstick)).length,
  };
}

function copiesRemoved(ids: readonly string[], { byId }: Yardstick): readonly string[] {
  const found = ids.map((id) => byId.get(id)).filter((one) => one !== undefined);
  return withoutDuplicates(found).map(({ id }) => id);
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

/** Whether an item breaks one of the filters that the query states as data; written apart from the search's own filters. */
function breaksFilter(id: string, { filters }: WrittenQuery, { items }: Yardstick): boolean {
  const item = items.get(id);
  if (item === undefined) return true;
  const { language, kind, from, to, maxPrice, currency, place, delivery, maxMinutes, minMinutes, provider } = filters;
  const { minCredits, certification, category } = filters;
  const day = item.delivery === 'on_demand' ? '' : (item.start ?? '').slice(0, 10);
  const line = item.credits.some(
    (one) =>
      (certification === undefined || one.certification === certification) &&
      (category === undefined || one.category === category) &&
      one.amount >= (minCredits ?? 0),
  );
  const isDear = (max: number) =>
    item.price === null || (item.price.amount !== 0 && (item.price.currency !== currency || item.price.amount > max));
  // Where no length is stated, the two times of an event say it.
  const minutes = item.minutes ?? (day === '' ? null : minutesBetween(item.start, item.end));
  const city = (name: string) => name.replace('München', 'Munich');
  return (
    (language !== undefined && item.language !== language) ||
    (kind !== undefined && item.kind !== kind) ||
    (from !== undefined && (day === '' || day < from)) ||
    (to !== undefined && (day === '' || day > to)) ||
    (maxPrice !== undefined && isDear(maxPrice)) ||
    (place !== undefined && !city(item.place ?? '').includes(city(place))) ||
    (delivery !== undefined && item.delivery !== delivery) ||
    (maxMinutes !== undefined && (minutes === null || minutes > maxMinutes)) ||
    (minMinutes !== undefined && (minutes === null || minutes < minMinutes)) ||
    (provider !== undefined && !item.provider.toLowerCase().includes(provider.toLowerCase())) ||
    ((minCredits !== undefined || certification !== undefined || category !== undefined) && !line)
  );
}

function minutesBetween(start: string | null, end: string | null): number | null {
  return start === null || end === null ? null : (Date.parse(end) - Date.parse(start)) / 60_000;
}

/** The average of a number over a list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
