import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Certification } from '../../src/domain/certification.ts';
import type { Amount, CreditRenewal, RequirementRule } from '../../src/domain/credit-rules.ts';
import { inForce } from '../../src/domain/sourced-value.ts';
import { LICENCE_FACTS } from './facts-licences.ts';
import { PROFESSIONS_FACTS } from './facts-professions.ts';
import type { FactRow } from './facts-row.ts';
import { TECHNOLOGY_FACTS } from './facts-technology.ts';
import { VENDOR_FACTS } from './facts-vendors.ts';

const catalogue = loadCatalogue();
const TODAY = day('2026-11-25');
const FACTS: readonly FactRow[] = [...TECHNOLOGY_FACTS, ...PROFESSIONS_FACTS, ...LICENCE_FACTS, ...VENDOR_FACTS];

function credits({ renewal, code }: Certification): CreditRenewal {
  if (renewal.kind !== 'credits') throw new Error(`${code} must be renewed by credits.`);
  return renewal;
}

function printed(amount: Amount | undefined): string | undefined {
  if (amount === undefined) return undefined;
  return typeof amount === 'number' ? String(amount / 100) : `${amount.percent}%`;
}

function now(rule: RequirementRule | undefined): string | undefined {
  return printed(inForce(rule?.amount, TODAY)?.value);
}

/** The rules of one window and severity, by what they are over. */
function minimums(renewal: CreditRenewal, per: RequirementRule['per'], severity: RequirementRule['severity']) {
  const rules = renewal.requirements.filter(
    (rule) => rule.per === per && rule.severity === severity && rule.code !== 'total',
  );
  return new Map(rules.map((rule) => [rule.category ?? rule.mark ?? '*', now(rule)]));
}

function maximums(renewal: CreditRenewal): readonly string[] {
  return renewal.caps.flatMap(({ per, kinds = [], category, limit }) => {
    const max = `${per} ${printed(inForce(limit, TODAY)?.value)}`;
    return [
      ...kinds,
      ...(category === undefined ? [] : [category]),
      ...(kinds.length === 0 && category === undefined ? ['*'] : []),
    ].map((over) => `${over}: ${max}`);
  });
}

describe('the catalogue says what the facts say', () => {
  it.each(FACTS)('of $code', (fact) => {
    const certification = catalogue.get(fact.code);
    if (certification === undefined) throw new Error(`${fact.code} is missing.`);
    if (fact.kind !== undefined) {
      expect(certification.renewal.kind).toBe(fact.kind);
      if (fact.months !== undefined && certification.renewal.kind !== 'never-expires')
        expect(inForce(certification.renewal.cycle.months, TODAY)?.value).toBe(fact.months);
      return;
    }
    const renewal = credits(certification);
    const {
      total,
      months,
      yearly = {},
      suggested = {},
      minimums: least = {},
      maximums: max = {},
      minutes,
      step,
    } = fact;

    if (total !== undefined) expect(now(renewal.requirements.find(({ code }) => code === 'total'))).toBe(total);
    if (months !== undefined) expect(inForce(renewal.cycle.months, TODAY)?.value).toBe(months);
    for (const [over, amount] of Object.entries(yearly))
      expect(minimums(renewal, 'year', 'hard').get(over)).toBe(amount);
    for (const [over, amount] of Object.entries(suggested))
      expect(minimums(renewal, 'year', 'suggested').get(over)).toBe(amount);
    for (const [over, amount] of Object.entries(least))
      expect([minimums(renewal, 'cycle', 'hard').get(over), minimums(renewal, 'period', 'hard').get(over)]).toContain(
        amount,
      );
    for (const [over, limit] of Object.entries(max)) expect(maximums(renewal)).toContain(`${over}: ${limit}`);
    if (minutes !== undefined) expect(inForce(renewal.conversion.minutesPerCredit, TODAY)?.value).toBe(minutes);
    if (step !== undefined) expect(printed(inForce(renewal.conversion.step, TODAY)?.value)).toBe(step);
  });

  it('for every certification of the catalogue', () => {
    const typed = new Set(FACTS.map(({ code }) => code));

    expect(catalogue.all.map(({ code }) => code).filter((code) => !typed.has(code))).toEqual([]);
  });
});
