import type { Day } from './calendar.ts';
import { splitWords } from './holding.ts';

/** What an activity is found by. */
interface IndexedActivity {
  readonly title: string;
  readonly end: Day;
}

/** Activities by the day on which they end and by their title, so that few of many are compared. */
export class ActivityIndex<T extends IndexedActivity> {
  readonly #byDay: ReadonlyMap<Day, readonly T[]>;
  readonly #byTitle: ReadonlyMap<string, readonly T[]>;

  constructor(activities: readonly T[]) {
    this.#byDay = Map.groupBy(activities, ({ end }) => end);
    this.#byTitle = Map.groupBy(activities, (one) => titleKey(foldedTitle(one), one.end));
  }

  /** Returns the activities that end on a day, in their order. */
  endingOn(end: Day): readonly T[] {
    return this.#byDay.get(end) ?? [];
  }

  /** Returns the activities with the title of another one that end on a day, in their order. */
  withTitleOf(other: IndexedActivity, end: Day): readonly T[] {
    return this.#byTitle.get(titleKey(foldedTitle(other), end)) ?? [];
  }
}

function titleKey(title: string, end: Day): string {
  return `${end} ${title}`;
}

const foldedTitles = new WeakMap<IndexedActivity, string>();

/** Returns a title without case and punctuation; folded once, because it is compared with many. */
export function foldedTitle(activity: IndexedActivity): string {
  const known = foldedTitles.get(activity) ?? splitWords(activity.title).join('');
  foldedTitles.set(activity, known);
  return known;
}
