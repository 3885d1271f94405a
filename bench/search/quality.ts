import { type Asked, gradeOf, type Labelled } from './catalogue.ts';

const TEN = 10;

/** How good ten answers to a query are: the share of the ten that are of its own topic, and their discounted gain against the best order. */
export function qualityOf(
  answers: readonly string[],
  query: Asked,
  byId: ReadonlyMap<string, Labelled>,
): { readonly recall: number; readonly ndcg: number } {
  const grades = answers.slice(0, TEN).map((id) => gradeOf(byId.get(id) as Labelled, query));
  // There are always more than ten of a topic, so ten of its own are the best there can be.
  const gain = (list: readonly number[]) =>
    list.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
  const best = gain(Array.from({ length: TEN }, () => 2));
  return { recall: grades.filter((grade) => grade === 2).length / TEN, ndcg: gain(grades) / best };
}

/** The average of a number over a list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
