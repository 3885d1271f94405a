import { expect, it } from 'vitest';
import { openRecordTable } from '../../../src/services/portability/open-table.ts';
import { wordsFor } from '../../../src/strings/index.ts';

it.each(['en-GB', 'de-DE'])(
  'the export of a team is refused, because its records belong to several people: %s',
  async (locale) => {
    const words = wordsFor(locale);
    const open = (headings: readonly string[]) => {
      const lines = [headings, headings.map((_heading, at) => `cell ${at}`)].map((row) => row.join(','));
      return openRecordTable(new TextEncoder().encode(lines.join('\n')), { columns: {} }, words);
    };
    const headings = Object.values(words.export.columns).map((heading) => `"${heading}"`);
    const [, ...own] = headings;

    expect(await open(headings)).toEqual({ lines: [words.import.ofTeam] });
    expect(await open(own)).toMatchObject({ sheet: { rows: [{}] } });
  },
);
