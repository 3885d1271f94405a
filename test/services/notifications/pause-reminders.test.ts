import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { MemberHolding } from '../../../src/services/certifications/member-holding.ts';
import type { Data, Scope } from '../../../src/services/data-with-catalogue.ts';
import {
  endSnooze,
  readSnooze,
  setLapse,
  startSnooze,
  suggestSnooze,
} from '../../../src/services/notifications/pause-reminders.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { snoozeForm } from '../../../src/views/notifications/snooze-form.ts';
import { aCertification } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const today = day('2026-11-23');
const holdings = ['abc', 'xyz'].map((code): MemberHolding => {
  const certification = aCertification({ code, short: code.toUpperCase() });
  return { holdingId: `h-${code}`, personId: 'p', number: '', certification, cycles: [], entries: [] };
});
const [abc, xyz] = holdings as [MemberHolding, MemberHolding];

describe('a suggested snooze', () => {
  it.each([
    ['', abc],
    ['xyz', xyz],
    ['nonsense', abc],
  ])('for “%s” is of one certification, for two weeks', (text, holding) => {
    const catalogue = {
      find: (code: string) => holdings.find((one) => one.certification.code === code)?.certification,
    };
    const scope = { request: { today }, data: { catalogue } } as unknown as Scope;

    expect(suggestSnooze(text, holdings, scope)).toEqual({ holding, until: '2026-12-07' });
  });
});

describe('a sent snooze', () => {
  const options = holdings.map(({ certification: { code, short } }) => ({ value: code, label: short }));
  const read = (certification: string, until: string) =>
    readSnooze({ form: snoozeForm(options, words), answers: { certification, until } }, holdings, { words, today });

  it.each(['2026-11-23', '2027-11-23'])('may end on %s', (until) => {
    expect(read('xyz', until)).toEqual({ holding: xyz, until });
  });

  it.each([
    ['abc', '', { until: words.shape.missing }],
    ['abc', 'soon', { until: words.pace.badDay('soon') }],
    ['abc', '2026-11-22', { until: words.nudge.snoozePast }],
    ['abc', '2027-11-24', { until: words.nudge.snoozeFar }],
    ['nonsense', '2026-12-01', { certification: words.shape.notAnOption }],
  ])('of %s until “%s” is refused', (certification, until, errors) => {
    expect(read(certification, until)).toEqual({ errors });
  });
});

it.each<[string, (data: Data) => Promise<void>, object]>([
  ['a snooze', (data) => startSnooze({ holding: abc, until: today }, data), { snoozedUntil: today }],
  ['its end', (data) => endSnooze(abc, data), { snoozedUntil: null }],
  ['a lapse', (data) => setLapse(abc, true, data), { letsLapse: true }],
  [
    'its end, from the first step on',
    (data) => setLapse(abc, false, data),
    { letsLapse: false, step: 0, stepOn: null },
  ],
])('what is saved: %s', async (_, act, expected) => {
  const saved: unknown[] = [];
  await act({ reminderStates: { save: async (...args: unknown[]) => void saved.push(args) } } as unknown as Data);

  expect(saved).toEqual([['h-abc', expected]]);
});
