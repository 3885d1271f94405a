import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import type { ExamRenewal, Renewal } from '../../src/domain/certification.ts';
import type { Cut } from '../../src/domain/count-credits.ts';
import { type Standing, standingOf } from '../../src/domain/standing.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { cutText, headlineOf, notCheckedText } from '../../src/views/pace-words.ts';
import { categoryName, requirementName } from '../../src/views/requirement-words.ts';
import { aCertification, anEntry, aRenewal, aRequirement, known } from '../domain/rules.ts';

const words = wordsFor('en-GB');
const TODAY = day('2026-07-01');
const exam: ExamRenewal = {
  kind: 'exam',
  cycle: { anchor: known('certified'), months: known(36) },
  opensBefore: known({ months: 6 }),
  closesAfter: known({ days: 30 }),
  how: 'Pass the exam.',
};

function standing(renewal: Renewal, [start, end]: readonly [string, string], credits = 0): Standing {
  const entries = credits === 0 ? [] : [anEntry({ end: '2026-06-01', credits })];
  const cycle = { cycle: { start: day(start), end: day(end) } };
  return standingOf({ certification: aCertification({ renewal }), cycle, entries }, TODAY, 7);
}

describe('the headline of a standing', () => {
  const total = words.pace.requirement(undefined, undefined, 'hard');
  const threeYears = ['2025-01-01', '2027-12-31'] as const;
  const none = aRenewal({ total: known(0) });
  const unknown = { rule: 'a minimum', why: 'unknown', about: 'requirement' } as const;

  it.each([
    ['never expires', { kind: 'never-expires' } as const, words.pace.neverExpires],
    ['all met', standing(aRenewal(), threeYears, 4000), words.pace.allMet],
    ['no rule', standing(none, threeYears), words.pace.nothingRequired],
    [
      'unknown rules',
      standing(aRenewal({ total: known(0), unchecked: [unknown] }), threeYears),
      words.pace.unknownRequirement('a minimum', 0),
    ],
    ['not begun', standing(aRenewal(), ['2026-07-02', '2029-07-01']), words.pace.startsOn(day('2026-07-02'))],
    ['behind', standing(aRenewal(), threeYears), words.pace.because(words.pace.headline('behind', -546), total)],
    [
      'exam later',
      standing(exam, ['2024-02-01', '2027-01-31']),
      words.pace.examSoon(day('2026-07-31'), day('2027-01-31'), 215),
    ],
    [
      'exam open',
      standing(exam, ['2023-08-01', '2026-07-31']),
      words.pace.examWindow(day('2026-01-31'), day('2026-08-30'), words.pace.expiresIn(day('2026-07-31'), 31)),
    ],
    [
      'exam open after the expiry',
      standing(exam, ['2023-07-01', '2026-06-30']),
      words.pace.examLate(day('2026-06-30'), day('2026-07-30')),
    ],
    ['exam over', standing(exam, ['2023-02-01', '2026-01-31']), words.pace.examOver(day('2026-01-31'))],
  ])('%s', (_what, one, expected) => {
    expect(headlineOf(one, words, TODAY)).toBe(expected);
  });
});

describe('the headline of a requirement of few credits', () => {
  const few = (credits: number, required = 400) =>
    standing(
      aRenewal({ total: known(required), earningGrace: known({ days: 90 }) }),
      ['2025-01-01', '2027-12-31'],
      credits,
    );
  const on = (date: string, earned = 0, required = 400) => {
    const renewal = aRenewal({ total: known(required), earningGrace: known({ days: 90 }) });
    const entries = earned === 0 ? [] : [anEntry({ end: '2025-06-01', credits: earned })];
    const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
    return headlineOf(
      standingOf({ certification: aCertification({ renewal }), cycle, entries }, day(date), 7),
      words,
      day(date),
    );
  };

  it.each([
    ['on track, away from the end', headlineOf(few(100), words, TODAY), '● 3 CPE to do by 31 Dec 2027, 549 days left'],
    ['ahead', headlineOf(few(399), words, TODAY), '▲ 0.01 CPE to do by 31 Dec 2027, 549 days left'],
    ['behind near the end', on('2027-11-30'), '▼ 4 CPE to do by 31 Dec 2027, 32 days left'],
    ['on the last day of the window', on('2027-12-31'), '▼ 4 CPE to do by 31 Dec 2027, 1 day left'],
    ['in the grace, with its last day', on('2028-01-01'), '▼ 4 CPE to do by 30 Mar 2028, 90 days left'],
    ['met', on('2027-12-31', 400), words.pace.allMet],
    ['of more than 4 credits', on('2027-11-30', 0, 401), '▼ 1063 days behind'],
  ])('%s', (_what, stated, expected) => {
    expect(stated).toBe(expected);
  });

  it('names the requirement that it is of', () => {
    const requirements = [
      { code: 'ethics', mark: 'ethics', per: 'cycle', amount: known(100), chosenBy: 'cycle-start', severity: 'hard' },
    ] as const;
    const renewal = aRenewal({ total: known(100), marks: [{ code: 'ethics', name: 'Ethics' }], requirements });

    expect(headlineOf(standing(renewal, ['2025-01-01', '2027-12-31'], 100), words, TODAY)).toBe(
      '● 1 CPE of Ethics to do by 31 Dec 2027, 549 days left',
    );
  });
});

