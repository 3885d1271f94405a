import { addDays, type Day, lengthOf } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { Part } from './holding.ts';

/** Credits of one category with the same marks, while caps are applied. */
export interface RemainingPart {
  readonly category: string;
  readonly marks: readonly string[];
  credits: Credits;
}

/** Returns parts as what remains of them: those of one category with the same marks added up. */
export function remainingOf(parts: readonly Part[]): readonly RemainingPart[] {
  const byKey = new Map<string, RemainingPart>();
  for (const { category, credits, marks = [] } of parts) {
    const sorted = marks.length < 2 ? marks : [...new Set(marks)].sort();
    const key = `${category} ${sorted.join(' ')}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { category, marks: sorted, credits });
    else known.credits += credits;
  }
  return [...byKey.values()];
}

/** The days and what remains of the parts of an activity; without a first day it is of one day. */
interface Spreadable {
  readonly start?: Day;
  readonly end: Day;
  readonly left: readonly RemainingPart[];
}

/** Spreads each part over the days of an activity. */
export function spreadOver({ start, end, left }: Spreadable): ReadonlyMap<Day, readonly RemainingPart[]> {
  const from = start ?? end;
  const count = lengthOf({ start: from, end });
  const days = new Map<Day, readonly RemainingPart[]>();
  for (let index = 0; index < count; index += 1) {
    const parts = left.map(({ category, marks, credits }) => {
      const odd = credits % count;
      return { category, marks, credits: (credits - odd) / count + (index < odd ? 1 : 0) };
    });
    days.set(addDays(from, index), parts);
  }
  return days;
}
