import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { hashImportAnswers } from '../../../src/services/portability/import-answers.ts';
import {
  findTableQuestions,
  importStoredTable,
  proposeTableReading,
  readStoredTable,
} from '../../../src/services/portability/import-stored-table.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { DEFAULT_PREFERENCES } from '../../../src/store/notifications/preferences.ts';
import type { NewActivity } from '../../../src/store/records/activities.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { importForm } from '../../../src/views/portability/import-form.ts';
import { categoryField, nameField } from '../../../src/views/portability/import-question-parts.ts';

const words = wordsFor('en-GB');
const now = new Date('2026-11-23T12:00:00Z');
const TABLE = ['Course,Date,CPE,Cert,Area', 'Logs,2026-04-03,1,CISSP,Group A', 'Keys,2026-04-25,2,CCSP,Group A'];
const WITHOUT_AREA = ['Course,Date,CPE,Cert', 'Logs,2026-04-03,1,CISSP'];
const LONG = [...TABLE, ...Array.from({ length: 499 }, (_unused, at) => `Talk ${at},2026-04-03,1,CISSP,Group A`)];

function stored(certification: string) {
  const holding = { holdingId: `h-${certification}`, personId: 'ana', certification, number: '', certifiedOn: null };
  const cycle = { cycleId: certification, starts: day('2025-01-01'), ends: day('2027-12-31') };
  return {
    holding: { ...holding, periods: {}, doesNotRenew: [] },
    cycles: [{ ...cycle, conditions: {}, actsDone: {} }],
    openings: [],
  };
}

/** A scope of Ana, who holds CISSP and CCSP, with a file of hers and one of somebody else, and what she imports. */
function aScope(lines: readonly string[], codes: readonly string[] = ['cissp', 'ccsp']) {
  const added: NewActivity[] = [];
  const files = [
    { fileId: 'f', personId: 'ana' },
    { fileId: 'other', personId: 'bo' },
  ];
  const data = {
    catalogue: loadCatalogue(),
    workspace: { workspaceId: 'w' },
    proofs: {
      findFiles: async (ids: readonly string[]) => files.filter(({ fileId }) => ids.includes(fileId)),
      bytesOf: async (fileId: string) => (fileId === 'gone' ? undefined : new TextEncoder().encode(lines.join('\n'))),
    },
    holdings: { of: async () => codes.map(stored) },
    activities: {
      entriesOf: async () => new Map(),
      addAll: async (activities: readonly NewActivity[], at: Date) => {
        expect(at).toBe(now);
        added.push(...activities);
        return activities.map((_unused, n) => `a${n}`);
      },
    },
    portalEntries: { note: async () => undefined },
    files: { add: async () => 'rest' },
    preferences: { of: async () => DEFAULT_PREFERENCES },
    records: { all: async () => [] },
  };
  const person = { personId: 'ana', locale: 'en-GB' };
  return { scope: { request: { person, words, today: day('2026-11-23'), now }, data } as unknown as Scope, added };
}

const COLUMNS: Answers = { title: '1', start: '2', credits: '3', certification: '4', category: '5' };

describe('an uploaded table', () => {
  it('is read by the names of its columns', async () => {
    const read = await proposeTableReading('f', aScope(TABLE).scope);

    expect(read).toMatchObject({ fileId: 'f', answers: COLUMNS, contents: { records: 2, already: 0 } });
  });

  it('is of the only certification of the person where its rows name none', async () => {
    const lines = ['Course,Date,CPE,Area', 'Logs,2026-04-03,1,Group A'];

    expect(await proposeTableReading('f', aScope(lines, ['cissp']).scope)).toMatchObject({
      answers: { defaultCertification: 'cissp' },
      contents: { records: 1, fresh: [{ activity: { title: 'Logs', claims: [{ holdingId: 'h-cissp' }] } }] },
    });
  });

  it('is previewed by its first rows where it is long', async () => {
    expect(await proposeTableReading('f', aScope(LONG).scope)).toMatchObject({
      contents: { rows: 500, records: 500 },
    });
  });

  it.each([
    ['gone', TABLE, [words.import.gone]],
    ['f', [], [words.import.empty]],
  ])('%s is not read without rows', async (fileId, lines, problems) => {
    expect(await proposeTableReading(fileId, aScope(lines).scope)).toEqual({ lines: problems });
  });

  it('is read with the columns that were selected', async () => {
    const lines = ['A,Topic,Date,CPE,Cert,Area', 'Course,Logs,2026-04-03,1,CISSP,Group A'];
    const answers: Answers = { title: '2', start: '3' };
    const read = await readStoredTable('f', answers, aScope(lines).scope);

    expect(read).toMatchObject({ kind: 'read', answers, contents: { fresh: [{ activity: { title: 'Logs' } }] } });
  });

  it('is shown as it is where the selected columns do not fit it', async () => {
    const read = await readStoredTable('f', { title: '9' }, aScope(TABLE).scope);

    expect(read).toMatchObject({ kind: 'misread', table: { mapping: { title: 0 } }, contents: { field: 'title' } });
  });

  it.each(['gone', 'other'])('%s is refused', async (fileId) => {
    await expect(readStoredTable(fileId, {}, aScope(TABLE).scope)).rejects.toThrow(new Refusal(words.import.gone));
  });
});

