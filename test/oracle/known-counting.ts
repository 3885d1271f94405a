import type { Day } from '../../src/domain/calendar.ts';
import type { Cap } from '../../src/domain/credit-rules.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import type { Part } from '../../src/domain/holding.ts';
import { activity, holding, minimum, same, sourced } from './known-holding.ts';
import { oracle } from './oracle.ts';

const CATEGORIES = [
  { code: 'group-a', name: 'Group A', fills: 'group-b' },
  { code: 'group-b', name: 'Group B' },
  { code: 'inner', name: 'Inner', parent: 'group-a' },
];
const ETHICS = [{ code: 'ethics', name: 'Ethics' }];

function cap(per: Cap['per'], credits: number, rest: Partial<Cap> = {}): Cap {
  return { per, limit: sourced(100 * credits), name: 'limit', ...rest };
}

function parts(...claimed: readonly (readonly [string, number, string?])[]): Part[] {
  return claimed.map(([category, credits, mark]) => ({
    category,
    credits,
    ...(mark === undefined ? {} : { marks: [mark] }),
  }));
}

function counted(question: EvaluationInput, id = 'total'): number | undefined {
  return oracle(question).requirements.find((one) => one.id === id)?.counted;
}

function cutsOf(question: EvaluationInput): (readonly [string, number, string])[] {
  return oracle(question).cuts.map(({ entry, credits, reason }) => [entry, credits, reason.kind]);
}

/** The webinar limit of 10: the later one is cut, and an earlier one pushes it out. */
function capExamples(): void {
  const rules = { requirements: [minimum('total', 120)], caps: [cap('cycle', 10, { kinds: ['webinar'] })] };
  const later = activity('later', '2025-06-01', { kind: 'webinar', parts: parts(['total', 700]) });
  const earlier = activity('earlier', '2025-05-01', { kind: 'webinar', parts: parts(['total', 600]) });
  const both = holding(rules, { activities: [later, earlier] });
  same('over the webinar limit of 10', counted(both), 1000);
  same('the later one is cut', oracle(both).cuts, [
    { entry: 'later', credits: 300, reason: { kind: 'cap', name: 'limit', per: 'cycle', limit: 1000 } },
  ]);
  const entry = holding(
    { ...rules, caps: [cap('entry', 8)] },
    { activities: [activity('one', '2025-05-01', { parts: parts(['total', 900]) })] },
  );
  same('per entry', cutsOf(entry), [['one', 100, 'cap']]);
  const long = activity('long', '2025-05-03', { start: '2025-05-01' as Day, parts: parts(['total', 1000]) });
  const day = holding(
    { ...rules, caps: [cap('day', 4)] },
    { activities: [activity('one', '2025-05-01', { parts: parts(['total', 100]) }), long] },
  );
  same('per day: 3.34, 3.33 and 3.33 of 10.00; 3.00 are left on the first', cutsOf(day), [['long', 34, 'cap']]);
  const percent = { ...cap('cycle', 0, { category: 'group-b' }), limit: sourced({ percent: 33 }) };
  const odd = { ...minimum('total', 0), amount: sourced(101) };
  const third = { requirements: [odd], categories: CATEGORIES, caps: [percent] };
  same(
    'percent, rounded down',
    counted(holding(third, { activities: [activity('one', '2025-05-01', { parts: parts(['group-b', 99]) })] })),
    33,
  );
}

/**
 * Group A fills Group B; an outer cut does not lower the inner figure; the last category and what has no mark go
 * first.
 */
function categoryExamples(): void {
  const requirements = [
    minimum('total', 60),
    minimum('a', 40, { category: 'group-a' }),
    minimum('inner', 10, { category: 'inner' }),
    minimum('ethics', 3, { mark: 'ethics' }),
  ];
  const rules = { requirements, categories: CATEGORIES, marks: ETHICS };
  const activities = [activity('one', '2025-05-01', { parts: parts(['group-a', 5000], ['group-b', 3000]) })];
  const fills = holding({ ...rules, caps: [cap('cycle', 20, { category: 'group-b' })] }, { activities });
  same('A is not capped by the limit of B', [counted(fills), counted(fills, 'category:group-a')], [7000, 5000]);
  const nested = [activity('one', '2025-05-01', { parts: parts(['inner', 1500], ['group-a', 1000]) })];
  const outer = holding({ ...rules, caps: [cap('cycle', 10, { category: 'group-a' })] }, { activities: nested });
  const figures = [counted(outer), counted(outer, 'category:group-a'), counted(outer, 'category:inner')];
  same('a cut by an outer category', figures, [1000, 1000, 1500]);
  const course = [activity('one', '2025-05-01', { parts: parts(['group-a', 200, 'ethics'], ['group-a', 600]) })];
  const marked = holding({ ...rules, caps: [cap('entry', 3)] }, { activities: course });
  same('an 8-hour course with 2 ethics hours, cut to 3', [counted(marked), counted(marked, 'mark:ethics')], [300, 200]);
}

