import { describe, expect, it } from 'vitest';
import { parseSheet } from '../../src/sheets/parse-sheet.ts';
import { parseSheetInWorker } from '../../src/sheets/parse-sheet-in-worker.ts';
import { ods, odsRow, STYLES, xlsx } from './workbooks.ts';

const HEAD = ['Title', 'Date', 'Duration', 'CPE', 'Cert'];
const { date, moment, length, clock, colour } = STYLES;

describe('a spreadsheet', () => {
  it('is read by the types of its cells', async () => {
    const rows = [
      HEAD,
      ['A', { value: 46329, style: date }, { value: 0.0625, style: length }, 1.1, 'CISSP'],
      [
        'B',
        { value: 46329.5, style: moment },
        { value: 1.5, style: length },
        { value: 0.1 + 0.2, style: colour },
        'CISSP',
      ],
      ['C', 46329, { value: 0.0625, style: clock }, { formula: 'SUM(D2:D3)', stored: 3 }, 'CISSP'],
      ['D', '3 Nov 2026', '90 min', { formula: 'D2' }, 'CISSP'],
    ];
    const sheet = await parseSheet(await xlsx([{ name: 'Log', rows }]));

    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['A', '2026-11-03', '1:30:00', '1.1', 'CISSP'],
      ['B', '2026-11-03 12:00:00', '36:00:00', '0.3', 'CISSP'],
      ['C', '46329', '1:30:00', '3', 'CISSP'],
      ['D', '3 Nov 2026', '90 min', '', 'CISSP'],
    ]);
    expect(sheet?.source).toMatchObject({ kind: 'workbook', sheet: 'Log', formulas: 2 });
  });

  it('is read with its rows numbered as they are, and without hidden sheets', async () => {
    const rows = [['My log'], [], HEAD, [], ['A', '2026-11-03', '1h', 1, 'CISSP']];
    const sheet = await parseSheet(
      await xlsx([
        { name: 'Old', rows, isHidden: true },
        { name: 'Log', rows },
        { name: 'Ideas', rows: [['Ideas'], ['x']] },
      ]),
    );

    expect(sheet?.rows.map(({ number }) => number)).toEqual([5]);
    expect(sheet?.source).toMatchObject({ sheet: 'Log', sheets: ['Log', 'Ideas'], isSheetUnclear: false });
  });

  it('with several tables of records has its sheet selected', async () => {
    const sheets = ['2025', '2026'].map((name) => ({ name, rows: [HEAD, [name, '2026-11-03', '1h', 1, 'CISSP']] }));
    const bytes = await xlsx(sheets);

    expect((await parseSheet(bytes))?.source).toMatchObject({ sheet: '2025', isSheetUnclear: true });
    expect(await parseSheet(bytes, { sheet: '2026' })).toMatchObject({
      rows: [{ cells: ['2026', '2026-11-03', '1h', '1', 'CISSP'] }],
      source: { sheet: '2026', isSheetUnclear: false },
    });
  });

  it('of OpenDocument is read by the types of its cells, without comments, and empty rows are counted', async () => {
    const typed = [
      '<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>A<text:s text:c="2"/>talk</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2026-11-03T00:00:00"><text:p>11/03/26</text:p></table:table-cell>',
      '<table:table-cell office:value-type="time" office:time-value="PT01H30M00S"><text:p>1:30</text:p></table:table-cell>',
      '<table:table-cell office:value-type="float" office:value="1.5" table:formula="of:=1+0.5"><text:p>1,50</text:p></table:table-cell>',
    ];
    const empty =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="9"/></table:table-row>';
    const table = `<table:table table:name="Log">${odsRow(HEAD)}${empty}<table:table-row>${typed.join('')}</table:table-row></table:table>`;
    const sheet = await parseSheet(await ods(table));

    expect(sheet?.rows).toEqual([{ number: 5, cells: ['A talk', '2026-11-03', '1:30:00', '1.5'] }]);
    expect(sheet?.source).toMatchObject({ sheet: 'Log', formulas: 1 });
  });
});

describe('a hostile spreadsheet', () => {
  const row = ['A', '2026-11-03', '1h', 1, 'CISSP'];
  const bomb = 'A'.repeat(1024 * 1024).repeat(80);

  it.each([
    [
      'that unpacks to more than is read',
      () => xlsx([{ name: 'Log', rows: [HEAD, row] }], { 'xl/sharedStrings.xml': bomb }),
    ],
    [
      'of OpenDocument that unpacks to more than is read',
      () => ods(`<table:table table:name="Log">${bomb}</table:table>`),
    ],
    [
      'with a row that is repeated a million times',
      () =>
        ods(
          `<table:table table:name="Log">${odsRow(HEAD)}<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string"><text:p>A</text:p></table:table-cell></table:table-row></table:table>`,
        ),
    ],
    ['with too many rows', () => xlsx([{ name: 'Log', rows: [HEAD, ...Array.from({ length: 25_001 }, () => row)] }])],
    ['that is half', async () => (await xlsx([{ name: 'Log', rows: [HEAD, row] }])).subarray(0, 500)],
    ['without a workbook', async () => Buffer.from('PK\u0003\u0004 and nothing')],
  ])(
    '%s ends in time, without a result',
    async (_name, make) => {
      expect(await parseSheetInWorker(await make())).toBe('unreadable');
    },
    20_000,
  );

  it('expands no entities of its own', async () => {
    const part = '<!DOCTYPE x [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const sheet =
      '<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c><c t="inlineStr"><is><t>Date</t></is></c></row><row r="2"><c t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>';
    const bytes = await xlsx([{ name: 'Log', rows: [] }], {
      'xl/sharedStrings.xml': part,
      'xl/worksheets/sheet1.xml': sheet,
    });

    expect((await parseSheet(bytes))?.header).toEqual(['&b;', 'Date']);
  });

  it('has its wide rows and long cells named, not cut', async () => {
    const wide = Array.from({ length: 260 }, () => 'x');
    const sheet = await parseSheet(await xlsx([{ name: 'Log', rows: [HEAD, wide, ['y'.repeat(5001)], row] }]));

    expect(sheet?.rows.map(({ fault }) => fault)).toEqual(['too-wide', 'too-long', undefined]);
  });
});
