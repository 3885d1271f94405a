import { expect, it } from 'vitest';
import { balanceLabelOf } from '../../src/sheets/balance-labels.ts';

it.each([
  ['Opening balance'],
  ['Opening balance 2026'],
  ['CPE balance brought forward'],
  ['Carried forward from my old spreadsheet'],
  ['Brought forward: CISSP'],
  ['b/f'],
  ['Anfangsbestand'],
  ['Anfangsbestand CISSP (Stand 30.06.2026)'],
  ['Übertrag'],
  ['Punkteübertrag aus Excel'],
  ['Saldovortrag'],
  ['Vortrag aus 2025'],
  ['Report à nouveau'],
  ['Saldo inicial'],
])('%s is an opening balance', (text) => {
  expect(balanceLabelOf(text, new Set(['cissp']))).toBe('certain');
});

it.each([['Vortrag'], ['Opening balance from HR'], ['Carried forward by Lena']])('%s may be one', (text) => {
  expect(balanceLabelOf(text)).toBe('possible');
});

it.each([['Carried over from previous cycle'], ['Übertrag aus dem letzten Zyklus']])(
  '%s belongs to the cycle before',
  (text) => {
    expect(balanceLabelOf(text)).toBe('previous-cycle');
  },
);

it.each([
  ['Opening balance sheets for auditors'],
  ['Opening keynote'],
  ['Carry forward planning'],
  ['Vortrag über Logs'],
  ['Vortrag auf der it-sa'],
  ['Übertragung von Daten'],
  ['Work-life balance'],
  ['The balance brought forward explained'],
  [''],
])('“%s” is an activity', (text) => {
  expect(balanceLabelOf(text)).toBeUndefined();
});
