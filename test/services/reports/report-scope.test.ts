import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { parseReportRequest, type ReportRequest } from '../../../src/services/reports/report-scope.ts';

const stored = (request: unknown): unknown => JSON.parse(JSON.stringify(request));

describe('a stored report request', () => {
  it('is read as it was planned', () => {
    const period = { start: day('2026-01-01'), end: day('2026-06-30') };
    const request: ReportRequest = {
      scope: { kind: 'team', teamId: 'soc' },
      on: day('2026-07-01'),
      period,
      paper: 'a4',
      content: 'full',
    };

    expect(parseReportRequest(stored(request))).toEqual(request);
    expect(parseReportRequest(stored({ scope: { kind: 'mine' }, on: undefined, paper: 'letter' }))).toEqual({
      scope: { kind: 'mine' },
      paper: 'letter',
      content: 'full',
    });
  });

  it.each`
    what                         | request
    ${'a day that is none'}      | ${{ scope: { kind: 'mine' }, on: '2026-02-30', paper: 'a4' }}
    ${'a team without an id'}    | ${{ scope: { kind: 'team' }, paper: 'a4' }}
    ${'paper of another size'}   | ${{ scope: { kind: 'mine' }, paper: 'a3' }}
    ${'a period without an end'} | ${{ scope: { kind: 'mine' }, period: { start: '2026-01-01' }, paper: 'a4' }}
  `('is refused with $what', ({ request }) => {
    expect(() => parseReportRequest(stored(request))).toThrow();
  });
});
