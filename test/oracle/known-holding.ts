import type { Day } from '../../src/domain/calendar.ts';
import type { CreditRenewal, RequirementRule } from '../../src/domain/credit-rules.ts';
import type { EvaluatedActivity, EvaluationInput } from '../../src/domain/evaluate.ts';

const KNOWN = { certainty: 'O', sources: ['site'] } as const;

/** A value known from the body's own page. */
export function sourced<T>(value: T): {
  readonly certainty: 'O';
  readonly sources: readonly string[];
  readonly value: T;
} {
  return { ...KNOWN, value };
}

/** A hard minimum in credits. */
export function minimum(code: string, credits: number, rest: Partial<RequirementRule> = {}): RequirementRule {
  return { code, per: 'cycle', amount: sourced(100 * credits), chosenBy: 'cycle-start', severity: 'hard', ...rest };
}

/** An activity of one day, or of several. */
export function activity(id: string, end: string, rest: Partial<EvaluatedActivity>): EvaluatedActivity {
  const course = { title: `Course ${id}`, provider: 'SANS', kind: 'course' } as const;
  return { id, ...course, start: end as Day, end: end as Day, planned: false, parts: [], ...rest };
}

/** A holding with these rules. */
export function holding(renewal: Partial<CreditRenewal>, rest: Partial<EvaluationInput>): EvaluationInput {
  const rules: CreditRenewal = {
    ...{ kind: 'credits', unit: { one: 'CPE', many: 'CPEs' }, cycle: { anchor: sourced('certified' as const) } },
    ...{ requirements: [], categories: [], marks: [], conditions: [], acts: [], caps: [] },
    ...{ conversion: {}, activities: [], unchecked: [] },
    ...renewal,
  };
  const certification = {
    ...{ code: 'example', short: 'EX', name: 'Example', body: 'body', aliases: [], upkeep: { fees: [] }, sharing: {} },
    ...{ sources: { site: 'https://example.org' }, reviewed: '2026-01-01' as Day, renewal: rules },
  };
  return {
    ...{ certification, cycle: { start: '2024-01-01' as Day, end: '2026-12-31' as Day } },
    ...{ conditions: {}, periods: {}, carryOver: [], activities: [], on: '2026-12-31' as Day, tolerance: 7 },
    ...rest,
  };
}

/** Throws where two values differ. */
export function same(what: string, actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one} instead of ${other}`);
}
