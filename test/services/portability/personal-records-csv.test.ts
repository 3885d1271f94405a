import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { personalRecordsCsv, recordCells } from '../../../src/services/portability/personal-records-csv.ts';
import type { WorkspaceData } from '../../../src/store/store.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aRecordLine } from './a-record-line.ts';

const words = wordsFor('en-GB');
const catalogue = loadCatalogue();
const line = aRecordLine();

describe('the cells of a record', () => {
  it.each([
    [{}, { id: 'r1', certification: 'CISSP', credits: '1.5', category: 'group-a', minutes: 90 }],
    [{ certification: 'gone' }, { certification: 'gone' }],
    [
      { certification: null, category: null, credits: null },
      { certification: null, category: null, credits: null },
    ],
    [{ credits: 25 }, { credits: '0.25' }],
    [{ takenBackAt: '2026-04-01T12:00:00Z' }, { takenBackAt: '2026-04-01T12:00:00Z' }],
  ])('%j', (over, cells) => {
    const made = recordCells({ ...line, ...over }, { words, catalogue });

    expect(made).toMatchObject(cells);
    expect(made).not.toHaveProperty('activityId');
  });
});

describe('the records of a member as CSV', () => {
  it('are one row each, without the column of the member', async () => {
    const asked: string[] = [];
    const records = {
      all: async (personId: string) => {
        asked.push(personId);
        return [line, { ...line, title: 'Zero; "trust"' }];
      },
    };
    const data = { records } as unknown as WorkspaceData;
    const { bytes, rows } = await personalRecordsCsv('p1', { data, words, catalogue });
    const [header = '', first = '', second = ''] = new TextDecoder().decode(bytes).split('\r\n');

    expect([rows, asked]).toEqual([2, ['p1']]);
    expect(header).toContain(words.export.columns.title);
    expect(header).not.toContain(words.export.columns.member);
    expect(header.split(',')).toHaveLength(Object.keys(words.export.columns).length - 1);
    expect(first).toContain('Audit');
    expect(first).toContain('CISSP');
    expect(second).toContain('"Zero; ""trust"""');
  });
});
