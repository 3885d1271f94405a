import { expect, it } from 'vitest';
import type { Day } from '../../src/domain/calendar.ts';
import { countedOf, cutsOf, day, figure, question, rule, webinar } from './known-question.ts';
import { oracle } from './oracle.ts';
import { known } from './random.ts';

it('cuts each entry from its last category on', () => {
  // In the order of the catalogue a, b: of 3.00 + 2.00 the limit of 4.00 takes 1.00 off b; of 1.00 + 6.00 it takes 3.00.
  const caps = [{ per: 'entry', limit: known(400), name: 'one entry' } as const];
  const activities = [
    webinar('one', '2025-03-01', { b: 200, a: 300 }),
    webinar('two', '2025-03-02', { a: 100, b: 600 }),
  ];
  const requirements = [
    rule('total', known(10000)),
    rule('a', known(1000), { category: 'a' }),
    rule('b', known(1000), { category: 'b' }),
  ];
  const figures = oracle(question({ caps, requirements }, { activities }));
  expect(countedOf(figures)).toEqual({ total: 800, 'category:a': 400, 'category:b': 400 });
  expect(cutsOf(figures)).toEqual(['one: 100 one entry of 400', 'two: 300 one entry of 400']);
});

it('spreads several days evenly before it looks at a day', () => {
  // 10.00 on 3 days: 3.34, 3.33, 3.33. On the last day 3.00 were there before, the limit of 4.00 leaves 1.00 of the 3.33.
  // `before` ends on that day too, and was entered earlier.
  const caps = [{ per: 'day', limit: known(400), name: 'one day' } as const];
  const activities = [
    webinar('before', '2025-03-03', { a: 300 }),
    webinar('long', '2025-03-03', { a: 1000 }, { start: day('2025-03-01') }),
  ];
  const figures = oracle(question({ caps }, { activities }));
  expect(countedOf(figures)).toEqual({ total: 300 + 334 + 333 + 100 });
  expect(cutsOf(figures)).toEqual(['long: 233 one day of 400']);
});

it('gives the odd hundredths of each part to the first days', () => {
  // a: 1.00 on 3 days is 34, 33, 33; b: 0.50 is 17, 17, 16. A limit of 0.50 a day cuts 51, 50, 49 to 50, 50, 49.
  const caps = [{ per: 'day', limit: known(50), name: 'one day' } as const];
  const activities = [webinar('long', '2025-03-03', { a: 100, b: 50 }, { start: day('2025-03-01') })];
  expect(cutsOf(oracle(question({ caps }, { activities })))).toEqual(['long: 1 one day of 50']);
});

it('caps kinds in a year by date, and says the later one is cut', () => {
  // 2025: 6.00 on 1 May, then 7.00 on 2 May of which 4.00 fit in 10.00. 2026 begins anew; a course is no webinar.
  const caps = [{ per: 'year', limit: known(1000), kinds: ['webinar'], name: 'webinars' } as const];
  const activities = [
    webinar('later', '2025-05-02', { a: 700 }),
    webinar('earlier', '2025-05-01', { a: 600 }),
    webinar('next', '2026-01-01', { a: 900 }),
    webinar('course', '2025-05-03', { a: 500 }, { kind: 'course' }),
  ];
  const requirements = [rule('total', known(10000)), rule('yearly', known(2000), { per: 'year' })];
  const figures = oracle(question({ caps, requirements }, { activities }));
  expect(countedOf(figures)).toEqual({ total: 2400, 'year:1': 1500, 'year:2': 900, 'year:3': 0 });
  expect(cutsOf(figures)).toEqual(['later: 300 webinars of 1000']);
});

it('cuts a cycle by percent from inner to outer, and leaves the inner figure as it is', () => {
  // Total 33.33: 10 percent is 3.33 for a1, 15 percent is 4.99 for a. a1: 5.00 of which 3.33 count. Then a sees 4.00 of `one`
  // (its 4.00 a come first), and of the 3.33 a1 of `two` only 0.99 fit; a1 keeps its own 3.33.
  const caps = [
    { per: 'cycle', limit: known({ percent: 15 }), category: 'a', name: 'outer' } as const,
    { per: 'cycle', limit: known({ percent: 10 }), category: 'a1', name: 'inner' } as const,
  ];
  const requirements = [
    rule('total', known(3333)),
    rule('a', known(1000), { category: 'a' }),
    rule('a1', known({ percent: 50 }), { category: 'a1' }),
  ];
  const activities = [webinar('one', '2025-03-01', { a: 400 }), webinar('two', '2025-03-02', { a1: 500 })];
  const figures = oracle(question({ caps, requirements }, { activities }));
  expect(countedOf(figures)).toEqual({ total: 499, 'category:a': 499, 'category:a1': 333 });
  expect(figure(figures, 'category:a1').required).toBe(1666);
  expect(cutsOf(figures)).toEqual(['two: 167 inner of 333', 'two: 234 outer of 499']);
});

