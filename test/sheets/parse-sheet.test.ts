import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/calendar.ts';
import { type DateOrder, dateSides, findDateOrder, parseCellDate } from '../../src/sheets/cell-dates.ts';
import type { ColumnField } from '../../src/sheets/column-names.ts';
import { columnNamed, proposeMapping } from '../../src/sheets/match-columns.ts';
import { parseSheet } from '../../src/sheets/parse-sheet.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { fc } from '../support/properties.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

it('marks a row with cells beyond the header, because another row or the rest of a text may be there', async () => {
  const lines = ['Title,Date,CPE', 'A,2026-03-01,1\u0085B,2026-03-02,1', 'C,2026-03-03,1,a note', 'D,2026-03-04,1'];

  const sheet = await parseSheet(new TextEncoder().encode(lines.join('\n')));

  expect(sheet?.rows.map(({ fault }) => fault)).toEqual(['two-rows', 'beside', undefined]);
});

describe('columns', () => {
  it.each<[string, readonly ColumnField[]]>([
    ['Activity Name | Date Completed | CPE Hours | Sponsor', ['title', 'start', 'credits', 'provider']],
    [
      'Titel | Von | Bis | Dauer (in Minuten) | Veranstalter | Punkte',
      ['title', 'start', 'end', 'minutes', 'provider', 'credits'],
    ],
    ['Intitulé | Date de début | Durée | Crédits', ['title', 'start', 'hours', 'credits']],
    ['Título | Fecha | Créditos | Categoría', ['title', 'start', 'credits', 'category']],
    ['Titolo | Data | Crediti | Note', ['title', 'start', 'credits', 'note']],
    ['Course_Title|START-DATE|  pdus ', ['title', 'start', 'credits']],
    ['Für|Aktivität|Datum', ['certification', 'title', 'start']],
    ['Podcast|Episode|Date|Length', ['title', 'start', 'hours']],
    ['Episode|Title|Date', ['title', 'start']],
  ])('of %s are known by their names', (line, fields) => {
    const mapping = proposeMapping(line.split('|'));

    expect(
      Object.entries(mapping)
        .sort((a, b) => a[1] - b[1])
        .map(([field]) => field),
    ).toEqual(fields);
  });

  it.each(['en-GB', 'de-DE'])('of an export are known again: %s', (locale) => {
    const { columns } = wordsFor(locale).export;
    const header = [columns.title, columns.starts, columns.proofLink, columns.proofNote, columns.takenBackAt];

    expect(proposeMapping(header)).toEqual({ title: 0, start: 1, link: 2, note: 3, removed: 4 });
  });

  it('that are not known are left alone, and the first of two is taken', () => {
    expect(proposeMapping(['', 'Score', 'Title', 'Course'])).toEqual({ title: 2 });
  });

  it.each([
    ['credits earned', 1],
    ['2', 1],
    ['0', undefined],
    ['3', undefined],
    ['Nothing', undefined],
  ])('are meant by %s', (typed, at) => {
    expect(columnNamed(typed, ['Title', 'Credits  Earned'])).toBe(at);
  });
});