describe('the headline of what nobody can tell', () => {
  const rule = { why: 'unknown', about: 'requirement' } as const;
  const unchecked = [
    { ...rule, rule: 'a minimum' },
    { ...rule, rule: 'another' },
    { ...rule, rule: 'a third' },
  ];
  const requirements = [
    { code: 'law', name: 'Law', per: 'period', amount: known(100), chosenBy: 'cycle-start', severity: 'hard' },
  ] as const;
  const threeYears = ['2025-01-01', '2027-12-31'] as const;

  it.each([
    [aRenewal({ unchecked: unchecked.slice(0, 1) }), '? not known: a minimum'],
    [aRenewal({ unchecked }), '? not known: a minimum and 2 more'],
    [aRenewal({ requirements, unchecked: unchecked.slice(0, 1) }), '? not known: Law and 1 more'],
  ])('names the first and counts the others', (renewal, expected) => {
    expect(headlineOf(standing(renewal, threeYears, 4000), words, TODAY)).toBe(expected);
  });
});

it('names in the headline what renewed a certification, and until when', () => {
  const cycle = {
    cycle: { start: day('2025-01-01'), end: day('2027-12-31') },
    renewedBy: { short: 'CySA+', on: day('2026-03-01') },
  };
  const renewed = standingOf({ certification: aCertification(), cycle, entries: [] }, TODAY, 7);

  expect(headlineOf(renewed, words, TODAY)).toBe(
    words.pace.renewedUntil('CySA+', day('2026-03-01'), day('2027-12-31')),
  );
});

describe('credits that do not count', () => {
  const renewal = aRenewal();
  const amount = words.credits(150, renewal.unit);
  const cap = { per: 'cycle', limit: known(200), name: 'webinars' } as const;

  it.each<[Cut['reason'], string]>([
    [{ kind: 'outside' }, words.pace.cutOutside(amount)],
    [{ kind: 'once-only' }, words.pace.cutOnceOnly(amount)],
    [{ kind: 'cap', cap, limit: 200, source: known(200) }, words.pace.cutCap(amount, 'webinars', 200)],
  ])('%j', (reason, expected) => {
    expect(cutText({ entry: 'e', parts: [], credits: 150, reason }, renewal, words)).toBe(expected);
  });
});

describe('a rule that is not checked', () => {
  const rule = { code: 'ethics', name: 'Ethics', per: 'period', chosenBy: 'cycle-start', severity: 'hard' } as const;
  const renewal = aRenewal({ requirements: [{ ...rule, amount: known(100) }] });
  const condition = { code: 'practice', question: 'Do you practise?', options: [] };

  it.each([
    [
      { kind: 'rule', unchecked: { rule: 'a cap', why: 'disputed', about: 'other' } } as const,
      words.pace.unchecked('a cap', 'disputed'),
    ],
    [{ kind: 'condition', condition } as const, words.pace.unanswered('Do you practise?')],
    [{ kind: 'period', code: 'ethics' } as const, words.pace.noPeriod('Ethics')],
    [{ kind: 'period', code: 'other' } as const, words.pace.noPeriod('other')],
  ])('%j', (one, expected) => {
    expect(notCheckedText(one, renewal, words)).toBe(expected);
  });
});

describe('the name of a requirement', () => {
  const renewal = aRenewal({
    categories: [{ code: 'a', name: 'Group A' }],
    marks: [{ code: 'ethics', name: 'Ethics' }],
  });
  const total = aRequirement({ start: '2026-01-01', end: '2026-12-31', required: 100 });
  const shifted = aRequirement({ start: '2026-02-01', end: '2027-01-31', required: 100 });

  it.each([
    [total, [undefined, undefined, 'hard']],
    [{ ...total, category: 'a' }, ['Group A', undefined, 'hard']],
    [{ ...total, mark: 'ethics' }, ['Ethics', undefined, 'hard']],
    [{ ...total, category: 'a', name: 'Technical' }, ['Technical', undefined, 'hard']],
    [{ ...total, year: 2 }, [undefined, '2026', 'hard']],
    [{ ...shifted, year: 2, severity: 'suggested' }, [undefined, words.pace.yearOf(2), 'suggested']],
  ] as const)('%j', (requirement, [over, year, severity]) => {
    expect(requirementName(requirement, renewal, words)).toBe(words.pace.requirement(over, year, severity));
  });

  it.each([
    ['a', 'Group A'],
    ['total', undefined],
  ])('of the category %s is %s', (code, expected) => {
    expect(categoryName(code, renewal, words)).toBe(expected);
  });
});
