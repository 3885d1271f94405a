import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { ReportData } from '../../../src/services/reports/report-data.ts';
import { printDocuments, summariseReport } from '../../../src/services/reports/report-document.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { silent } from '../../support/conversation.ts';

const words = wordsFor('en-GB');

function failing(name: string) {
  return async () => {
    throw Object.assign(new Error('It failed.'), { name });
  };
}

describe('printing documents', () => {
  const about = { log: silent, reportId: 'r' };

  it('prints them in their order', async () => {
    const print = async (html: string) => new TextEncoder().encode(html);
    const made = await printDocuments(['a', 'b'], { ...about, print });

    expect('pdfs' in made && made.pdfs.map((pdf) => new TextDecoder().decode(pdf))).toEqual(['a', 'b']);
  });

  it.each([
    [undefined, 'no-browser'],
    [failing('NoBrowser'), 'no-browser'],
    [failing('TooLong'), 'too-long'],
  ] as const)('says why there are none: %s', async (print, noPdf) => {
    expect(await printDocuments(['a'], { ...about, print })).toEqual({ noPdf });
  });

  it('fails with any other error', async () => {
    await expect(printDocuments(['a'], { ...about, print: failing('TypeError') })).rejects.toThrow('It failed.');
  });
});

describe('the summary of a report', () => {
  const file = { fileId: 'f1', name: 'a.pdf', type: 'application/pdf', sha256: 'aa', size: 3 };
  const record = { id: 'r1', past: { proofs: [{ file }, { file: undefined }] } };
  const person = { personId: 'p1', sections: [{ claims: [{ record }] }, { claims: [{ record }] }], exceptions: [{}] };
  const erased = { personId: 'p2', sections: [], exceptions: [] };
  const data = { contentHash: 'abc', people: [person, erased], on: day('2026-03-01') } as unknown as ReportData;
  const facts = { words, names: new Map([['p1', 'Ana']]) };

  it('counts each record once, and names those who are still known', () => {
    expect(summariseReport({ ...data, team: undefined }, facts, undefined)).toEqual({
      contentHash: 'abc',
      people: ['p1'],
      title: words.report.ofMine,
      fileName: `${words.report.fileName('')}-2026-03-01`,
      counts: words.report.counts(2, 2, 1, 1),
      files: [{ record: 'r1', fileId: 'f1', name: 'a.pdf', sha256: 'aa', size: 3 }],
    });
  });

  it.each([
    ['Team Köln', 'team-koln'],
    ['  !Security & Audit! ', 'security-audit'],
    ['日本', ''],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('has a file name of letters that every system knows: %s', (team, name) => {
    const { title, fileName, noPdf } = summariseReport({ ...data, team }, facts, 'too-long');

    expect(fileName).toBe(`${words.report.fileName(name)}-2026-03-01`);
    expect([title, noPdf]).toEqual([words.report.of(words.report.print.teamScope(team)), 'too-long']);
  });
});
