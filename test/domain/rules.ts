import { type Day, day } from '../../src/domain/calendar.ts';
import { WHOLE } from '../../src/domain/category-tree.ts';
import type { ActivityKind, CreditRenewal, Sourced } from '../../src/domain/certification.ts';
import type { Counted, Entry } from '../../src/domain/count.ts';
import type { Requirement } from '../../src/domain/requirement.ts';

/** A value as the catalogue keeps it. */
export function known<T>(value: T): Sourced<T> {
  return { value, certainty: 'O', sources: ['S1'] };
}

/** A requirement over everything. */
export function aRequirement(over: { start: string; end: string; lastDay?: string; required: number }): Requirement {
  const window = { start: day(over.start), end: day(over.end) };
  const lastDay = day(over.lastDay ?? over.end);
  return { id: 'total', severity: 'hard', window, lastDay, required: over.required, certainty: 'O', sources: [] };
}

/** Credits that count for the total, all earned on one day. */
export function counted(credits: number, end: string): Counted {
  const contributions = credits === 0 ? [] : [{ entry: 'e', end: day(end), year: 0, credits }];
  return { yearly: new Map(), cyclic: new Map([[WHOLE, contributions]]), cuts: [] };
}

/** Rules of a body that counts 40 credits in three years and nothing else. */
export function aRenewal(over: Partial<CreditRenewal> = {}): CreditRenewal {
  return {
    kind: 'credits',
    unit: { one: 'CPE', many: 'CPE' },
    cycle: { anchor: known('certified'), months: known(36) },
    total: known(4000),
    yearly: [],
    categories: [],
    caps: [],
    conversion: { minutesPerCredit: known(60), step: known(25) },
    ...over,
  };
}

let ids = 0;

/** An entry with one part, or with the parts given. */
export function anEntry(over: {
  end: string | Day;
  credits?: number;
  order?: number;
  kind?: ActivityKind;
  parts?: Entry['parts'];
  id?: string;
}): Entry {
  ids += 1;
  const parts = over.parts ?? [{ category: WHOLE, credits: over.credits ?? 100 }];
  const { kind = ids % 2 === 0 ? 'webinar' : 'course', order = ids, id = `entry-${ids}` } = over;
  return { id, kind, end: day(over.end), order, parts };
}