/** Early credits belong to the first year, those of the grace to the last, and a part of a year has no minimum. */
function yearExamples(): void {
  const rules = {
    requirements: [minimum('yearly', 20, { per: 'year' })],
    earningGrace: sourced({ days: 90 }),
    earlyCredits: sourced(true as const),
  };
  const activities = [
    activity('early', '2023-12-15', { parts: parts(['total', 300]) }),
    activity('late', '2027-01-15', { parts: parts(['total', 400]) }),
    activity('too-late', '2027-04-01', { parts: parts(['total', 500]) }),
  ];
  const cycle = { certifiedOn: '2023-12-01' as Day, on: '2027-04-02' as Day, activities };
  const years = holding({ ...rules, cycle: { anchor: sourced('january' as const) } }, cycle);
  same(
    'years',
    oracle(years).requirements.map(({ id, counted: credits }) => [id, credits]),
    [
      ['year:1', 300],
      ['year:2', 0],
      ['year:3', 400],
    ],
  );
  same(
    'the grace ends',
    oracle(years).requirements.map(({ lastDay }) => lastDay),
    ['2024-12-31', '2025-12-31', '2027-03-31'],
  );
  same('after the grace', cutsOf(years), [['too-late', 500, 'outside']]);
  const middle = holding(
    { ...rules, cycle: { anchor: sourced('january' as const) } },
    { cycle: { start: '2024-07-01' as Day, end: '2026-06-30' as Day } },
  );
  same(
    'parts of years',
    oracle(middle).requirements.map(({ id }) => id),
    ['year:2'],
  );
  const once = {
    ...rules,
    requirements: [minimum('total', 20)],
    onceOnly: { certainty: 'O' as const, sources: ['site'] },
  };
  const courses = [
    activity('one', '2025-05-01', { title: 'Caf\u00e9: risk', parts: parts(['total', 100]) }),
    activity('other', '2025-05-01', { title: 'CAFE\u0301 RISK', parts: parts(['total', 100]) }),
    activity('none', '2025-05-02', { title: '\u2013!', parts: parts(['total', 100]) }),
    activity('no-title', '2025-05-02', { title: '', parts: parts(['total', 100]) }),
  ];
  same('the same course', cutsOf(holding(once, { activities: courses })), [['other', 100, 'once-only']]);
}

/** Opening balances give way to records: of the own category first, and there of the own mark. */
function openingExamples(): void {
  const requirements = [
    minimum('total', 60),
    minimum('a', 20, { category: 'group-a' }),
    minimum('ethics', 3, { mark: 'ethics' }),
  ];
  const rules = { requirements, categories: CATEGORIES, marks: ETHICS };
  const openings = [
    { on: '2025-06-30' as Day, parts: parts(['total', 1000], ['group-a', 500], ['group-a', 200, 'ethics']) },
  ];
  same('stated alone', counted(holding(rules, { openings })), 1700);
  const record = activity('one', '2025-06-30', { parts: parts(['group-a', 300, 'ethics']) });
  const given = holding(rules, { openings, activities: [record] });
  same(
    'a record on its day',
    [counted(given), counted(given, 'category:group-a'), counted(given, 'mark:ethics')],
    [1700, 700, 300],
  );
  const much = activity('one', '2025-06-30', { parts: parts(['inner', 900]) });
  const inner = holding(rules, { openings, activities: [much] });
  same('of the enclosing categories', [counted(inner), counted(inner, 'category:group-a')], [1700, 1100]);
  const after = holding(rules, {
    openings,
    activities: [{ ...record, start: '2025-07-01' as Day, end: '2025-07-01' as Day }],
  });
  same('a record after it', counted(after), 2000);
  const second = [...openings, { on: '2026-06-30' as Day, parts: parts(['total', 400]) }];
  const two = holding(rules, {
    openings: second,
    activities: [{ ...record, start: '2025-07-01' as Day, end: '2025-07-01' as Day }],
  });
  same('the balance after it', counted(two), 1700 + 400);
  const capped = holding({ ...rules, caps: [cap('entry', 1), cap('cycle', 5, { category: 'group-a' })] }, { openings });
  same('free of entry caps, not of others', [counted(capped), counted(capped, 'mark:ethics')], [1500, 200]);
}

/** A period of its own: its first day, no carry-over, whatever cycle. */
function periodExamples(): void {
  const review = minimum('review', 10, { per: 'period', months: 72 });
  const rules = { requirements: [minimum('total', 60), review] };
  const activities = [
    activity('first', '2020-07-01', { cycle: '2018-01-01' as Day, parts: parts(['total', 100]) }),
    activity('before', '2020-06-30', { cycle: '2018-01-01' as Day, parts: parts(['total', 200]) }),
    activity('own', '2026-06-30', { parts: parts(['total', 400]) }),
  ];
  const periods = { review: '2026-06-30' as Day };
  const question = holding(rules, { activities, periods, carryOver: parts(['total', 800]) });
  const [total, period] = oracle(question).requirements;
  same('window', period?.window, { start: '2020-07-01', end: '2026-06-30' });
  same('credits of the cycle and the period', [total?.counted, period?.counted], [1200, 500]);
  same('the status', oracle(question).status, 'missed');
  const cured = { ...question, cured: { 'period:review': { on: '2026-12-01' as Day, what: 'late' } } };
  same('cured: the total is open', oracle(cured).status, 'behind');
  const renewed = { ...question, renewedBy: { short: 'CySA+', on: '2026-12-01' as Day } };
  same(
    'renewed by another',
    [oracle(renewed).status, oracle(renewed).requirements.some(({ binding }) => binding)],
    ['met', false],
  );
}

/** The examples of section 4. */
export function countingExamples(): readonly (() => void)[] {
  return [capExamples, categoryExamples, yearExamples, openingExamples, periodExamples];
}
