import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import { proposeHoldings } from '../../../src/services/certifications/propose-holding.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { addForm } from '../../../src/views/certifications/add-form.ts';
import { aCertification, aRenewal, known } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const abc = aCertification();
const unknownLength = aCertification({ code: 'open', short: 'OPEN', renewal: aRenewal({ cycle: {} }) });
const birthMonth = aCertification({
  code: 'cpa',
  short: 'CPA',
  renewal: aRenewal({ cycle: { anchor: known('birth-month'), months: known(24) } }),
});
const forever = aCertification({
  code: 'forever',
  short: 'FOREVER',
  renewal: { kind: 'never-expires', certainty: 'O', sources: [] },
});
const all = [abc, unknownLength, birthMonth, forever];

function propose(answers: Answers, codes: readonly string[] = []) {
  const find = (code: string) => all.find((one) => one.code === code);
  const holding = (certification: string) => ({
    holding: { holdingId: certification, personId: 'p', certification, number: '', periods: {} },
    cycles: [],
    openings: [],
  });
  const scope = {
    request: { person: { personId: 'p', locale: 'en-GB' }, today: day('2026-11-23'), words },
    data: {
      catalogue: { get: find, find, identify: () => undefined, candidates: () => [abc] },
      holdings: { of: async () => codes.map(holding) },
      activities: { entriesOf: async () => new Map() },
    },
  } as unknown as Scope;
  return proposeHoldings({ form: addForm({ words }), answers }, [], scope);
}

describe('a certification to add', () => {
  it.each([
    [{ start: '2025-03-01' }, { start: '2025-03-01', end: '2028-02-29' }],
    [{ start: '1 Mar 2025' }, { start: '2025-03-01', end: '2028-02-29' }],
    [{ expiry: '2028-02-29' }, { start: '2025-03-01', end: '2028-02-29' }],
  ])('has the cycle that follows from %j', async (dates, cycle) => {
    expect(await propose({ certification: 'abc', number: '7', ...dates })).toMatchObject({
      proposed: [{ certification: abc, number: '7', cycle }],
    });
  });

  it('has no cycle where it never expires', async () => {
    expect(await propose({ certification: 'forever', start: '2025-03-01' })).toEqual({
      proposed: [{ certification: forever, number: '', start: '2025-03-01', cycle: undefined }],
    });
  });

  it.each([
    [{}, { certification: words.shape.missing }],
    [{ certification: 'xyz' }, { certification: words.add.unknown('xyz', 'ABC') }],
    [{ certification: 'abc' }, { start: words.add.needsDate }],
    [{ certification: 'open' }, { start: words.add.needsBoth('OPEN') }],
    [{ certification: 'open', start: '2025-03-01' }, { expiry: words.add.needsExpiry(undefined, 'OPEN') }],
    [{ certification: 'cpa', start: '2025-03-01' }, { expiry: words.add.needsExpiry('birth-month', 'CPA') }],
    [{ certification: 'abc', start: '2026-02-30' }, { start: words.shape.badDay('2026-02-30') }],
    [{ certification: 'abc', start: '2026-11-24' }, { start: words.add.startInFuture(day('2026-11-24')) }],
    [{ certification: 'forever', start: '2026-11-24' }, { start: words.add.startInFuture(day('2026-11-24')) }],
    [
      { certification: 'abc', start: '2026-01-02', expiry: '2026-01-01' },
      { expiry: words.add.expiryBeforeStart(day('2026-01-02')) },
    ],
  ])('is refused with %j', async (answers: Answers, errors) => {
    expect(await propose(answers)).toEqual({ errors });
  });

  it('is refused where the person has it', async () => {
    expect(await propose({ certification: 'abc', start: '2025-03-01' }, ['abc'])).toMatchObject({
      errors: { certification: words.add.twice('ABC') },
    });
  });
});
