import { expect, it } from 'vitest';
import { wordsFor } from '../../../src/strings/index.ts';
import { lineNumbersText } from '../../../src/views/portability/line-numbers.ts';
import { unusedLines } from '../../../src/views/portability/table-lines.ts';

const words = wordsFor('en-GB');

it.each([
  [[7], '7'],
  [[3, 2], '2 and 3'],
  [[2, 3, 4, 9], '2–4 and 9'],
  [[2, 3, 3, 5], '2, 3, and 5'],
  [[2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26], '2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, and …'],
])('lists the lines %j as “%s”', (lines, text) => {
  expect(lineNumbersText(lines, words)).toBe(text);
});

it('names the rows with a cell that has no heading, once they are read', () => {
  const rows = [
    { number: 2, cells: ['A', 'x', 'a note'] },
    { number: 3, cells: ['B', 'y'] },
    { number: 4, cells: ['C', 'z', '', 'far away'] },
    { number: 5, cells: ['D', 'z', 'beside'], fault: 'beside' } as const,
  ];
  const source = { kind: 'workbook', sheet: 'Log', sheets: [], isSheetUnclear: false, formulas: 0 } as const;
  const sheet = { header: ['Title', 'Extra', ''], rows, source };

  expect(unusedLines({ sheet, mapping: { title: 0 } }, {}, words)).toEqual([
    'Ignored columns: Extra.',
    'Not imported, because the heading is missing: text in lines 2 and 4.',
  ]);
});
