import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { parseAddState, serializeNames, serializeProposed } from '../../../src/services/certifications/add-state.ts';
import { aCertification } from '../../domain/rules.ts';

const certification = aCertification();
const forever = aCertification({ code: 'forever', renewal: { kind: 'never-expires', certainty: 'O', sources: [] } });
const catalogue = { get: (code: string) => [certification, forever].find((one) => one.code === code) };
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const row = { certification: 'abc', number: '1', start: null, cycle: [cycle.start, cycle.end] };

describe('the state of the forms that add certifications', () => {
  it.each([day('2025-01-01'), undefined])('brings back what was proposed, with the start %s', (start) => {
    const proposed = [
      { certification, number: '123', start, cycle },
      { certification: forever, number: '', start, cycle: undefined },
    ];

    expect(parseAddState(serializeProposed(proposed), catalogue)).toEqual({ proposed });
  });

  it('brings back typed names, cut to what the search reads', () => {
    expect(parseAddState(serializeNames(['cpa', 'x'.repeat(200)]), catalogue)).toEqual({
      names: ['cpa', 'x'.repeat(100)],
    });
  });

  it.each([
    ['no JSON', 'abc'],
    ['neither', '{}'],
    ['no names', JSON.stringify({ names: [] })],
    ['too many names', JSON.stringify({ names: ['a', 'b', 'c', 'd', 'e', 'f'] })],
    ['a missing answer', JSON.stringify({ proposed: [{ certification: 'abc' }] })],
    ['an unknown certification', JSON.stringify({ proposed: [{ ...row, certification: 'nonsense' }] })],
    ['a cycle of one that never expires', JSON.stringify({ proposed: [{ ...row, certification: 'forever' }] })],
    ['no cycle of one that expires', JSON.stringify({ proposed: [{ ...row, cycle: null }] })],
    ['a cycle that is none', JSON.stringify({ proposed: [{ ...row, cycle: ['2025-02-30', '2027-12-31'] }] })],
    ['a number that is too long', JSON.stringify({ proposed: [{ ...row, number: 'x'.repeat(101) }] })],
  ])('is not used with %s', (_, state) => {
    expect(parseAddState(state, catalogue)).toBeUndefined();
  });
});
