import { expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { makeSheetFiles } from '../../../src/services/reports/sheet-files.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import type { ShownSheet } from '../../../src/views/reports/entry-sheet-card.ts';
import { known } from '../../domain/rules.ts';

const words = wordsFor('en-GB');

it.each([
  ['ISC2', 'recert-sheet-isc2-2026-03-05'],
  ['Cloud Security Alliance (CSA)', 'recert-sheet-cloud-security-alliance-csa--2026-03-05'],
  ['../../etc', 'recert-sheet--etc-2026-03-05'],
])('a sheet of %s has files called %s, of which the table is stored', async (body, name) => {
  const stored: object[] = [];
  const files = { add: async (file: object) => `file ${stored.push(file)}` };
  const person = { personId: 'p', name: 'Ana' };
  const request = { person, words, today: day('2026-03-05'), now: new Date('2026-03-05T12:00:00Z') };
  const layout = { ...known(0), fields: [{ field: 'title' }], days: 'iso', amounts: 'one', bundles: false } as const;
  const sheet: ShownSheet = {
    ...{ body, portal: '', layout, isKnown: true, spoken: words, byMonth: false, open: [], done: [], seen: '' },
  };

  const { tableId, page } = await makeSheetFiles(sheet, { request, data: { files } } as unknown as Scope);

  expect([tableId, page.name]).toEqual(['file 1', `${name}.pdf`]);
  expect(page.html).toContain('Ana');
  expect(stored).toMatchObject([{ name: `${name}.csv`, personId: 'p', command: 'sheet' }]);
});
