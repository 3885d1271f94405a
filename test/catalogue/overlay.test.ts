import { describe, expect, it } from 'vitest';
import { BadRule, changedRule, checkRule, type RuleFigures } from '../../src/catalogue/custom-rule.ts';
import { catalogueOf, type RuleFile, ruleFileOf } from '../../src/catalogue/index.ts';
import { overlay } from '../../src/catalogue/overlay.ts';
import { day } from '../../src/domain/calendar.ts';

const TODAY = day('2026-04-01');
const FIGURES: RuleFigures = {
  short: 'ABC',
  name: 'Certified ABC',
  body: 'ABC Board',
  unit: 'point',
  months: 24,
  total: '40',
  yearly: undefined,
  feeCents: undefined,
};
const fileOf = (code: string, over: Partial<RuleFigures> = {}, base?: RuleFile) =>
  changedRule(code, { ...FIGURES, ...over }, { base, today: TODAY });
/** A file of the catalogue: each of its values has a source. */
function sourcedFile(code: string, over: Partial<RuleFigures> = {}): RuleFile {
  const sourced = JSON.stringify(fileOf(code, over)).replaceAll('"sources":[]', '"sources":["S1"]');
  return { ...ruleFileOf(JSON.parse(sourced)), sources: { S1: 'https://example.org/rules' } };
}

const BASE = catalogueOf([sourcedFile('abc'), sourcedFile('xyz', { short: 'XYZ', name: 'Certified XYZ' })]);
const requirementsIn = (file: RuleFile) => ruleFileOf(file.renewal).requirements;

describe('rules of a workspace', () => {
  it('leave the catalogue as it is when there are none', () => {
    const { catalogue, unusable } = overlay(BASE, []);

    expect(catalogue).toBe(BASE);
    expect([...unusable]).toEqual([]);
  });

  it('replace those with the same code, and only those', () => {
    const { catalogue, unusable } = overlay(BASE, [{ code: 'abc', content: fileOf('abc', { body: 'Our Board' }) }]);

    expect([...unusable]).toEqual([]);
    expect(catalogue.all).toHaveLength(2);
    expect(catalogue.get('abc')?.body).toBe('Our Board');
    expect(catalogue.get('xyz')?.body).toBe('ABC Board');
  });

  it('add a new certification', () => {
    const content = fileOf('new', { short: 'NEW', name: 'Certified NEW' });

    expect(overlay(BASE, [{ code: 'new', content }]).catalogue.find('certified new')?.code).toBe('new');
  });

  it.each([
    ['that does not fit the schema', { code: 'bad', short: 7 }],
    ['that is a list', []],
    ['whose name belongs to another', fileOf('bad', { short: 'XYZ', name: 'Bad' })],
  ])('%s is left out with a reason, and the others stay', (_name, content) => {
    const good = { code: 'good', content: fileOf('good', { short: 'GOOD', name: 'Certified GOOD' }) };

    const { catalogue, unusable } = overlay(BASE, [{ code: 'bad', content }, good]);

    expect([...unusable.keys()]).toEqual(['bad']);
    expect(unusable.get('bad')).not.toBe('');
    expect(catalogue.all.map(({ code }) => code).sort()).toEqual(['abc', 'good', 'xyz']);
  });
});

describe('checking a rule', () => {
  it('passes a whole file, also in place of an older one of the same workspace', () => {
    const own = [{ code: 'new', content: fileOf('new', { short: 'NEW', name: 'Old' }) }];

    expect(() => checkRule(fileOf('new', { short: 'NEW', name: 'Old' }), own, BASE)).not.toThrow();
  });

  it('refuses a file that does not fit, and a name that is taken', () => {
    expect(() => checkRule({ code: 'new' }, [], BASE)).toThrow(BadRule);
    expect(() => checkRule(fileOf('new', { short: 'XYZ', name: 'New' }), [], BASE)).toThrow(/'xyz' must find one/u);
  });
});

describe('the rule file of a new certification', () => {
  it('has the figures given, marked as set by the workspace', () => {
    const file = fileOf('new', { total: '40', yearly: '10' });

    expect(file).toMatchObject({ code: 'new', short: 'ABC', reviewed: TODAY, sources: {} });
    expect(file.renewal).toMatchObject({
      kind: 'credits',
      cycle: { months: { value: 24, certainty: 'M', sources: [] } },
    });
    expect(requirementsIn(file)).toMatchObject([
      { code: 'total', amount: { value: '40', certainty: 'M' } },
      { code: 'yearly', per: 'year', amount: { value: '10' } },
    ]);
    expect(file).not.toHaveProperty('upkeep');
  });

  it('lasts three years in credits unless said otherwise', () => {
    expect(fileOf('new', { months: undefined, unit: '' }).renewal).toMatchObject({
      unit: { one: 'credit', many: 'credits' },
      cycle: { months: { value: 36 } },
    });
  });

  it('has a yearly fee in dollars when one is given', () => {
    expect(fileOf('new', { feeCents: 12_500 }).upkeep).toMatchObject({
      fees: [{ name: 'fee', currency: 'USD', per: 'year', due: 'start', amount: { value: 12_500 } }],
    });
  });
});

describe('an existing rule file with other figures', () => {
  const base = fileOf('abc', { yearly: '10', feeCents: 5000 });

  it('keeps every figure that is not given', () => {
    const changed = fileOf(
      'abc',
      { total: undefined, yearly: undefined, months: undefined, feeCents: undefined },
      base,
    );

    expect(changed.renewal).toEqual(base.renewal);
    expect(changed.upkeep).toEqual(base.upkeep);
  });

  it('replaces the amounts in their places', () => {
    const changed = fileOf('abc', { total: '50', yearly: '12', feeCents: 6000, months: 12 }, base);

    expect(requirementsIn(changed)).toMatchObject([
      { code: 'total', amount: { value: '50' } },
      { code: 'yearly', amount: { value: '12' } },
    ]);
    expect(changed.upkeep).toMatchObject({ fees: [{ name: 'fee', amount: { value: 6000 } }] });
    expect(changed.renewal).toMatchObject({ cycle: { anchor: { value: 'certified' }, months: { value: 12 } } });
  });

  it('puts a new total before the other requirements', () => {
    const yearlyOnly = fileOf('abc', { total: undefined, yearly: '10' });

    expect(requirementsIn(fileOf('abc', { total: '40' }, yearlyOnly))).toMatchObject([
      { code: 'total' },
      { code: 'yearly' },
    ]);
  });

  it('drops only the sources that nothing cites any longer', () => {
    const renewal = ruleFileOf(base.renewal);
    const cited = { value: 24, certainty: 'O', sources: ['S1'] };
    const withSources = {
      ...base,
      renewal: { ...renewal, cycle: { ...ruleFileOf(renewal.cycle), months: cited } },
      sources: { S1: 'https://example.org/1', S2: 'https://example.org/2' },
    };

    expect(fileOf('abc', { months: undefined }, withSources).sources).toEqual({ S1: 'https://example.org/1' });
    expect(fileOf('abc', { months: 12 }, withSources).sources).toEqual({});
  });

  it('renewed by an exam stays as it is', () => {
    const exam = { ...base, renewal: { kind: 'exam' } };

    expect(fileOf('abc', { total: '50' }, exam).renewal).toEqual({ kind: 'exam' });
  });
});
