import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { readTranscript, type Transcript } from '../../src/sheets/read-transcript.ts';
import { ISACA, ISC2, PMI } from './transcripts.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const writtenDay = (text: string) => {
  const [date = '', month = '', year = ''] = text.split(' ');
  const at = MONTHS.indexOf(month) + 1;
  return at === 0 ? undefined : day(`${year}-${String(at).padStart(2, '0')}-${date.padStart(2, '0')}`);
};

function read(text: string): Transcript {
  const transcript = readTranscript(text, writtenDay);
  if (transcript === undefined) throw new Error('Not a transcript.');
  return transcript;
}

const COMPTIA = [
  'Activity\tType\tCompletion date\tCEUs submitted\tCEUs applied\tCertification\tStatus',
  'Cloud forensics\tWebinar\t09/14/2026\t10.00\t6.00\tSecurity+\tApproved',
  'Packet analysis\tCourse\t10/01/2026\t4.00\t0.00\tCySA+\tPending review',
  'Old webinar\tWebinar\t01/02/2021\t1.00\t0.00\tSecurity+\tExpired',
].join('\n');

describe('a transcript', () => {
  it.each([
    ['ISC2', ISC2.paste, [2, 3, 4, 5, 6, 7], ['accepted', 'accepted', 'submitted', 'submitted', 'accepted', 'denied']],
    ['ISACA', ISACA.paste, [2, 3, 4, 5], ['accepted', 'submitted', 'unapplied', 'accepted']],
    ['PMI', PMI.paste, [2, 3, 4, 5, 6], ['accepted', 'accepted', 'accepted', 'submitted', 'cancelled']],
    ['CompTIA', COMPTIA, [2, 3, 4], ['accepted', 'submitted', 'expired']],
  ])('of %s is read with the number and the state of each line', (body, text, numbers, states) => {
    const { body: found, rows, skipped, unread } = read(text);

    expect(found).toBe(body);
    expect(rows.map(({ number }) => number)).toEqual(numbers);
    expect(rows.map(({ state }) => state)).toEqual(states);
    expect({ skipped, unread }).toEqual({ skipped: [1], unread: [] });
  });

  it('has the credits of each certification, column or area', () => {
    const claimsOf = (text: string, at: number) => read(text).rows[at]?.claims;

    expect(claimsOf(ISC2.paste, 2)).toEqual([
      { name: 'CISSP', credits: 500, parts: [{ category: 'group-b', credits: 500 }] },
    ]);
    expect(claimsOf(ISACA.paste, 1)).toEqual([{ name: 'CISM', credits: 200, parts: [] }]);
    expect(claimsOf(PMI.paste, 0)).toEqual([
      {
        name: '',
        credits: 2000,
        parts: [
          { category: 'ways-of-working', credits: 1800 },
          { category: 'power-skills', credits: 100 },
          { category: 'business-acumen', credits: 100 },
        ],
      },
    ]);
    expect(read(COMPTIA).rows.map(({ claims: [claim], applied }) => [claim?.credits, applied])).toEqual([
      [1000, 600],
      [400, undefined],
      [100, undefined],
    ]);
  });

  it('has the day of the activity, never that of the claim', () => {
    expect(read(PMI.paste).rows.map(({ start, end }) => [start, end])[0]).toEqual([undefined, '2026-02-12']);
    expect(read(ISACA.paste).rows.map(({ start, end }) => [start, end])[0]).toEqual(['2026-05-13', '2026-05-15']);
  });

  it('may stand between menus, totals and page numbers, and repeat its headings', () => {
    const [header = '', ...lines] = ISC2.paste.split('\n');
    const page = ['Home\tMy CPE\tSign out', 'Group A total: 33.00', '', header, ...lines.slice(0, 3), 'Page 1 of 2'];
    const text = [...page, header, ...lines.slice(3), 'Total\t\t\t\t\t\t41.00', '1', 'Next'].join('\n');

    const { rows, skipped, unread } = read(text);

    expect(rows.map(({ title }) => title)).toEqual(read(ISC2.paste).rows.map(({ title }) => title));
    expect(skipped).toEqual([1, 2, 4, 8, 9, 13, 14, 15]);
    expect(unread).toEqual([]);
  });

  it('may have spaces between its cells, also where one is empty', () => {
    const widths = [28, 26, 46, 14, 14, 8, 8, 10];
    const spaced = ISACA.paste.split('\n').map((line) =>
      line
        .split('\t')
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('')
        .trimEnd(),
    );

    expect(read(spaced.join('\n')).rows).toEqual(read(ISACA.paste).rows);
  });

  it.each([
    ['Lunch\t\t\t\t\t\t\t\t', 'title'],
    ['C-1\tLunch\tOther\tB\t13/13/2026\t13/13/2026\t1.00\tCISSP\tApproved', 'day'],
    ['C-1\tLunch\tOther\tB\t03/12/2026\t03/11/2026\t1.00\tCISSP\tApproved', 'day'],
    ['C-1\tLunch\tOther\tB\t03/11/2026\t03/11/2026\tmany\tCISSP\tApproved', 'credits'],
    ['C-1\tLunch\tOther\tB\t03/11/2026\t03/11/2026\t1.00\tCISSP\tLost', 'status'],
    ['C-1\tLunch\tOther\tB\t03/11/2026\t03/11/2026\t1.00\tCISSP\tApproved\textra', 'cells'],
  ])('reports the line %j', (line, why) => {
    const { rows, unread } = read(`${ISC2.paste}\n${line}`);

    expect(rows).toHaveLength(6);
    expect(unread.map(({ number, why: reason }) => [number, reason])).toEqual([[8, why]]);
  });

  it('reads days as the column shows them, and none that could be either where it contradicts itself', () => {
    const header = ISC2.paste.split('\n')[0] ?? '';
    const line = (date: string) => `C-1\tLunch\tOther\tB\t${date}\t${date}\t1.00\tCISSP\tApproved`;
    const daysOf = (...dates: readonly string[]) =>
      read([header, ...dates.map(line)].join('\n')).rows.map(({ end }) => end);

    expect(daysOf('03/04/2026')).toEqual(['2026-03-04']);
    expect(daysOf('03/04/2026', '25/04/2026')).toEqual(['2026-04-03', '2026-04-25']);
    expect(daysOf('03/04/2026', '25/04/2026', '04/26/2026')).toEqual(['2026-04-25', '2026-04-26']);
  });

  it.each(['', 'hello', 'Activity\tStatus\nLunch\tApproved', '\u0000\u0001\t\u0002'])('is not %j', (text) => {
    expect(readTranscript(text, writtenDay)).toBeUndefined();
  });

  it('has each line that is not empty in exactly one place', () => {
    for (const { paste } of [ISC2, ISACA, PMI]) {
      const text = `Menu\n\n${paste}\nnonsense\n\nPage 1`;
      const { rows, skipped, unread } = read(text);
      const numbers = [...rows.map((row) => row.number), ...skipped, ...unread.map((line) => line.number)];
      const filled = text.split('\n').flatMap((line, index) => (line === '' ? [] : [index + 1]));

      expect(numbers.sort((a, b) => a - b)).toEqual(filled);
    }
  });
});
