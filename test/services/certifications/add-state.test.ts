import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { parseFirstStep, serializeFirstStep } from '../../../src/services/certifications/first-step.ts';
import { aCertification } from '../../domain/rules.ts';

const certification = aCertification();
const forever = aCertification({ code: 'forever', renewal: { kind: 'never-expires', certainty: 'O', sources: [] } });
const catalogue = { get: (code: string) => [certification, forever].find((one) => one.code === code) };
const step = { certification: 'abc', number: '1', start: '', expiry: '' };

describe('the state of the second step', () => {
  it.each([
    [day('2025-01-01'), undefined],
    [undefined, day('2027-12-31')],
  ])('brings back the certification, its number and the start %s', (start, expiry) => {
    const state = serializeFirstStep({ certification, number: '123', start, expiry });

    expect(parseFirstStep(state, catalogue)).toEqual({ certification, number: '123', start });
  });

  it.each([
    ['no JSON', 'abc'],
    ['a missing answer', JSON.stringify({ certification: 'abc' })],
    ['an unknown certification', JSON.stringify({ ...step, certification: 'nonsense' })],
    ['a certification without a cycle', JSON.stringify({ ...step, certification: 'forever' })],
    ['a number that is too long', JSON.stringify({ ...step, number: 'x'.repeat(101) })],
  ])('is not used with %s', (_, state) => {
    expect(parseFirstStep(state, catalogue)).toBeUndefined();
  });
});
