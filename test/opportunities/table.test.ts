import { describe, expect, it } from 'vitest';
import { readSourceOrWorkbook } from '../../src/opportunities/read-source.ts';
import { readSourceInWorker } from '../../src/opportunities/read-source-in-worker.ts';
import { MAX_ITEMS } from '../../src/opportunities/xml-feed.ts';
import { ods, odsRow, STYLES, xlsx } from '../sheets/workbooks.ts';

const now = new Date('2026-11-29T12:00:00Z');
const defaults = { provider: '', kind: 'other', delivery: '' } as const;
const read = (table: string | Uint8Array, zone = 'UTC') =>
  readSourceOrWorkbook({ bytes: typeof table === 'string' ? Buffer.from(table) : table, now, zone }, defaults);
const rejectsOf = async (table: string) =>
  (await read(table)).rejects.map(({ item, reason, column }) => [item, reason, column].filter(Boolean).join(' '));

it('reads the words of the world', async () => {
  const table = [
    'Name;Type;Mode;Cost;Tags;City;Summary;Credits;Language',
    'Risk;Workshop;Live online;$49;Risk, Audit;Munich;About risk;CISSP 2 (Group A);German',
    'Cloud;Article;On demand;free;;;;1,5 PMP;es',
  ].join('\n');

  expect((await read(table)).opportunities).toMatchObject([
    {
      ...{ title: 'Risk', kind: 'course', format: 'workshop', delivery: 'online-live', language: 'de' },
      ...{ topics: ['Risk', 'Audit'], place: 'Munich', description: 'About risk', price: { amount: 4900 } },
      credits: [{ amount: 200, category: 'Group A', certification: 'CISSP' }],
    },
    {
      ...{ title: 'Cloud', kind: 'reading', delivery: 'self-paced', isFree: true, language: 'es' },
      credits: [{ amount: 150, category: '', certification: 'PMP' }],
    },
  ]);
});

it.each([
  ['German', 'Titel;Beginn;Uhrzeit;Dauer (Std.);Preis;Ort', 'Audit;10.12.2026;15:00;1,5;kostenlos;Köln'],
  [
    'French',
    'Intitulé;Date de début;Heure;Durée (heures);Prix;Lieu',
    'Audit;10/12/2026 ;15h00;1,5;gratuit;Paris\nB;31/12/2026;;;;',
  ],
  [
    'Spanish',
    'Título;Fecha;Hora;Duración (horas);Precio;Ciudad',
    'Audit;10/12/2026;15:00;1,5;gratis;Madrid\nB;31/12/2026;;;;',
  ],
  [
    'English',
    'Title|Start date|Time|Length (hours)|Price|City',
    'Audit|12/10/2026|3 pm|1.5|free|Bath\nB|12/31/2026||||',
  ],
])('reads %s headings, the order of days from the column, and times beside the day', async (_name, header, rows) => {
  const [opportunity] = (await read(`Fortbildungen 2026\n\n${header}\n${rows}`)).opportunities;

  expect(opportunity).toMatchObject({
    ...{ title: 'Audit', startsAt: new Date('2026-12-10T15:00:00Z'), minutes: 90, isFree: true },
    place: expect.stringMatching(/Köln|Paris|Madrid|Bath/u),
  });
});

it.each([
  ['2026-12-10 15:00', '2026-12-10T14:00:00.000Z'],
  ['2026-12-10T15:00:00Z', '2026-12-10T15:00:00.000Z'],
  ['Thu, 10 Dec 2026 15:00', '2026-12-10T14:00:00.000Z'],
  ['December 10th, 2026 3:30 pm', '2026-12-10T14:30:00.000Z'],
  ['10. Dezember 2026, 15.30 Uhr', '2026-12-10T14:30:00.000Z'],
  ['10 décembre 2026', '2026-12-10T12:00:00.000Z'],
])('reads %j in the zone of the source', async (start, expected) => {
  const { opportunities } = await read(`title\tstart\nA\t${start}`, 'Europe/Berlin');

  expect(opportunities[0]?.startsAt).toEqual(new Date(expected));
});

it('reads the days of one cell, and the hours of two', async () => {
  const table = 'title;date;time;end time\nA;10.12.2026 - 12.12.2026;;\nB;10.12.2026;15:00;16:30';

  expect((await read(table)).opportunities).toMatchObject([
    { startsAt: new Date('2026-12-10T12:00:00Z'), isAllDay: true, lastDay: '2026-12-12' },
    { startsAt: new Date('2026-12-10T15:00:00Z'), minutes: 90 },
  ]);
});