it('goes by the version on the day an activity ended, and remembers what earlier ones used', () => {
  // No limit in 2025: 8.00 count. From 2026 on 10.00: 2.00 of 5.00 still fit.
  const limit = [{ ...known(1000), from: day('2026-01-01') }];
  const caps = [{ per: 'cycle', limit, name: 'new limit' } as const];
  const activities = [webinar('old', '2025-12-31', { a: 800 }), webinar('new', '2026-01-01', { a: 500 })];
  const figures = oracle(question({ caps }, { activities }));
  expect(countedOf(figures)).toEqual({ total: 1000 });
});

it('takes the same course once, the earliest one', () => {
  // `Café – 1` composed and decomposed is one title, without its accent it is another one; another kind is another course.
  const activities = [
    webinar('second', '2025-06-02', { a: 100 }, { title: 'CAFE\u0301 1!' }),
    webinar('first', '2025-06-01', { a: 200 }, { title: 'Caf\u00e9 – 1', provider: 'Sans.' }),
    webinar('plain', '2025-06-03', { a: 300 }, { title: 'Cafe 1' }),
    webinar('course', '2025-06-03', { a: 400 }, { title: 'Café 1', kind: 'course' }),
    webinar('none', '2025-06-04', { a: 500 }, { title: '–' }),
    webinar('nor this', '2025-06-05', { a: 600 }, { title: '' }),
  ];
  const onceOnly = { certainty: 'O', sources: [] } as const;
  const figures = oracle(question({ onceOnly }, { activities }));
  expect(countedOf(figures)).toEqual({ total: 200 + 300 + 400 + 500 + 600 });
  expect(cutsOf(figures)).toEqual(['second: 100 once-only']);
});

it('takes carry-over first, free of entry and kind caps, and not from a later forecast', () => {
  // 5.00 are carried into b; the year's limit of 6.00 on b leaves 1.00 of the webinar's 3.00 (cut to 3.00 by the entry cap).
  const caps = [
    { per: 'entry', limit: known(300), name: 'one entry' } as const,
    { per: 'year', limit: known(200), kinds: ['webinar'], category: 'a', name: 'webinars' } as const,
    { per: 'year', limit: known(600), category: 'b', name: 'b' } as const,
  ];
  const carryOver = [{ category: 'b', credits: 500 }];
  const activities = [webinar('one', '2025-01-01', { b: 400 })];
  const requested = question({ caps }, { activities, carryOver, on: day('2025-01-31') });
  const figures = oracle(requested);
  expect(countedOf(figures)).toEqual({ total: 600 });
  expect(cutsOf(figures)).toEqual(['one: 100 one entry of 300', 'one: 200 b of 600']);
  // 94.00 remain and 1.00 was earned in the last 90 days: 94 times 90 days from 31 January 2025, 8460 days, is 31 March 2048.
  expect(figure(figures, 'total').forecast).toEqual({ kind: 'on', day: '2048-03-31' });
  expect(countedOf(oracle({ ...requested, on: day('2024-12-31') }))).toEqual({ total: 0 });
});

it('looks at a period across cycles', () => {
  // 24 months to 28 February 2026 begin on 29 February 2024; the cycle before counts, the day before does not, a planned one
  // never does.
  const requirements = [rule('review', known(1000), { per: 'period', months: 24 })];
  const before = { cycle: day('2022-01-01') };
  const activities = [
    webinar('too early', '2024-02-28', { a: 100 }, before),
    webinar('before', '2024-02-29', { a: 200 }, before),
    webinar('now', '2026-02-28', { a: 400 }),
    webinar('planned', '2026-02-27', { a: 800 }, { planned: true }),
    webinar('after', '2026-03-01', { a: 1600 }),
  ];
  const figures = oracle(question({ requirements }, { activities, periods: { review: day('2026-02-28') } }));
  expect(countedOf(figures)).toEqual({ 'period:review': 600 });
  expect(figure(figures, 'period:review')).toMatchObject({
    window: { start: '2024-02-29', end: '2026-02-28' },
    lastDay: '2026-02-28',
    status: 'missed',
  });
  expect(oracle(question({ requirements }, { activities })).requirements).toEqual([]);
});

