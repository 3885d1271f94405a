import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Answers } from '../../../src/chat/form.ts';
import {
  findRuleTarget,
  resetCustomRule,
  saveCustomRule,
} from '../../../src/services/certifications/save-custom-rule.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import type { StoredRule } from '../../../src/store/certifications/custom-rules.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { customiseForm } from '../../../src/views/certifications/customise-form.ts';

const words = wordsFor('en-GB');
const now = new Date('2026-11-23T12:00:00Z');
const catalogue = loadCatalogue();

/** A scope of an admin in a workspace with some custom rules, and what is saved in it. */
function aScope(rules: readonly StoredRule[] = []) {
  const saved: unknown[] = [];
  const customRules = {
    all: async () => rules,
    save: async (...args: unknown[]) => void saved.push(args),
    remove: async (code: string) => rules.some((one) => one.code === code),
  };
  const request = { words, person: { personId: 'adele' }, today: '2026-11-23', now };
  return { scope: { request, data: { catalogue, customRules } } as unknown as Scope, saved };
}

/** Sends the form of a certification as it was shown, with some other answers. */
async function send(text: string, over: Answers, rules: readonly StoredRule[] = []) {
  const { scope, saved } = aScope(rules);
  const target = findRuleTarget(text, scope);
  const answers = { ...target.shown, ...over };
  const isNew = target.certification === undefined;
  const form = customiseForm({ words, code: target.code, isNew, hasCredits: true, answers });
  return { outcome: await saveCustomRule(target, { form, answers }, scope), saved };
}

describe('the certification that is customised', () => {
  it('is one of the catalogue with its figures', () => {
    const { code, certification, shown } = findRuleTarget('CISSP', aScope().scope);

    expect(certification).toBe(catalogue.get('cissp'));
    expect([code, shown]).toEqual([
      'cissp',
      expect.objectContaining({ short: 'CISSP', unit: 'CPE', total: '120', fee: '135', months: '36' }),
    ]);
  });

  it('is else a new one with this name, for three years', () => {
    expect(findRuleTarget('Northwind Auditor', aScope().scope)).toEqual({
      code: 'northwind-auditor',
      certification: undefined,
      shown: { short: 'Northwind Auditor', months: '36' },
    });
  });

  it.each(['', '!?'])('is asked for where “%s” names none', (text) => {
    expect(() => findRuleTarget(text, aScope().scope)).toThrow(new Refusal(words.customise.which));
  });
});

describe('custom rules', () => {
  it('are saved with the changed figure alone, under who changed it', async () => {
    const { outcome, saved } = await send('cissp', { total: '150' });

    const { renewal } = outcome.kind === 'saved' ? outcome.certification : {};
    const total = renewal?.kind === 'credits' ? renewal.requirements.find(({ code }) => code === 'total') : undefined;
    expect(total?.amount).toMatchObject({ value: 15_000, certainty: 'M' });
    expect(saved).toEqual([[{ code: 'cissp', content: expect.objectContaining({ code: 'cissp' }) }, 'adele', now]]);
    const [[{ content }]] = saved as [[{ content: { upkeep: unknown } }]];
    expect(content.upkeep).toEqual(catalogue.fileOf('cissp')?.upkeep);
  });

  it('of a new certification take every figure of the form', async () => {
    const { outcome, saved } = await send('Northwind Auditor', { name: 'Northwind Auditor', body: 'Northwind' });

    expect(outcome).toMatchObject({
      kind: 'saved',
      certification: { code: 'northwind-auditor', renewal: { cycle: { months: { value: 36 } } } },
    });
    expect(saved).toHaveLength(1);
  });

  it.each<[Answers, Answers]>([
    [{ name: '' }, { name: words.shape.missing }],
    [{ months: '0' }, { months: words.customise.badMonths('0') }],
    [{ total: 'many' }, { total: words.log.unreadable('many') }],
  ])('are refused with %j, and nothing is saved', async (over, errors) => {
    expect(await send('cissp', over)).toEqual({ outcome: { kind: 'errors', errors }, saved: [] });
  });

  it('are refused where they find another certification, and nothing is saved', async () => {
    const { outcome, saved } = await send('Northwind Auditor', { short: 'CISSP', name: 'Audit', body: 'Northwind' });

    expect(outcome).toEqual({ kind: 'bad-rule', problem: expect.stringContaining('northwind-auditor and cissp') });
    expect(saved).toEqual([]);
  });

  it('are removed, unless there are none', async () => {
    const { scope } = aScope([{ code: 'cissp', content: {} }]);

    await expect(resetCustomRule('cissp', scope)).resolves.toBeUndefined();
    await expect(resetCustomRule('ccsp', scope)).rejects.toThrow(new Refusal(words.customise.notOwn));
  });
});
