import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import { parseAddLine, parseAddLines } from '../../../src/services/certifications/parse-add-line.ts';
import type { Request } from '../../../src/services/request.ts';

it.each([
  ['', '', {}],
  ['cissp', 'cissp', {}],
  ['cissp 2025-01-01', 'cissp', { start: '2025-01-01' }],
  ['cissp since 2025-01-01', 'cissp', { start: '2025-01-01' }],
  ['CIPP/E until 2027-12-31', 'CIPP/E', { expiry: '2027-12-31' }],
  ['pmp expires 1 May 2027', 'pmp', { expiry: '2027-05-01' }],
  ['pmp valid until 2027-05-01', 'pmp', { expiry: '2027-05-01' }],
  ['since 2025-01-01', '', { start: '2025-01-01' }],
  ['pmp since 2025-02-30', 'pmp since 2025-02-30', {}],
  ['pmp läuft ab am 1. Mai 2027', 'pmp', { expiry: '2027-05-01' }],
  ['pmp seit 1.3.2025', 'pmp', { start: '2025-03-01' }],
  // An expiry is ahead, a certification behind.
  ['pmp expires 1 May', 'pmp', { expiry: '2027-05-01' }],
  ['pmp since 1 May', 'pmp', { start: '2026-05-01' }],
  // Day and month could be swapped, so the date is asked.
  ['pmp since 3/4/2025', 'pmp', {}],
])('%j is %j with %j', (line, text, dates) => {
  const person = { locale: null } as Request['person'];

  expect(parseAddLine(line, { today: day('2026-11-23'), person })).toEqual({ text, dates });
});

it.each([
  ['CISSP, CISM and AWS SAA', [['CISSP'], ['CISM'], ['AWS SAA']]],
  ['cissp cism', [['cissp'], ['cism']]],
  [
    'cissp since 2025-01-01; pmp expires 1 May 2027',
    [
      ['cissp', { start: '2025-01-01' }],
      ['pmp', { expiry: '2027-05-01' }],
    ],
  ],
  ['cissp since Oct 12, 2025, cism', [['cissp', { start: '2025-10-12' }], ['cism']]],
  ['cissp und cpa', [['cissp'], ['cpa']]],
  ['cissp, xyzzy', [['cissp'], ['xyzzy']]],
  ['Certified in Risk and Information Systems Control', [['Certified in Risk and Information Systems Control']]],
  ['xyzzy and plugh', [['xyzzy and plugh']]],
  ['', [['']]],
])('%j adds %j', (line, expected) => {
  const person = { locale: null } as Request['person'];
  const read = parseAddLines(line, loadCatalogue(), { today: day('2026-11-23'), person });

  const of = expected.map(([text, dates = {}]) => ({ text: String(text).toLowerCase(), dates }));
  expect(read.map(({ text, dates }) => ({ text: text.toLowerCase(), dates }))).toEqual(of);
});