it('lets credits be earned in the grace, for the cycle and its last year', () => {
  // 3 months after 31 December are 31 March; on 1 March 31 days are left: 90.00 remaining, 9000 times 7 / 31 = 2032.3 a week.
  const requirements = [rule('total', known(10000)), rule('yearly', known(2000), { per: 'year' })];
  const activities = [webinar('grace', '2028-02-01', { a: 1000 }), webinar('after', '2028-04-01', { a: 100 })];
  const requested = question(
    { requirements, earningGrace: known({ months: 3 }) },
    { activities, on: day('2028-03-01') },
  );
  const figures = oracle(requested);
  expect(countedOf(figures)).toEqual({ total: 1000, 'year:1': 0, 'year:2': 0, 'year:3': 1000 });
  expect(figures.requirements.map(({ status }) => status)).toEqual(['behind', 'missed', 'missed', 'behind']);
  expect(figure(figures, 'total')).toMatchObject({ lastDay: '2028-03-31', daysLeft: 31, weeklyRate: 2033 });
  // Both years that are missed are 365 days behind: the one that ended first binds.
  // Something can still be done about the total; the two years that are missed have lines of their own.
  expect(figures.requirements.find(({ binding }) => binding)?.id).toBe('total');
  expect(cutsOf(oracle({ ...requested, on: day('2028-04-01') }))).toEqual(['after: 100 outside']);
});

it('counts early credits in the first year of a first cycle only', () => {
  const requirements = [rule('total', known(10000)), rule('yearly', known(2000), { per: 'year' })];
  const activities = [webinar('early', '2024-06-01', { a: 500 }), webinar('too early', '2024-05-31', { a: 100 })];
  const requested = question({ requirements, earlyCredits: known(true as const) }, { activities });
  const counted = (certifiedOn: Day): unknown => countedOf(oracle({ ...requested, certifiedOn }));
  expect(counted(day('2024-06-01'))).toEqual({ total: 500, 'year:1': 500, 'year:2': 0, 'year:3': 0 });
  // Certified a year before the start to the day: no first cycle.
  expect(counted(day('2024-01-01'))).toEqual({ total: 0, 'year:1': 0, 'year:2': 0, 'year:3': 0 });
});

it('makes it lighter for new holders', () => {
  // Certified on 1 February 2026: of the check dates 31 December 2027, 2026 and 2025 two are not before it: the second total.
  const totals = known([{ credits: 1000 }, { credits: 2500 }, { credits: 4000 }]);
  const newcomer = { certifiedOn: day('2026-02-01') };
  expect(figure(oracle(question({ newHolder: { totals } }, newcomer)), 'total').required).toBe(2500);
  // 36 full months of 6 each, 15.00 for each six: 90.00, less than 100.00.
  const perMonths = known({ months: 6, credits: 1500 });
  expect(figure(oracle(question({ newHolder: { perMonths } }, newcomer)), 'total').required).toBe(9000);
  const yearly = { requirements: [rule('yearly', known(2000), { per: 'year' })] };
  const exempt = oracle(question({ ...yearly, newHolder: { exemptYears: known(1) } }, newcomer));
  expect(exempt.requirements.map(({ id }) => id)).toEqual(['year:2', 'year:3']);
});

it('asks for nothing in a part of a calendar year', () => {
  // 1 July 2025 to 30 June 2028: 2025 and 2028 are parts, 2026 and 2027 are whole.
  const requirements = [rule('yearly', known(2000), { per: 'year', mark: 'ethics' })];
  const cycle = { start: day('2025-07-01'), end: day('2028-06-30') };
  const activities = [
    webinar(
      'one',
      '2026-12-31',
      {},
      {
        parts: [
          { category: 'a', credits: 100, marks: ['ethics'] },
          { category: 'b', credits: 50, marks: ['ethics'] },
        ],
      },
    ),
  ];
  const figures = oracle(
    question({ requirements, cycle: { anchor: known('january' as const) } }, { cycle, activities }),
  );
  expect(countedOf(figures)).toEqual({ 'year:2:mark:ethics': 150, 'year:3:mark:ethics': 0 });
});

it('leaves rules alone whose condition is not answered as they want', () => {
  const conditions = [{ code: 'audits', question: 'Audits?', options: [{ code: 'yes', name: 'Yes' }] }];
  const requirements = [
    rule('audits', known(1000), { category: 'a', when: { audits: ['yes'] } }),
    rule('first', known(1000), { category: 'b', when: { 'first-cycle': ['yes'] } }),
  ];
  const ids = (more: object): string[] =>
    oracle(question({ conditions, requirements }, more)).requirements.map(({ id }) => id);
  expect(ids({})).toEqual([]);
  expect(ids({ conditions: { audits: 'yes' } })).toEqual(['category:a']);
  expect(ids({ conditions: { audits: 'no' }, certifiedOn: day('2025-01-01') })).toEqual(['category:b']);
});
