import type { Day } from '../../src/domain/calendar.ts';
import type { CreditRenewal, RequirementRule } from '../../src/domain/credit-rules.ts';
import type { EvaluatedActivity, EvaluationInput, Figures, RequirementFigures } from '../../src/domain/evaluate.ts';
import { known } from './random.ts';

/** A day written out. */
export function day(text: string): Day {
  return text as Day;
}

/** A webinar of one day with credits by category. */
export function webinar(
  id: string,
  end: string,
  credits: Readonly<Record<string, number>>,
  more: Partial<EvaluatedActivity> = {},
): EvaluatedActivity {
  return {
    id,
    title: id,
    provider: 'SANS',
    kind: 'webinar',
    start: day(end),
    end: day(end),
    planned: false,
    parts: Object.entries(credits).map(([category, worth]) => ({ category, credits: worth })),
    ...more,
  };
}

/** A hard rule over everything in the cycle, unless said otherwise. */
export function rule(
  code: string,
  amount: RequirementRule['amount'],
  more: Partial<RequirementRule> = {},
): RequirementRule {
  return { code, per: 'cycle', amount, chosenBy: 'cycle-start', severity: 'hard', ...more };
}

/** A question about 2025 to 2027, on its last day, with categories `a`, `a1` inside `a`, and `b`, and a total of 100. */
export function question(renewal: Partial<CreditRenewal>, more: Partial<EvaluationInput> = {}): EvaluationInput {
  return {
    certification: {
      code: 'known',
      short: 'KNOWN',
      name: 'Known',
      body: 'body',
      aliases: [],
      renewal: { ...plainRenewal(), ...renewal },
      upkeep: { fees: [] },
      sharing: {},
      sources: { site: 'https://example.org/rules' },
      reviewed: day('2026-01-01'),
    },
    cycle: { start: day('2025-01-01'), end: day('2027-12-31') },
    conditions: {},
    periods: {},
    carryOver: [],
    activities: [],
    on: day('2027-12-31'),
    tolerance: 7,
    ...more,
  };
}

function plainRenewal(): CreditRenewal {
  return {
    kind: 'credits',
    unit: { one: 'CPE', many: 'CPEs' },
    cycle: { anchor: known('certified' as const) },
    requirements: [rule('total', known(10000))],
    categories: [
      { code: 'a', name: 'A' },
      { code: 'a1', name: 'A1', parent: 'a' },
      { code: 'b', name: 'B' },
    ],
    marks: [{ code: 'ethics', name: 'Ethics' }],
    conditions: [],
    acts: [],
    caps: [],
    conversion: {},
    activities: [],
    unchecked: [],
  };
}

/** The figures of one requirement, by its id. */
export function figure(figures: Figures, id: string): RequirementFigures {
  const found = figures.requirements.find((requirement) => requirement.id === id);
  if (found === undefined) throw new Error(`no requirement ${id}`);
  return found;
}

/** What each requirement counts, by its id. */
export function countedOf(figures: Figures): Record<string, number> {
  return Object.fromEntries(figures.requirements.map(({ id, counted }) => [id, counted]));
}

/** Each cut as `entry: credits reason`. */
export function cutsOf(figures: Figures): string[] {
  return figures.cuts.map(({ entry, credits, reason }) => {
    return `${entry}: ${credits} ${reason.kind === 'cap' ? `${reason.name} of ${reason.limit}` : reason.kind}`;
  });
}
