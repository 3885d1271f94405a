import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import { readConfirmedHoldings } from '../../../src/services/certifications/read-confirmed-holdings.ts';
import { saveHolding } from '../../../src/services/certifications/save-holding.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aCertification } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const now = new Date('2026-11-23T12:00:00Z');
const abc = aCertification();
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };

/** A scope whose person holds some certifications, and what is added in it. */
function aScope(codes: readonly string[] = []) {
  const added: unknown[] = [];
  const stored = codes.map((certification) => ({
    holding: { holdingId: certification, personId: 'p', certification, number: '', periods: {} },
    cycles: [],
    openings: [],
  }));
  const holdings = {
    of: async () => stored,
    add: async (holding: { certification: string }, at: Date) => {
      if (codes.includes(holding.certification)) return undefined;
      added.push({ ...holding, at });
      return 'h';
    },
  };
  const request = { person: { personId: 'p', locale: null }, today: day('2026-11-23'), now, words };
  const activities = { entriesOf: async () => new Map() };
  return {
    scope: { request, data: { holdings, activities, catalogue: { get: () => abc } } } as unknown as Scope,
    added,
  };
}

async function read(answers: Answers, codes: readonly string[] = []) {
  const proposed = [{ certification: abc, number: '', start: undefined, cycle }];
  const outcome = await readConfirmedHoldings(proposed, answers, aScope(codes).scope);
  return 'form' in outcome ? { errors: outcome.form.errors, problem: outcome.form.problem } : outcome;
}

describe('a confirmed cycle', () => {
  it('is read from its two dates', async () => {
    const holding = { certification: abc, number: '', start: undefined, cycle, doesNotRenew: [], openings: [] };
    expect(await read({ cycleStart: '2025-01-01', cycleEnd: '31 Dec 2027' })).toEqual({ holdings: [holding] });
  });

  it.each([
    [{ cycleStart: '2025-01-01', cycleEnd: '' }, { cycleEnd: words.shape.missing }],
    [{ cycleStart: 'soon', cycleEnd: '2027-12-31' }, { cycleStart: words.shape.badDay('soon') }],
    [{ cycleStart: '2025-01-01', cycleEnd: '2025-01-02' }, { cycleEnd: words.add.tooShort }],
  ])('is refused with %j', async (answers, errors) => {
    expect(await read(answers)).toEqual({ errors });
  });

  it('is refused where the person got the certification meanwhile', async () => {
    expect(await read({ cycleStart: '2025-01-01', cycleEnd: '2027-12-31' }, ['abc'])).toEqual({
      errors: { cycleStart: words.add.twice('ABC') },
    });
  });
});

describe('a certification that is saved', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', undefined],
  ])('from %s was certified on %s', async (start, certifiedOn) => {
    const { scope, added } = aScope();
    await saveHolding({ certification: abc, number: '7', start: day(start), cycle }, scope);

    expect(added).toEqual([{ personId: 'p', certification: 'abc', number: '7', certifiedOn, cycle, at: now }]);
  });

  it('is refused a second time', async () => {
    const { scope, added } = aScope(['abc']);
    const holding = { certification: abc, number: '', start: undefined, cycle };

    await expect(saveHolding(holding, scope)).rejects.toThrow(new Refusal(words.add.twice('ABC')));
    expect(added).toEqual([]);
  });
});