describe('the questions of a table', () => {
  const codesOf = ({ holdings, questions }: Awaited<ReturnType<typeof findTableQuestions>>) => [
    holdings.map(({ certification: { code } }) => code),
    questions.flatMap((one) => (one.about === 'category' ? [one.holding.certification.code] : [one.about])),
  ];

  it('are the categories that were placed with care, among all certifications of the person', async () => {
    const { scope } = aScope(WITHOUT_AREA);
    const read = await readStoredTable('f', {}, scope);

    expect(codesOf(await findTableQuestions(read, scope))).toEqual([['cissp', 'ccsp'], ['cissp']]);
  });

  it('stay once they were answered', async () => {
    const { scope } = aScope(TABLE);
    const answers = { [categoryField('ccsp')]: 'group-a', unit: 'minutes', [nameField('CISP')]: 'cissp' };
    const read = await readStoredTable('f', answers, scope);

    expect(codesOf(await findTableQuestions(read, scope))).toEqual([
      ['cissp', 'ccsp'],
      ['unit', 'name', 'ccsp'],
    ]);
  });

  it('are about names that are not known, the unit of lengths and rows that look alike', async () => {
    const lines = [
      'Course,Date,Duration,Cert',
      'Logs,2026-04-03,90,CISP',
      'Keys,2026-04-25,1h,CISSP',
      'Keys,2026-04-25,1h,CISSP',
    ];
    const { scope } = aScope(lines);
    const read = await readStoredTable('f', {}, scope);
    const answered = await readStoredTable(
      'f',
      { unit: 'minutes', [nameField('CISP')]: 'cissp', distinct: 'yes' },
      scope,
    );

    expect(codesOf(await findTableQuestions(read, scope))[1]).toEqual(['unit', 'duplicates', 'cissp']);
    expect(read.contents).toMatchObject({ rows: 3, records: 1, leftOut: [{ number: 2 }, { number: 4 }] });
    expect(answered.contents).toMatchObject({ records: 3, leftOut: [], questions: [] });
  });
});

describe('an import of a table', () => {
  async function send(rows: readonly string[], over: Answers = {}, seen?: string) {
    const { scope, added } = aScope(rows);
    const answers = { ...COLUMNS, ...over };
    const read = await readStoredTable('f', answers, scope);
    const { header } = read.table.sheet;
    const lines = { result: [], notes: [], columns: [] };
    const fields = { certifications: [], questions: [], open: new Set<string>() };
    const about = { header, lines, ...fields, state: '', answers, proposed: read.proposed };
    const sent = { form: importForm(about, words), answers };
    const shown = { ...read, seen: seen ?? hashImportAnswers(answers) };
    return { outcome: await importStoredTable(sent, shown, scope), added };
  }

  it('adds its records', async () => {
    const { outcome, added } = await send(TABLE);

    expect(outcome).toEqual({
      kind: 'imported',
      records: 2,
      balances: 0,
      already: 0,
      leftOut: 0,
      handedBack: 0,
      restFileId: undefined,
    });
    expect(added.map(({ title }) => title)).toEqual(['Logs', 'Keys']);
  });

  it.each<[string, readonly string[], Answers, object]>([
    ['an answer is no option', TABLE, { order: 'any' }, { kind: 'errors', errors: { order: words.shape.notAnOption } }],
    ['no row is right', [TABLE[0] ?? '', 'Sums,2026-04-26,x,CISSP,Group A'], {}, { kind: 'nothing' }],
    ['it is long', LONG, {}, { kind: 'too-long' }],
  ])('adds nothing where %s', async (_where, lines, over, outcome) => {
    expect(await send(lines, over)).toMatchObject({ outcome, added: [] });
  });

  it('adds the rows that are right and hands the others back', async () => {
    const { outcome, added } = await send([...TABLE, 'Sums,2026-04-26,x,CISSP,Group A']);

    expect(outcome).toEqual({
      kind: 'imported',
      records: 2,
      balances: 0,
      already: 0,
      leftOut: 1,
      handedBack: 1,
      restFileId: 'rest',
    });
    expect(added.map(({ title }) => title)).toEqual(['Logs', 'Keys']);
  });

  it('adds nothing where it was shown otherwise', async () => {
    expect(await send(TABLE, {}, hashImportAnswers({}))).toEqual({ outcome: { kind: 'changed' }, added: [] });
  });
});
