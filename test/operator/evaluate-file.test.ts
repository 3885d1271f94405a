import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { evaluateFile } from '../../src/operator/evaluate-file.ts';

const catalogue = loadCatalogue();
const TODAY = day('2026-11-23');
const part = { category: 'group-a', credits: '60' };
const question = {
  certification: 'cissp',
  cycle: { start: '2025-01-01', end: '2027-12-31' },
  activities: [{ id: 'a', kind: 'course', start: '2025-05-01', parts: [part] }],
};
const evaluated = (more: object) => evaluateFile(JSON.stringify({ ...question, ...more }), catalogue, TODAY);

describe('a case in a file', () => {
  it('gives the figures of the first worked example, today where no date is asked about', () => {
    const { requirements, on, cuts } = evaluated({
      activities: [60, 20].map((credits, index) => ({
        ...question.activities[0],
        id: `${index}`,
        start: `2025-0${index + 1}-01`,
        parts: [{ category: 'group-a', credits: `${Math.min(credits, 40)}` }],
      })),
    });

    expect(on).toBe(TODAY);
    expect(cuts).toEqual([]);
    expect(requirements[0]).toMatchObject({
      id: 'total',
      required: 12000,
      counted: 6000,
      N: 1095,
      E: 691,
      P: 547,
      delta: -144,
      status: 'behind',
      weeklyRate: 104,
    });
  });

  it('takes a whole rule file in place of a code', () => {
    const { certification, requirements } = evaluated({ certification: catalogue.fileOf('ccsp') });

    expect([certification, requirements[0]?.required]).toEqual(['ccsp', 9000]);
  });

  it('counts opening balances, marks of parts and what follows from the delivery', () => {
    const parts = [
      { category: 'technical', credits: '6' },
      { category: 'technical', credits: '2', marks: ['ethics'] },
    ];
    const { requirements } = evaluated({
      certification: 'cpa-california',
      cycle: { start: '2025-09-01', end: '2027-08-31' },
      openingBalances: [{ day: '2025-12-31', parts: [{ category: 'technical', credits: '10' }] }],
      activities: [{ id: 'a', kind: 'course', delivery: 'in-person', start: '2026-05-01', parts }],
    });
    const countedOf = (id: string) => requirements.find((one) => one.id === id)?.counted;

    expect([countedOf('total'), countedOf('mark:ethics')]).toEqual([1800, 200]);
  });

  it('takes the marks of an activity as those of every part', () => {
    const parts = [
      { category: 'technical', credits: '6' },
      { category: 'technical', credits: '2', marks: ['fraud'] },
    ];
    const { requirements } = evaluated({
      certification: 'cpa-california',
      cycle: { start: '2025-09-01', end: '2027-08-31' },
      activities: [{ id: 'a', kind: 'course', start: '2026-05-01', parts, marks: ['ethics'] }],
    });

    expect(requirements.find(({ id }) => id === 'mark:ethics')?.counted).toBe(800);
  });

  it('is met where another certification renewed it', () => {
    expect(evaluated({ renewedBy: { short: 'CCSP', on: '2026-01-01' } }).status).toBe('met');
  });

  it('counts a cured requirement as met', () => {
    const over = { cycle: { start: '2023-01-01', end: '2025-12-31' } };
    const body = { on: '2026-03-01', what: 'Reinstated' };
    const cured = { total: body, 'category:group-a': body };

    expect([evaluated(over).status, evaluated({ ...over, cured }).status]).toEqual(['missed', 'met']);
  });

  it.each`
    what                       | more                                                                                 | says
    ${'an unknown code'}       | ${{ certification: 'cisp' }}                                                         | ${"certification 'cisp' isn't in the catalogue. Did you mean 'cissp' or 'ccsp' or 'cism'?"}
    ${'an exam'}               | ${{ certification: 'cka' }}                                                          | ${"cka isn't renewed by credits"}
    ${'a cycle turned round'}  | ${{ cycle: { start: '2027-01-01', end: '2025-01-01' } }}                             | ${'cycle must not end before it starts'}
    ${'a day that is none'}    | ${{ on: '2026-02-30' }}                                                              | ${'on must be a day'}
    ${'a number for credits'}  | ${{ carryOver: [{ category: 'group-a', credits: 5 }] }}                              | ${'carryOver.0.credits must be an amount in quotes'}
    ${'an unknown category'}   | ${{ carryOver: [{ category: 'group-c', credits: '5' }] }}                            | ${"carryOver: cissp has no category 'group-c'"}
    ${'an unknown mark'}       | ${{ carryOver: [{ category: 'group-a', credits: '5', marks: ['x'] }] }}              | ${"carryOver: cissp has no mark 'x'"}
    ${'an unknown opening'}    | ${{ openingBalances: [{ day: '2026-01-01', parts: [{ ...part, category: 'x' }] }] }} | ${"opening balance of 2026-01-01: cissp has no category 'x'"}
    ${'an activity’s mark'}    | ${{ activities: [{ ...question.activities[0], marks: ['x'] }] }}                     | ${"activity 'a': cissp has no mark 'x'"}
    ${'one id twice'}          | ${{ activities: [question.activities[0], question.activities[0]] }}                  | ${"activity 'a': the id is used twice"}
    ${'an end before a start'} | ${{ activities: [{ ...question.activities[0], end: '2025-04-01' }] }}                | ${"activity 'a': the end is before the start"}
    ${'a field nobody knows'}  | ${{ tolerence: 7 }}                                                                  | ${'tolerence'}
    ${'a broken rule file'}    | ${{ certification: { ...catalogue.fileOf('ccsp'), reviewed: 'soon' } }}              | ${'reviewed must be a day'}
  `('refuses $what in words', ({ more, says }) => {
    expect(() => evaluated(more)).toThrow(says);
  });

  it('refuses what is no JSON', () => {
    expect(() => evaluateFile('{', catalogue, TODAY)).toThrow("The file isn't valid JSON");
  });
});
