import { DATA_CLASSES, type TableData } from '../../src/store/data-classes.ts';
import { table } from './table.ts';

const INTRO = `# Data map

<!-- Generated from src/store/data-map.ts by \`npm run docs\`. -->

Every column of every table, by what it stores. A column without a class fails a test, so this page is complete.

| Class | What it is |
| --- | --- |
| personal | who a person is, where and when to reach them, or the id that leads to them |
| content | what people wrote, did or sent, and what recert made of it |
| secret | what opens something, or the hash of it; also addresses of feeds, which may contain a key |
| technical | ids, states, times and settings |

When a person is [erased](retention.md#erase-a-person), rows about them are deleted in every table with a personal column, with the rows that belong to them; what remains is listed [below](#what-remains).
When a workspace is deleted, all its rows are.
`;

/** Returns the page of all columns by class, and of the personal ones that remain when a person is erased. */
export function dataMapPage(map: Readonly<Record<string, TableData>>): string {
  const rows = Object.entries(map).map(([name, { columns }]) => [
    `\`${name}\``,
    ...DATA_CLASSES.map((of) => (columns[of] ?? []).map((column) => `\`${column}\``).join(' ')),
  ]);
  const remaining = Object.entries(map).flatMap(([name, data]) =>
    Object.entries(data.remaining).map(([column, reason]) => [`\`${name}.${column}\``, reason]),
  );
  return [
    INTRO,
    '## Tables\n',
    table(['Table', ...DATA_CLASSES], rows),
    '## What remains\n',
    'Columns that may still have an id of an erased person:\n',
    table(['Column', 'What it is'], remaining),
  ].join('\n');
}