describe('days in cells', () => {
  it.each([
    [['3/4/2026', '25/4/2026'], 'day-first'],
    [['3/4/2026', '4/25/2026'], 'month-first'],
    [['3-4-2026', '12-11-26'], 'unclear'],
    [['25/4/2026', '4/25/2026'], 'mixed'],
    [['2026-04-03', '4.3.2026', '7/7/2026', 'last week'], 'none'],
  ])('%j are written %s', (values, order) => {
    expect(findDateOrder(values)).toBe(order);
  });

  it.each<[string, DateOrder, string | undefined]>([
    ['2026-04-03', 'month-first', '2026-04-03'],
    ['2026/4/3 17:00', 'day-first', '2026-04-03'],
    ['2026-04-03T00:00:00Z', 'day-first', '2026-04-03'],
    ['3/4/2026', 'day-first', '2026-04-03'],
    ['3/4/2026', 'month-first', '2026-03-04'],
    ['3.4.26', 'month-first', '2026-04-03'],
    ['31/4/2026', 'day-first', undefined],
    ['45000', 'day-first', '2023-03-15'],
    ['46115.5', 'day-first', '2026-04-03'],
    ['12345', 'day-first', undefined],
    ['20 Nov 2026', 'day-first', '2026-11-20'],
    ['lundi 3 février 2026', 'day-first', '2026-02-03'],
    ['5 de mayo de 2026', 'day-first', '2026-05-05'],
    ['3-févr.-2026', 'day-first', '2026-02-03'],
    ['31 février 2026', 'day-first', undefined],
    ['3 general 2026', 'day-first', undefined],
    ['', 'day-first', undefined],
  ])('%s, %s, is %s', (value, order, expected) => {
    expect(parseCellDate(value, order)).toBe(expected);
  });

  it('are the same day in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (after) => {
        const on = addDays(day('1990-01-01'), after);
        const [year = '', month = '', date = ''] = on.split('-');
        const written = [
          `${date}/${month}/${year}`,
          `${Number(date)}.${Number(month)}.${year}`,
          `${year}/${month}/${date}`,
        ];

        expect(written.map((one) => parseCellDate(one, 'day-first'))).toEqual([on, on, on]);
        expect(parseCellDate(`${month}/${date}/${year}`, 'month-first')).toBe(on);
      }),
    );
  });
});

describe('a sheet', () => {
  it.each([',', ';', '\t', '|'])('is read by %j, with rows numbered as the lines of the file', async (by) => {
    const text = [
      ['Title', 'Date'],
      ['"A, b; c | d\te"', '2026-01-01'],
      ['', ''],
      ['X', '2026-01-02'],
    ]
      .map((row) => row.join(by))
      .join('\r\n');

    expect(await parseSheet(bytesOf(text))).toEqual({
      header: ['Title', 'Date'],
      source: { kind: 'text', delimiter: by, encoding: 'utf-8', encodings: [], isEncodingUnclear: false },
      rows: [
        { number: 2, cells: ['A, b; c | d\te', '2026-01-01'] },
        { number: 4, cells: ['X', '2026-01-02'] },
      ],
    });
  });

  it('gives back what was kept from being a formula', async () => {
    const sheet = await parseSheet(bytesOf("Title,Date\n'=1+1,'-2\n'tis,x"));

    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['=1+1', '-2'],
      ["'tis", 'x'],
    ]);
  });

  it('without anything is none', async () => {
    expect(await parseSheet(bytesOf('\ufeff\n , \n'))).toBeUndefined();
  });
});

describe('a cell with a first and a last day', () => {
  it.each`
    cell                           | sides
    ${'09.11.2026 - 11.11.2026'}   | ${['09.11.2026', '11.11.2026']}
    ${'09.11.2026-11.11.2026'}     | ${['09.11.2026', '11.11.2026']}
    ${'11/23/2026 – 11/24/2026'}   | ${['11/23/2026', '11/24/2026']}
    ${'11/23/2026-11/24/2026'}     | ${['11/23/2026', '11/24/2026']}
    ${'2026-11-16 to 2026-11-17'}  | ${['2026-11-16', '2026-11-17']}
    ${'2026-11-16 bis 2026-11-17'} | ${['2026-11-16', '2026-11-17']}
    ${'2026-11-16'}                | ${['2026-11-16']}
    ${'3-Nov-26'}                  | ${['3-Nov-26']}
    ${'3-4-2026'}                  | ${['3-4-2026']}
  `('$cell is $sides', ({ cell, sides }) => {
    expect(dateSides(cell)).toEqual(sides);
  });

  it('says the order of day and month too', () => {
    expect(findDateOrder(['3/4/2026 - 3/28/2026'])).toBe('month-first');
    expect(findDateOrder(['28/3/2026 – 3/4/2026'])).toBe('day-first');
  });
});
