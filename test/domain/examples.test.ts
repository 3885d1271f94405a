import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { day } from '../../src/domain/calendar.ts';
import { type EvaluatedActivity, evaluate, type Figures } from '../../src/domain/evaluate.ts';

/**
 * One cycle of each kind of body, worked out by hand from the bodies' rules: the comments show the arithmetic. 23 November 2026 is
 * day 691 of a cycle that began on 1 January 2025.
 */
interface Example {
  readonly code: string;
  readonly cycle: readonly [string, string];
  readonly on?: string;
  readonly conditions?: Readonly<Record<string, string>>;
  readonly periods?: Readonly<Record<string, string>>;
  readonly did: readonly Did[];
}

interface Did {
  readonly kind: ActivityKind;
  readonly on: string;
  readonly until?: string;
  readonly title?: string;
  readonly parts: Readonly<Record<string, number>>;
}

function figuresOf({ code, cycle, on = '2026-11-23', conditions = {}, periods = {}, did }: Example): Figures {
  const certification = loadCatalogue().get(code);
  if (certification === undefined) throw new Error(`${code} is missing.`);
  const activities = did.map(
    ({ kind, on: start, until = start, title = '', parts }, index): EvaluatedActivity => ({
      id: String(index + 1),
      title,
      provider: '',
      kind,
      start: day(start),
      end: day(until),
      planned: false,
      parts: Object.entries(parts).map(([category, credits]) => ({ category, credits: credits * 100 })),
    }),
  );
  return evaluate({
    certification,
    cycle: { start: day(cycle[0]), end: day(cycle[1]) },
    conditions,
    periods: Object.fromEntries(Object.entries(periods).map(([rule, last]) => [rule, day(last)])),
    carryOver: [],
    activities,
    on: day(on),
    tolerance: 7,
  });
}

/** Of a requirement: counted credits, delta, status. */
function line(figures: Figures, id: string): readonly [number, number, string] | undefined {
  const found = figures.requirements.find((one) => one.id === id);
  return found && [found.counted / 100, found.delta, found.status];
}

/** What binds: its id and its delta. */
function bound(figures: Figures): readonly [string, number] | undefined {
  const found = figures.requirements.find((one) => one.binding);
  return found && [found.id, found.delta];
}

/** Cut credits by entry, with the reason in a word. */
function cuts(figures: Figures): readonly (readonly [string, number, string])[] {
  return figures.cuts.map(({ entry, credits, reason }) => [
    entry,
    credits / 100,
    reason.kind === 'cap' ? reason.per : reason.kind,
  ]);
}

