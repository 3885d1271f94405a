import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { importRecords, previewRecords } from '../../src/operator/import-records.ts';
import type { ImportOptions } from '../../src/sheets/import-options.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { addCertification, type Talk, talk, textOf } from '../support/conversation.ts';
import { waitingFiles } from '../support/files.ts';
import { workspaceOf } from '../support/records.ts';
import { asOperator, openStore } from '../support/store.ts';

const words = wordsFor('en-GB');
const world = openStore();
const catalogue = loadCatalogue();
const now = new Date('2026-11-23T12:00:00Z');
let ana: Talk;

beforeEach(async () => {
  ana = await holder();
});

async function holder(): Promise<Talk> {
  const person = talk({ store: world.store });
  for (const code of ['cissp', 'ccsp'])
    await addCertification(person, code, { start: '2025-01-01', end: '2027-12-31' });
  return person;
}

async function take(table: string | Uint8Array, stated: Partial<ImportOptions> = {}, person = ana, dryRun = false) {
  const bytes = typeof table === 'string' ? new TextEncoder().encode(table) : table;
  const workspaceId = await workspaceOf(person, world.store);
  const [{ personId = '' } = {}] = await world.store.inWorkspace(workspaceId, ({ people }) => people.all());
  const about = { personId, bytes, options: { columns: {}, ...stated } };
  const deps = { catalogue, now };
  return dryRun
    ? asOperator(world.store, workspaceId, (data) => previewRecords(data, about, deps))
    : importRecords({ store: world.store, workspaceId }, about, deps);
}

const linesOf = async (person = ana) =>
  world.store.inWorkspace(await workspaceOf(person, world.store), async ({ people, records }) => {
    const [{ personId = '' } = {}] = await people.all();
    return (await records.all(personId)).map(
      ({ title, provider, starts, ends, minutes, certification, category, credits }) =>
        [title, provider, starts, ends, minutes, certification, category, credits].join(' | '),
    );
  });

const GERMAN = [
  'Titel;Von;Bis;Dauer;Veranstalter;Zertifizierung;Kategorie;Punkte;Art',
  '"Münchner Sicherheitstag; Tag 1";12.10.2026;13.10.2026;6,5;BSI;CISSP, CCSP;Group A;6;Konferenz',
  'Zero Trust für alle;03.11.2026;;;SANS;CISSP;Group B;1,5;',
].join('\n');
const TAKEN = [
  'Münchner Sicherheitstag; Tag 1 | BSI | 2026-10-12 | 2026-10-13 | 390 | ccsp | group-a | 600',
  'Münchner Sicherheitstag; Tag 1 | BSI | 2026-10-12 | 2026-10-13 | 390 | cissp | group-a | 600',
  'Zero Trust für alle | SANS | 2026-11-03 | 2026-11-03 |  | cissp | group-b | 150',
];

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => new TextEncoder().encode(text)],
  ['UTF-8 with its mark', (text) => new TextEncoder().encode(`\ufeff${text}`)],
  ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, the other way round', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
];

