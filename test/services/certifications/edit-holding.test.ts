import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import {
  answersOfHolding,
  readHoldingForm,
  requiredActionsOf,
  saveHoldingChange,
} from '../../../src/services/certifications/edit-holding.ts';
import type { MemberHolding } from '../../../src/services/certifications/member-holding.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { editForm } from '../../../src/views/certifications/edit-form.ts';
import { aCertification, aRenewal, known } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const renewal = aRenewal({
  conditions: [{ code: 'audits', question: 'Do you audit?', options: [{ code: 'yes', name: 'Yes' }] }],
  requirements: [
    { per: 'period', code: 'ethics', name: 'Ethics', amount: known(200), severity: 'hard', chosenBy: 'cycle-start' },
  ],
  acts: [{ code: 'exam', name: 'Exam', per: 'cycle' }] as never,
});
const stored = {
  cycleId: 'y',
  cycle: { start: day('2025-01-01'), end: day('2027-12-31') },
  conditions: { audits: 'yes' },
  periods: { ethics: day('2026-06-30') },
  actsDone: { exam: day('2026-02-01') },
};
const before = { cycleId: 'x', cycle: { start: day('2022-01-01'), end: day('2024-12-31') } };
const holding: MemberHolding = {
  ...{ holdingId: 'h', personId: 'p', number: '7', entries: [], cycle: stored, cycles: [before, stored] },
  certification: aCertification({ renewal }),
};
const forever: MemberHolding = {
  ...{ holdingId: 'f', personId: 'p', number: '7', entries: [], cycles: [] },
  certification: aCertification({ renewal: { kind: 'never-expires', certainty: 'O', sources: [] } }),
};
const answers: Answers = {
  number: '7',
  cycleStart: '2025-01-01',
  cycleEnd: '2027-12-31',
  'condition.audits': 'yes',
  'period.ethics': '2026-06-30',
  'act.exam': '2026-02-01',
};

const request = { person: { personId: 'p', locale: 'en-GB' }, today: day('2026-11-23'), words };

function read(one: MemberHolding, typed: Answers) {
  const { certification } = one;
  const form = editForm({ words, certification, acts: requiredActionsOf(one) });
  return readHoldingForm({ form, answers: typed }, one, { request, data: {} } as unknown as Scope);
}

describe('the form of a holding', () => {
  it('is filled in with what is stored, which it reads back', () => {
    expect(answersOfHolding(holding)).toEqual(answers);
    expect(read(holding, answersOfHolding(holding))).toEqual({
      change: {
        number: '7',
        cycle: stored.cycle,
        conditions: stored.conditions,
        periods: stored.periods,
        actsDone: stored.actsDone,
      },
    });
  });

  it('has a number alone where the certification never expires', () => {
    expect(answersOfHolding(forever)).toEqual({ number: '7' });
    expect(read(forever, { number: '8' })).toEqual({
      change: { number: '8', cycle: undefined, conditions: {}, periods: {}, actsDone: {} },
    });
  });

  it('leaves out what is not stated', () => {
    const typed = { ...answers, 'condition.audits': '', 'period.ethics': '', 'act.exam': '' };

    expect(read(holding, typed)).toMatchObject({ change: { conditions: {}, periods: {}, actsDone: {} } });
  });

  it.each([
    [{ number: 'x'.repeat(101) }, { number: words.shape.tooLong(101, 100) }],
    [{ cycleEnd: '' }, { cycleEnd: words.shape.missing }],
    [{ cycleEnd: '2025-01-02' }, { cycleEnd: words.add.tooShort }],
    [{ cycleStart: '2022-01-01' }, { cycleStart: words.edit.startsTooEarly(day('2022-01-01')) }],
    [{ 'condition.audits': 'maybe' }, { 'condition.audits': words.shape.notAnOption }],
    [{ 'period.ethics': 'soon' }, { 'period.ethics': words.shape.badDay('soon') }],
    [{ 'act.exam': '2026-02-30' }, { 'act.exam': words.shape.badDay('2026-02-30') }],
  ])('is refused with %j', (typed, errors) => {
    expect(read(holding, { ...answers, ...typed })).toMatchObject({ errors });
  });
});

describe('a changed holding', () => {
  const change = { number: '8', conditions: { audits: 'yes' }, periods: stored.periods, actsDone: {} };

  async function save(
    one: MemberHolding,
    cycle: { start: typeof before.cycle.start; end: typeof before.cycle.end } | undefined,
  ) {
    const written: unknown[] = [];
    const { certification } = one;
    const found = {
      holding: { holdingId: one.holdingId, personId: 'p', certification: 'abc', number: '8', periods: {} },
      cycles: [],
      openings: [],
    };
    const data = {
      catalogue: { get: () => certification, find: () => certification },
      activities: { entriesOf: async () => new Map() },
      holdings: {
        of: async () => [found],
        update: async (...args: unknown[]) => void written.push(args),
        updateCycle: async (...args: unknown[]) => void written.push(args),
      },
    };
    const saved = await saveHoldingChange(one, { ...change, certifiedOn: undefined, cycle }, {
      request,
      data,
    } as unknown as Scope);
    return { saved, written };
  }

  it('is written with its current cycle, and returned as it is then', async () => {
    const { saved, written } = await save(holding, { start: day('2025-02-01'), end: day('2028-01-31') });

    expect(saved.number).toBe('8');
    expect(written).toEqual([
      ['h', { number: '8', periods: stored.periods }],
      ['y', { starts: '2025-02-01', ends: '2028-01-31', conditions: { audits: 'yes' }, actsDone: {} }],
    ]);
  });

  it('has no cycle written where it has none', async () => {
    expect((await save(forever, undefined)).written).toEqual([['f', { number: '8', periods: stored.periods }]]);
  });
});
