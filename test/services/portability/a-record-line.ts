import { day } from '../../../src/domain/calendar.ts';
import type { RecordLine } from '../../../src/store/records/records.ts';

/** A record as one line, of a course for CISSP. */
export function aRecordLine(over: Partial<RecordLine> = {}): RecordLine {
  return {
    ...{ activityId: 'r1', personId: 'p1', title: 'Audit', provider: 'SANS', kind: 'course', delivery: '' },
    ...{ starts: day('2026-03-02'), ends: day('2026-03-02'), minutes: 90, cycle: day('2025-01-01') },
    ...{ certification: 'cissp', category: 'group-a', marks: '', credits: 150, overClaimReason: '' },
    ...{ proofForms: '', proofLink: '', proofNote: '', proofFiles: '', proofHashes: '' },
    ...{ description: '', planned: false, loggedAt: '2026-03-02T12:00:00Z', takenBackAt: null },
    ...over,
  };
}