describe('a cycle worked out by hand', () => {
  it('at ISC2: an entry of 45 counts 40, Group B stops at 30, Group A binds', () => {
    const figures = figuresOf({
      code: 'cissp',
      cycle: ['2025-01-01', '2027-12-31'],
      did: [
        { kind: 'course', on: '2025-05-10', parts: { 'group-a': 45 } },
        { kind: 'conference', on: '2026-02-01', parts: { 'group-b': 35 } },
      ],
    });

    expect(cuts(figures)).toEqual([
      ['1', 5, 'entry'],
      ['2', 5, 'cycle'],
    ]);
    // 70 × 1095 / 120 = 638.75; 638 − 691 = −53.   40 × 1095 / 90 = 486.7; 486 − 691 = −205.
    expect(line(figures, 'total')).toEqual([70, -53, 'behind']);
    expect(bound(figures)).toEqual(['category:group-a', -205]);
    // The suggested 40 of the second year is far behind, and does not bind.
    expect(line(figures, 'year:2')).toEqual([35, -7, 'on-track']);
  });

  it('at ISACA: the hard yearly minimum binds while the total is far ahead', () => {
    const figures = figuresOf({
      code: 'cism',
      cycle: ['2025-01-01', '2027-12-31'],
      did: [
        { kind: 'course', on: '2025-06-01', parts: { total: 90 } },
        { kind: 'vendor-presentation', on: '2025-07-01', parts: { total: 12 } },
        { kind: 'course', on: '2026-03-01', parts: { total: 10 } },
      ],
    });

    expect(cuts(figures)).toEqual([['2', 2, 'year']]);
    // 110 × 1095 / 120 = 1003.75; 1003 − 691 = 312.   10 × 365 / 20 = 182.5; 182 − 326 = −144.
    expect(line(figures, 'total')).toEqual([110, 312, 'ahead']);
    expect(bound(figures)).toEqual(['year:2', -144]);
  });

  it('at CompTIA: webinars stop at 10, work experience at 3 a year, a course counts once', () => {
    const figures = figuresOf({
      code: 'security-plus',
      cycle: ['2024-03-15', '2027-03-14'],
      did: [
        { kind: 'webinar', on: '2024-06-01', parts: { total: 6 } },
        { kind: 'webinar', on: '2025-06-01', parts: { total: 6 } },
        { kind: 'webinar', on: '2026-06-01', parts: { total: 6 } },
        { kind: 'work-experience', on: '2025-02-01', parts: { total: 4 } },
        { kind: 'course', on: '2025-09-01', title: 'Network forensics', parts: { total: 20 } },
        { kind: 'course', on: '2026-09-01', title: 'Network Forensics!', parts: { total: 20 } },
      ],
    });

    expect([...cuts(figures)].sort()).toEqual([
      ['2', 2, 'cycle'],
      ['3', 6, 'cycle'],
      ['4', 1, 'year'],
      ['6', 20, 'once-only'],
    ]);
    // 10 + 3 + 20 = 33.   33 × 1095 / 50 = 722.7; 722 − 983 = −261.
    expect(line(figures, 'total')).toEqual([33, -261, 'behind']);
    expect(bound(figures)).toEqual(['total', -261]);
  });

  it('at PMI: practice stops at 8 inside Giving Back’s 25, and the area nobody touched binds', () => {
    const figures = figuresOf({
      code: 'pmp',
      cycle: ['2024-02-10', '2027-02-10'],
      on: '2026-02-10',
      did: [
        { kind: 'course', on: '2024-06-01', parts: { 'ways-of-working': 10, 'power-skills': 4 } },
        { kind: 'volunteering', on: '2025-05-01', parts: { 'working-as-practitioner': 10, 'other-giving-back': 20 } },
      ],
    });

    expect(cuts(figures)).toEqual([
      ['2', 2, 'cycle'],
      ['2', 3, 'cycle'],
    ]);
    // 1097 days, 731 passed.   14 + 25 = 39: 39 × 1097 / 60 = 713.05; −18, one credit is 19 days.   14 × 1097 / 35 = 438.8; −293.
    expect(line(figures, 'total')).toEqual([39, -18, 'on-track']);
    expect(line(figures, 'category:education')).toEqual([14, -293, 'behind']);
    expect(line(figures, 'category:ways-of-working')?.[2]).toBe('met');
    expect(line(figures, 'category:power-skills')).toEqual([4, -183, 'behind']);
    expect(bound(figures)).toEqual(['category:business-acumen', -731]);
  });

  it('at GIAC: community work stops at 12, a training day at 6', () => {
    const figures = figuresOf({
      code: 'gsec',
      cycle: ['2023-06-01', '2027-05-31'],
      did: [
        { kind: 'webinar', on: '2023-09-01', parts: { total: 8 } },
        { kind: 'course', on: '2024-03-04', until: '2024-03-05', parts: { total: 14 } },
        { kind: 'podcast', on: '2025-01-01', parts: { total: 8 } },
      ],
    });

    expect([...cuts(figures)].sort()).toEqual([
      ['2', 2, 'day'],
      ['3', 4, 'cycle'],
    ]);
    // 12 + 12 = 24.   24 × 1461 / 36 = 974; 974 − 1271 = −297.
    expect(line(figures, 'total')).toEqual([24, -297, 'behind']);
    expect(bound(figures)).toEqual(['total', -297]);
  });

  it('at the ACFE: teaching stops at 10, and the ethics nobody took binds', () => {
    const figures = figuresOf({
      code: 'cfe',
      cycle: ['2026-06-01', '2027-05-31'],
      did: [
        { kind: 'course', on: '2026-07-01', parts: { fraud: 6 } },
        { kind: 'teaching', on: '2026-09-01', parts: { other: 12 } },
      ],
    });

    expect(cuts(figures)).toEqual([['2', 2, 'year']]);
    // 16 × 365 / 20 = 292; 292 − 175 = 117.   6 × 365 / 10 = 219; 44.
    expect(line(figures, 'total')).toEqual([16, 117, 'ahead']);
    expect(line(figures, 'category:fraud')).toEqual([6, 44, 'ahead']);
    expect(bound(figures)).toEqual(['category:ethics', -175]);
  });

  it('at SHRM: the cycle runs to the end of the birth month, and 60 days more to earn', () => {
    const example: Example = {
      code: 'shrm-cp',
      cycle: ['2024-06-01', '2027-12-31'],
      did: [
        { kind: 'course', on: '2025-03-01', parts: { education: 20 } },
        { kind: 'work-experience', on: '2025-06-01', parts: { organization: 34 } },
      ],
    };
    const figures = figuresOf(example);

    expect(cuts(figures)).toEqual([['2', 4, 'cycle']]);
    // 50 × 1309 / 60 = 1090.8; 1090 − 905 = 185.
    expect(line(figures, 'total')).toEqual([50, 185, 'ahead']);
    expect(bound(figures)).toEqual(['total', 185]);
    const late = figuresOf({ ...example, on: '2028-02-10' }).requirements[0];
    expect(late).toMatchObject({ status: 'behind', lastDay: '2028-02-29', daysLeft: 20, remaining: 1000 });
  });

  it('at the Texas board: half may be non-technical, and the ethics course of two years binds', () => {
    const figures = figuresOf({
      code: 'cpa-texas',
      cycle: ['2024-09-01', '2027-08-31'],
      periods: { ethics: '2027-08-31' },
      did: [
        { kind: 'course', on: '2025-01-15', parts: { technical: 10 } },
        { kind: 'course', on: '2025-03-01', parts: { 'non-technical': 70 } },
        { kind: 'course', on: '2025-10-01', parts: { technical: 20 } },
      ],
    });

    expect(cuts(figures)).toEqual([['2', 10, 'cycle']]);
    // 30 + 60 = 90: 90 × 1095 / 120 = 821.25; 821 − 813 = 8.   Third year: 0 of 20, 83 days gone. Ethics: 448 of 730 days gone.
    expect(line(figures, 'total')).toEqual([90, 8, 'ahead']);
    expect(line(figures, 'year:2')?.[2]).toBe('met');
    expect(line(figures, 'year:3')).toEqual([0, -83, 'behind']);
    expect(bound(figures)).toEqual(['period:ethics', -448]);
  });

  it('at the California board: teaching is half of 80 at most, and the ethics nobody took binds', () => {
    const figures = figuresOf({
      code: 'cpa-california',
      cycle: ['2025-09-01', '2027-08-31'],
      conditions: { 'audit-work': 'no' },
      did: [
        { kind: 'course', on: '2025-10-10', parts: { technical: 30 } },
        { kind: 'teaching', on: '2026-01-15', parts: { technical: 50 } },
      ],
    });

    expect(cuts(figures)).toEqual([['2', 10, 'cycle']]);
    // 70 × 730 / 80 = 638.75; 638 − 448 = 190.   Ethics 0 of 4 after 448 days; of the second year 83 days are gone.
    expect(line(figures, 'total')).toEqual([70, 190, 'ahead']);
    expect(line(figures, 'category:technical')?.[2]).toBe('met');
    expect(line(figures, 'year:2:technical')).toEqual([0, -83, 'behind']);
    expect(bound(figures)).toEqual(['mark:ethics', -448]);
    // Who does audits owes 24 hours and 4 on fraud more; the regulatory review waits for its date.
    expect(line(figures, 'mark:fraud')).toBeUndefined();
    expect(figures.unchecked).toContain('the period of regulatory-review is not given');
  });

  it('at the California board: a new licensee owes 20 hours for each full half year', () => {
    const certification = loadCatalogue().get('cpa-california');
    if (certification === undefined) throw new Error('The California CPA is missing.');
    const requested = {
      certification,
      conditions: {},
      periods: {},
      carryOver: [],
      activities: [],
      on: day('2026-11-23'),
      tolerance: 7,
    };
    const cycle = { start: day('2026-04-10'), end: day('2027-08-31') };

    // From 10 April 2026 to 31 August 2027 are 16 full months: two half years.
    const figures = evaluate({ ...requested, cycle, certifiedOn: cycle.start });

    expect(figures.requirements.map(({ id, required }) => [id, required])).toEqual([['total', 4000]]);
  });
});
