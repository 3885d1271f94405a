import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import { standingOf } from '../../../src/domain/standing.ts';
import { shortHash, toWatchedHolding } from '../../../src/services/notifications/watched-holding.ts';
import { DEFAULT_REMINDER_STATE, type ReminderStateValues } from '../../../src/store/notifications/reminder-states.ts';
import { aCertification, anEntry, aRenewal, known } from '../../domain/rules.ts';

function watched(certification: Certification, state: Partial<ReminderStateValues> = {}, start = '2025-01-01') {
  const cycle = { cycleId: 'y', cycle: { start: day(start), end: day('2027-12-31') } };
  const facts = { certification, cycle, entries: [anEntry({ end: '2026-01-10' })] };
  const holding = { ...facts, holdingId: 'h', personId: 'p', number: '', cycles: [cycle] };
  const standing = standingOf(facts, day('2026-11-25'), 0);
  return toWatchedHolding(
    { holding, certification, standing, inDebt: 50 },
    { ...DEFAULT_REMINDER_STATE, ...state },
    day('2025-02-01'),
  );
}

describe('a holding for the nudge rules', () => {
  it.each([
    [{}, { snoozedUntil: undefined, letsLapse: false, step: 0, stepOn: undefined }],
    [{ snoozedUntil: day('2026-12-01') }, { snoozedUntil: '2026-12-01' }],
    [{ letsLapse: true }, { letsLapse: true }],
    [
      { step: 2, stepOn: day('2026-11-01') },
      { step: 2, stepOn: '2026-11-01' },
    ],
    [{ rules: 'r', figures: 'f' }, { figures: { before: { rules: 'r', figures: 'f' } } }],
  ])('has its reminder state %j', (state, expected) => {
    expect(watched(aCertification(), state)).toMatchObject({
      holdingId: 'h',
      addedOn: '2025-02-01',
      inDebt: 50,
      ...expected,
    });
  });

  it('was not seen before without a rule mark', () => {
    expect(watched(aCertification(), { figures: 'f' }).figures.before).toBeUndefined();
  });
});

describe('the mark of the rules', () => {
  const mark = (certification: Certification, start?: string) => watched(certification, {}, start).figures.now;
  const usual = mark(aCertification());

  it('is the same for the same rules', () => {
    expect(mark(aCertification({ name: 'Renamed' }))).toEqual(usual);
    expect(usual.rules).toMatch(/^[0-9a-f]{32}$/u);
  });

  it.each([
    ['another total', aCertification({ renewal: aRenewal({ total: known(4100) }) }), undefined, [true, true]],
    ['another fee', aCertification({ upkeep: { fees: [], retention: known(12) } }), undefined, [true, false]],
    ['another cycle', aCertification(), '2025-02-01', [false, true]],
  ])('changes with %s', (_, certification, start, [rules, figures]) => {
    const now = mark(certification, start);

    expect([now.rules !== usual.rules, now.figures !== usual.figures]).toEqual([rules, figures]);
  });

  it('has no figures where no credits are needed', () => {
    const renewal = { kind: 'never-expires', certainty: 'M', sources: [] } as const;

    expect(mark(aCertification({ renewal })).figures).toBe('');
  });

  it('is the beginning of a SHA-256', () => {
    expect(shortHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
  });
});
