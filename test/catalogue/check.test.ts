import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../src/catalogue/check.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Certification } from '../../src/domain/certification.ts';
import { checkText } from '../../src/operator/catalogue-check.ts';
import { aCertification, aRenewal, known } from '../domain/rules.ts';

const TODAY = day('2026-11-29');
const SOURCES = { S1: 'https://example.org' };
const entry = (over: Partial<Certification> = {}) =>
  aCertification({ renewal: aRenewal({}), sources: SOURCES, reviewed: TODAY, ...over });

const problems = (over: Partial<Certification>, today = TODAY) => checkCatalogue([entry(over)], today).problems;
const codes = { value: ['gone'], certainty: 'O', sources: ['S1'] } as const;

describe('a check of the catalogue', () => {
  it('finds nothing wrong with an entry that has everything', () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, Partial<Certification>, string]>([
    [
      'a value without a source',
      { renewal: aRenewal({ total: { value: 4000, certainty: 'M', sources: [] } }), sources: {} },
      'must name a source',
    ],
    [
      'a key without an address',
      { renewal: aRenewal({ total: { ...known(4000), sources: ['S1', 'S9'] } }) },
      "must name a key of sources, got 'S9'",
    ],
    ['a host never shown', { sources: { S1: 'https://www.scribd.com/1' } }, 'is on a host that is never shown'],
    ['an old review', { reviewed: day('2025-11-28') }, 'was reviewed on 2025-11-28'],
    [
      'a renewed entry that does not exist',
      { sharing: { within: codes } },
      "sharing.within must name an entry, got 'gone'",
    ],
    [
      'a needed entry that does not exist',
      { sharing: { needs: codes } },
      "sharing.needs must name an entry, got 'gone'",
    ],
    [
      'an entry to renew that does not exist',
      { sharing: { renews: [{ codes: ['gone'], by: ['earned'], dates: 'kept', certainty: 'O', sources: ['S1'] }] } },
      "sharing.renews must name an entry, got 'gone'",
    ],
    [
      'a category of an activity that does not exist',
      { renewal: aRenewal({ activities: [{ name: 'A', kinds: ['course'], category: { ...known('gone') } }] }) },
      "renewal.activities.0.category.value must name a category, got 'gone'",
    ],
    [
      'a default category that does not exist',
      {
        renewal: aRenewal({
          defaultCategories: [{ kinds: ['course'], category: 'gone', certainty: 'O', sources: ['S1'] }],
        }),
      },
      "renewal.defaultCategories.0.category must name a category, got 'gone'",
    ],
  ])('finds %s', (_name, over, problem) => {
    expect(problems(over).join('\n')).toContain(problem);
  });

  it('counts the values of each body, how many are official or read in a copy, and its addresses by host', () => {
    const portal = { value: 'P', certainty: 'S', sources: ['S2'], note: 'Since May. Read in a copy.' } as const;
    const sources = { ...SOURCES, S2: 'https://example.org/2' };
    const { bodies, total } = checkCatalogue(
      [entry(), entry({ code: 'two', sources, upkeep: { fees: [], portal } })],
      TODAY,
    );

    expect(bodies).toEqual([{ body: entry().body, ...total }]);
    expect(total).toMatchObject({ entries: 2, oldestReview: TODAY, hosts: [['example.org', 2]] });
    expect(total.values - total.official).toBe(1);
    expect(total.inCopy).toBe(1);
    expect(checkText({ bodies, total, withoutSource: 0, problems: [] })).toContain('% read in a copy, oldest review');
  });
});

it('finds nothing wrong with the catalogue on the day of its last review', () => {
  const { all } = loadCatalogue();
  const check = checkCatalogue(
    all,
    all
      .map(({ reviewed }) => reviewed)
      .sort()
      .at(-1) ?? TODAY,
  );

  expect(check.problems).toEqual([]);
  expect(check.withoutSource).toBe(0);
  expect(checkText(check)).toContain(`${all.length} entries`);
  expect(checkText(check)).toMatch(/No problems found\.$/u);
});
