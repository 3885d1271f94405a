import { describe, expect, it } from 'vitest';
import { parseSheet } from '../../src/sheets/parse-sheet.ts';
import { readCsv } from '../../src/sheets/read-csv.ts';
import { fc } from '../support/properties.ts';

const rowsOf = (text: string) => readCsv(text, ',').map(({ number, cells, fault }) => [number, cells.join('|'), fault]);

describe('rows of a text', () => {
  it.each<[string, string, unknown[][]]>([
    [
      'with any line ends',
      'a,b\r\nc,d\re,f\ng,h',
      [
        [1, 'a|b'],
        [2, 'c|d'],
        [3, 'e|f'],
        [4, 'g|h'],
      ],
    ],
    [
      'with a quoted line break, a delimiter and marks',
      '"a\nb",c\n"d, ""e""",f',
      [
        [1, 'a\nb|c'],
        [3, 'd, "e"|f'],
      ],
    ],
    [
      'with a mark that is not closed',
      'a,"b,1\nc,d,2\ne,f,3',
      [
        [1, 'a|b,1', 'quote'],
        [2, 'c|d|2'],
        [3, 'e|f|3'],
      ],
    ],
    [
      'with text behind a closed mark',
      'a,"b" c,1\nd,e,2',
      [
        [1, 'a|b|1', 'quote'],
        [2, 'd|e|2'],
      ],
    ],
    [
      'with a mark inside a cell',
      'a,b"c,1\nd,e,2',
      [
        [1, 'a|b"c|1', 'quote'],
        [2, 'd|e|2'],
      ],
    ],
    ['with marks in a cell that is not quoted', 'a,the "new" normal,1', [[1, 'a|the "new" normal|1']]],
    [
      'with a mark that would swallow rows',
      'x,"b,2026-01-01\ny,c,2026-01-02\nz,d",2026-01-03',
      [
        [1, 'x|b,2026-01-01', 'quote'],
        [2, 'y|c|2026-01-02'],
        [3, 'z|d"|2026-01-03', 'quote'],
      ],
    ],
    ['without invisible characters', 'a\u202eb\u0000,c\u200b\u001b[31m', [[1, 'ab|c[31m']]],
  ])('%s', (_name, text, rows) => {
    expect(rowsOf(text)).toEqual(rows.map(([number, cells, fault]) => [number, cells, fault]));
  });

  it('without a text are left out, and the others keep their numbers', () => {
    expect(readCsv('a,b\n,,\n \n\nc,d\n"",""\n', ',').map(({ number }) => number)).toEqual([1, 5, 6]);
  });

  it('are all there, whatever the marks', () => {
    const cell = fc.constantFrom('a', 'b c', '"', '""', '"x', 'y"', '');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (table) => {
        const lines = table.map((cells) => (cells.every((one) => one === '') ? 'a' : cells.join(',')));
        const rows = readCsv(lines.join('\n'), ',');
        const covered = rows.map(({ number }, at) => (rows[at + 1]?.number ?? lines.length + 1) - number);

        expect(rows[0]?.number).toBe(1);
        expect(covered.reduce((sum, one) => sum + one, 0)).toBe(lines.length);
        expect(covered.every((one) => one >= 1)).toBe(true);
      }),
    );
  });
});

describe('the header of a table', () => {
  const headerOf = async (text: string) => (await parseSheet(new TextEncoder().encode(text)))?.header;
  const numbersOf = async (text: string) =>
    (await parseSheet(new TextEncoder().encode(text)))?.rows.map(({ number }) => number);

  it.each([
    ['below titles', 'My log 2026,,\nprinted 11/29/2026,,\n,,\nTitle,Date,CPE\nA,2026-01-01,1'],
    ['after a line that names the delimiter', 'sep=,\nTitle,Date,CPE\nA,2026-01-01,1'],
    ['by the delimiter whose names are known', 'Title;Date;CPE\nOne, two, three, four;2026-01-01;1'],
  ])('is found %s', async (_name, text) => {
    expect(await headerOf(text)).toEqual(['Title', 'Date', 'CPE']);
  });

  it('of two lines is read as one', async () => {
    const text = 'Activity,,Credits,,\nTitle,Date,Group A,Group B,Proof\nA,2026-01-01,1,,x';

    expect(await headerOf(text)).toEqual(['Title', 'Date', 'Credits Group A', 'Credits Group B', 'Proof']);
  });

  it('that is repeated under the heading of a year is no row', async () => {
    const text = [
      'CPE 2025',
      'Title,Date,CPE',
      'A,2025-01-01,1',
      'CPE 2026',
      'Title,Date,CPE',
      'B,2026-01-01,1',
      '2027',
      'C,2026-02-01,1',
    ];

    expect(await numbersOf(text.join('\n'))).toEqual([3, 6, 8]);
  });
});