describe('a table of records', () => {
  it.each(ENCODINGS)('in %s is taken, and the same table twice adds nothing', async (_name, encode) => {
    const first = await take(encode(GERMAN));
    const second = await take(encode(GERMAN));

    expect([first.records, first.already, first.fresh.length]).toEqual([2, 0, 2]);
    expect([second.records, second.already, second.fresh.length]).toEqual([2, 2, 0]);
    expect((await linesOf()).sort()).toEqual(TAKEN);
  });

  it('says how it was read, and what of it was not', async () => {
    const { reading } = await take(`${GERMAN.replace('Art', 'Stimmung')}`, {}, ana, true);

    expect(reading[0]).toBe('2 rows, separated by semicolons, day before month.');
    expect(reading[1]).toContain('title: Titel; provider: Veranstalter; date: Von');
    expect(reading[2]).toBe('Ignored columns: Stimmung.');
    expect(await linesOf()).toEqual([]);
  });

  it('is taken without the rows that are wrong, and each of them says why', async () => {
    const rows = [
      'A fine one,2026-03-01,1,,CISSP,Group A',
      'Tomorrow,2027-03-01,1,,CISSP,Group A',
      ',2026-03-01,1,,CISSP,Group A',
      'No day,someday,1,,CISSP,Group A',
      'Too fine,2026-03-01,1.001,,CISSP,Group A',
      'A quarter step,2026-03-01,1.1,,CISSP,Group A',
      'Not held,2026-03-01,1,,PMP,',
      'No such group,2026-03-01,1,,CISSP,Group C',
      'No credits,2026-03-01,,,CISSP,Group A',
    ];
    const head = 'Title,Date,CPE,Hours,Certification,Category';
    const { leftOut, rows: read, records } = await take([head, ...rows].join('\n'));
    const failed = leftOut.map(({ number, text }) => words.import.row(number, text)).join('\n');

    for (const stated of [
      'Line 3, date (2027-03-01): 1 Mar 2027 is in the future. Log the activity after it takes place.',
      'Line 4, title: Required',
      'Line 5, date: “someday” isn’t a valid date.',
      'Line 6, credits',
      'Line 7, credits',
      'Line 8, certification: “PMP” isn’t one of yours',
      'Line 9, category: “Group C” isn’t a category of CISSP. Use one of: Group A',
      'Line 10, duration and credits: missing.',
    ])
      expect(failed).toContain(stated);
    expect(failed).not.toContain('Line 2');
    expect(String(failed).match(/Line \d+/gu)).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((row) => `Line ${row}`));
    expect([read, records, leftOut.length]).toEqual([9, 1, 8]);
    expect(await linesOf()).toEqual(['A fine one |  | 2026-03-01 | 2026-03-01 |  | cissp | group-a | 100']);
    await expect(take([head, ...rows.slice(1, 3)].join('\n'))).rejects.toThrow('2 problems; nothing was imported:');
  });

  it.each([
    [
      'Title,When it was\nA,2026-03-01',
      'No column found for the date. Use one of: Title, When it was. Name the column with --set start=COLUMN',
    ],
    ['Title,Date,CPE,Cert\nA,3/4/2026,1,CISSP', 'Use --order day-first or --order month-first.'],
    ['Title,Duration,Date,Cert\nA,90,2026-04-03,CISSP', 'Use --unit minutes or --unit hours.'],
    ['Title,Date,CPE\nA,2026-04-03,1', 'Use --cert CODE.'],
    ['Title,Date,CPE,Cert\nA,2026-04-03,1,CISP', 'Use --name "CISP=CODE"'],
    ['', 'The file has no rows. Add at least one record.'],
    [`Title,Date\n${'A,2026-03-01\n'.repeat(20_001)}`, 'The file has 20001 rows. Import at most 20000 at once.'],
  ])('%#: asks for what must be said first', async (table, stated) => {
    await expect(take(table)).rejects.toThrow(stated);
  });

  it('is read by what is said of it', async () => {
    const stated = {
      columns: { start: 'When it was', title: '1' },
      certification: 'cissp',
      order: 'month-first',
    } as const;
    await take('What I did,When it was,CPE,Group\nA,3/4/2026,1,a\nB,3/5/2026,2,Group B', stated);

    expect(await linesOf()).toEqual([
      'A |  | 2026-03-04 | 2026-03-04 |  | cissp | group-a | 100',
      'B |  | 2026-03-05 | 2026-03-05 |  | cissp | group-b | 200',
    ]);
  });

  it('takes rows that are the same once, or as often as they are there where they are different activities', async () => {
    const rows = (count: number) =>
      `Title,Date,CPE,Cert,Category\n${'Meeting,2026-03-01,1,CISSP,Group A\n'.repeat(count)}`;
    const once = await take(rows(2));
    const more = await take(rows(3), { areDistinct: true });

    expect(once.leftOut).toEqual([{ number: 3, reason: 'duplicate', text: words.import.similar(2, true) }]);
    expect([more.already, more.fresh.length]).toEqual([1, 2]);
    expect(await linesOf()).toHaveLength(3);
  });

  it('puts rows of one record together by what was done, never by the number of a member', async () => {
    const head = 'Id,Title,Date,CPE,Cert,Category';
    await take(
      [head, '7,A,2026-03-01,1,CISSP,Group A', '7,A,2026-03-01,2,CCSP,Group A', '7,C,2026-03-01,1,CISSP,Group A'].join(
        '\n',
      ),
    );
    await take(
      ['Title,Date,CPE,Cert', 'B,2026-03-02,1,CISSP;CCSP']
        .map((row, index) => `${row}${index ? ',Group A' : ',Category'}`)
        .join('\n'),
    );

    const history = textOf(await ana.say('history'));
    expect((await linesOf()).length).toBe(5);
    expect(history.match(/CISSP 1 CPE/gu)).toHaveLength(3);
    expect(history.match(/CCSP (?:1|2) CPE/gu)).toHaveLength(2);
  });

  it('estimates where there are hours and no credits', async () => {
    await take('Title,Date,Hours,Cert,Category\nWebinar on logs,2026-03-01,1.5,CISSP,Group A');

    expect(await linesOf()).toEqual(['Webinar on logs |  | 2026-03-01 | 2026-03-01 | 90 | cissp | group-a | 150']);
  });

  it('that recert wrote itself gives the same pace elsewhere, and leaves out what was taken back', async () => {
    await take(GERMAN);
    await take(
      "Title,Date,CPE,Cert,Category\n=cmd|' /C calc'!A0,2026-05-01,2,CISSP,Group A\nA mistake,2026-05-02,3,CISSP,Group A",
    );
    await ana.say('delete mistake');
    await ana.say('export');
    const [bytes] = await waitingFiles(world.store, await workspaceOf(ana, world.store));
    const other = await holder();
    await take(bytes ?? '', {}, other);

    const stored = (await linesOf()).filter((line) => !line.startsWith('A mistake'));
    expect((await linesOf(other)).sort()).toEqual(stored.sort());
    expect(stored).toHaveLength(4);
    expect(textOf(await other.say('pace'))).toBe(textOf(await ana.say('pace')));
  });
});
