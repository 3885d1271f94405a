import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import type { ExamRenewal, Renewal } from '../../src/domain/certification.ts';
import { renewedCycle } from '../../src/domain/renewal.ts';
import { aCertification, aRenewal, known } from './rules.ts';

const cycle = { start: day('2024-01-01'), end: day('2026-12-31') };
const exam: ExamRenewal = {
  kind: 'exam',
  cycle: { anchor: known('certified'), months: known(36) },
  how: 'Pass the exam.',
};

describe('the cycle after a renewal on 15 Nov 2026', () => {
  it.each<[string, Renewal, object | undefined]>([
    ['credits: right after the old one', aRenewal(), { start: '2027-01-01', end: '2029-12-31' }],
    ['an exam: from the day it was passed', exam, { start: '2026-11-15', end: '2029-11-14' }],
    [
      'an exam that extends the old cycle',
      { ...exam, fromOldExpiry: known(true) },
      { start: '2027-01-01', end: '2029-12-31' },
    ],
    ['an unknown length', { ...exam, cycle: { anchor: known('certified') } }, undefined],
    ['an unknown start', { ...exam, cycle: { months: known(36) } }, undefined],
    ['no expiry', { kind: 'never-expires', certainty: 'O', sources: [] }, undefined],
  ])('%s', (_what, renewal, expected) => {
    expect(renewedCycle(aCertification({ renewal }), cycle, day('2026-11-15'))).toEqual(expected);
  });
});