describe('what is not read', () => {
  it('is said, by the heading of the column', async () => {
    const table = 'title,level,start,room\nA,hard,2026-12-10,1\nB,,,\n';

    expect(await read(table)).toMatchObject({ unreadColumns: ['level', 'room'], rejects: [] });
  });

  it.each([
    ['title,start\nA,3/4/2026\n', ['2 unclear-date']],
    ['title,start\nA,soon\n', ['2 bad-date']],
    ['title,start,time\nA,2026-12-10,noon\n', ['2 unread-cell time']],
    ['title,duration\nA,8\nB,40\n', ['2 unread-cell duration', '3 unread-cell duration']],
    ['title,credits\nA,2\n', ['2 unread-cell credits']],
    ['title,credits\nA,CISSP 2; many\n', ['2 unread-cell credits']],
    ['title,type,mode\nA,gala,nowhere\n', ['2 unread-cell type', '2 unread-cell mode']],
    [
      'title,language,free,price\nA,Klingon,perhaps,ask us\n',
      ['2 unread-cell free', '2 unread-cell language', '2 unread-cell price'],
    ],
    ['title,minutes\nA,90\n"B,30\nC,"30" x\n', ['3 unreadable', '4 unreadable']],
  ])('of %j is said with its row', async (table, expected) => {
    expect(await rejectsOf(table)).toEqual(expected);
  });

  it('is said with its number if it is beyond the limit', async () => {
    const rows = Array.from({ length: MAX_ITEMS + 3 }, (_, at) => `Talk ${at}`);
    const { opportunities, beyond } = await read(`title\tprice\n${rows.join('\tfree\n')}\tfree`);

    expect([opportunities.length, beyond]).toEqual([MAX_ITEMS, 3]);
  });

  it('says which columns a table has that has no title', async () => {
    await expect(read('room,minutes\nA,5\n')).rejects.toMatchObject({
      problem: 'no-title-column',
      message: 'The table has no column “title”. Its columns are: room, minutes.',
    });
  });
});

it.each([
  ['45', 45],
  ['1h', 60],
  ['-5', undefined],
  ['', undefined],
])('reads the minutes %j as %j', async (minutes, expected) => {
  expect((await read(`title,minutes\nA,${minutes}\n`)).opportunities[0]?.minutes).toBe(expected);
});

it('takes credits of a column for the certifications of another', async () => {
  const [opportunity] = (await read('title,certification,CPE\nA,"CISSP, CISM",1.5\n')).opportunities;

  expect(opportunity?.credits).toEqual([
    { amount: 150, category: '', certification: 'CISSP' },
    { amount: 150, category: '', certification: 'CISM' },
  ]);
});

const ROWS = [
  ['Webinars of the year'],
  [],
  ['Title', 'Start', 'Hours', 'Level'],
  ['Audit', { value: 46366.625, style: STYLES.moment }, 1.5, 'hard'],
];

const OLD = [
  ['Title', 'Price'],
  ['A', 'free'],
];
const odsSheet = (name: string, rows: readonly (readonly string[])[]) =>
  `<table:table table:name="${name}">${rows.map(odsRow).join('')}</table:table>`;

it.each([
  [
    'xlsx',
    () =>
      xlsx([
        { name: 'Talks', rows: ROWS },
        { name: 'Old', rows: OLD },
      ]),
  ],
  [
    'ods',
    () => {
      const rows = [...ROWS.slice(0, 3), ['Audit', '2026-12-10 15:00', '1.5', 'hard']] as readonly string[][];
      return ods(odsSheet('Talks', rows) + odsSheet('Old', OLD));
    },
  ],
])('reads an .%s file in the worker, with the sheets and columns that it leaves', async (_name, file) => {
  const outcome = await readSourceInWorker({ bytes: await file(), now, zone: 'Europe/Berlin' }, defaults);

  expect(outcome).toMatchObject({
    reading: {
      opportunities: [{ title: 'Audit', startsAt: new Date('2026-12-10T14:00:00Z'), minutes: 90 }],
      unreadColumns: ['Level'],
      unreadSheets: ['Old'],
    },
  });
});

it('says that a broken workbook is unreadable', async () => {
  const bytes = (await xlsx([{ name: 'Talks', rows: ROWS }])).subarray(0, 300);

  expect(await readSourceInWorker({ bytes, now }, defaults)).toEqual({ problem: 'unreadable' });
});
