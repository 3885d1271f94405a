import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { hypotheticalClaims } from '../../../src/services/pace/hypothetical-claims.ts';
import { anEntry, known } from '../../domain/rules.ts';
import { aCreditHolding } from '../certifications/credit-holding.ts';

const today = day('2026-11-25');

const abc = aCreditHolding('abc');
const def = aCreditHolding('def', {
  categories: [
    { code: 'a', name: 'A' },
    { code: 'b', name: 'B' },
  ],
});
const find = (text: string) => [abc, def].find(({ certification }) => certification.code === text)?.certification;
const scope = { request: { today }, data: { catalogue: { find } as Catalogue } } as Scope;

function claims(quick: Parameters<typeof hypotheticalClaims>[0], holdings: readonly CreditHolding[] = [abc, def]) {
  return hypotheticalClaims(quick, holdings, scope).map(({ holding, parts, entry }) => [
    holding.certification.code,
    parts,
    entry,
  ]);
}

describe('what a hypothetical activity would claim', () => {
  it('is for all holdings, in the total where no category is decided, today', () => {
    const entry = {
      id: 'supposed',
      kind: 'other',
      start: today,
      end: today,
      order: Number.MAX_SAFE_INTEGER,
    };
    const parts = [{ category: 'total', credits: 150 }];

    expect(claims({ duration: '1.5h' })).toEqual([
      ['abc', parts, { ...entry, parts }],
      ['def', parts, { ...entry, parts }],
    ]);
    expect(hypotheticalClaims({ duration: '1.5h' }, [abc, def], scope).map((one) => one.isUndecided)).toEqual([
      false,
      true,
    ]);
  });

  it('is in the category that is named', () => {
    const [claim] = claims({ duration: '1.5h', certifications: ['def b'] });

    expect(claim?.[1]).toEqual([{ category: 'b', credits: 150 }]);
  });

  it('is on the day and of the kind that was named', () => {
    const [claim] = claims({ duration: '60m', day: day('2026-10-01'), kind: 'webinar' }, [abc]);

    expect(claim?.[2]).toMatchObject({ kind: 'webinar', start: '2026-10-01', end: '2026-10-01' });
  });

  it.each([
    [['def'], ['def']],
    [
      ['def', 'abc'],
      ['def', 'abc'],
    ],
    [['xyz', 'abc'], ['abc']],
    [[], []],
  ])('is for the named certifications %j', (certifications, codes) => {
    expect(claims({ duration: '60m', certifications }).map(([code]) => code)).toEqual(codes);
  });

  it.each([undefined, '', 'soon', '0m', '0'])('is nothing with the duration %j', (duration) => {
    expect(claims({ ...(duration === undefined ? {} : { duration }) })).toEqual([]);
  });

  it('leaves out a holding that it is worth nothing for', () => {
    const unknown = aCreditHolding('abc', { conversion: {} });
    const full = aCreditHolding(
      'def',
      { caps: [{ per: 'cycle', limit: known(100), name: 'all' }] },
      { entries: [anEntry({ end: '2026-01-10' })] },
    );

    expect(claims({ duration: '60m' }, [unknown, full, abc]).map(([code]) => code)).toEqual(['abc']);
    expect(claims({ duration: '10m' })).toEqual([]);
  });
});
