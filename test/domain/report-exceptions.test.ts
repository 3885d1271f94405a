import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { reportPerson } from '../../src/domain/report-person.ts';
import type { ReportedRecord } from '../../src/domain/report-sections.ts';
import { aCertification, anEntry, aRenewal, known } from './rules.ts';

const on = day('2026-06-01');
const renewal = aRenewal({
  activities: [{ name: 'Semester hour', kinds: ['college-course'], rate: known({ perItem: 1500 }) }],
});

function reported(over: Partial<ReportedRecord>, credits: number) {
  const end = day('2026-05-01');
  const record: ReportedRecord = {
    ...{ id: 'r1', title: 'A talk', provider: 'SANS', description: '', kind: 'webinar', minutes: 60 },
    ...{ start: end, end, proofs: [], files: [], enteredOn: end, changedOn: [] },
    ...{ distinctFrom: new Set<string>(), overClaimReasons: new Map<string, string>() },
    ...over,
  };
  const holding = {
    holdingId: 'h1',
    certification: aCertification({ renewal }),
    cycles: [{ cycle: { start: day('2025-01-01'), end: day('2027-12-31') } }],
    entries: [anEntry({ id: 'r1', kind: record.kind, end, credits })],
  };
  const { exceptions } = reportPerson([holding], [record], { on, tolerance: 7, providerWords: new Set() });
  return exceptions.filter(({ kind }) => kind === 'over-claim');
}

describe('the exceptions of a report', () => {
  it.each([
    ['above the stated time, without a reason', {}, 4000, { claimed: 4000, limit: { credits: 100 }, reason: '' }],
    [
      'above the stated time, with one',
      { overClaimReasons: new Map([['h1', 'Certificate']]) },
      200,
      { claimed: 200, reason: 'Certificate' },
    ],
    [
      'of items whose number is not stored, with a reason',
      { kind: 'college-course', overClaimReasons: new Map([['h1', 'Three courses']]) },
      9000,
      { limit: undefined, reason: 'Three courses' },
    ],
  ] as const)('list a claim %s', (_, over, credits, expected) => {
    expect(reported(over, credits)).toMatchObject([expected]);
  });

  it.each([
    ['within the stated time', {}, 100],
    ['without a duration', { minutes: undefined }, 4000],
    ['of items whose number is not stored', { kind: 'college-course' }, 9000],
    ['with a reason for another certification', { overClaimReasons: new Map([['h2', 'x']]) }, 100],
  ] as const)('do not list a claim %s', (_, over, credits) => {
    expect(reported(over, credits)).toEqual([]);
  });
});
