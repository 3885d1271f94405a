import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { rowClassifier } from '../../../src/services/portability/classify-row.ts';
import { placedRowsIn } from '../../../src/services/portability/placed-rows.ts';
import { draftRecords } from '../../../src/services/portability/record-drafts.ts';
import type { ColumnField } from '../../../src/sheets/column-names.ts';
import type { Sheet } from '../../../src/sheets/parse-sheet.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { known } from '../../domain/rules.ts';
import { aCreditHolding } from '../certifications/credit-holding.ts';

const words = wordsFor('en-GB');
const categories = [
  { code: 'a', name: 'Group A' },
  { code: 'b', name: 'Group B' },
  { code: 'c', name: 'Other' },
];

const abc = aCreditHolding('abc');
const source = { certainty: 'O', sources: ['S1'] } as const;
const def = aCreditHolding('def', { categories, defaultCategories: [{ kinds: ['other'], category: 'a', ...source }] });
const xyz = aCreditHolding('xyz', { categories, splits: known(true) });
const all = [abc, def, xyz];
const find = (text: string) =>
  all.find(({ certification }) => certification.code === text.toLowerCase())?.certification;
type Row = Partial<Record<ColumnField, string>>;

function draft(
  rows: readonly Row[],
  holdings: readonly CreditHolding[] = all,
  {
    defaultCertification,
    categories = {},
  }: { defaultCertification?: string; categories?: Record<string, string> } = {},
) {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row) as ColumnField[]))];
  const sheet: Sheet = {
    header: fields,
    rows: rows.map((row, index) => ({ number: index + 2, cells: fields.map((field) => row[field] ?? '') })),
    source: { kind: 'text', delimiter: ',', encoding: 'utf-8', encodings: [], isEncodingUnclear: false },
  };
  const mapping = Object.fromEntries(fields.map((field, index) => [field, index]));
  const candidates = (text: string) =>
    all.map(({ certification }) => certification).filter(({ name }) => name.startsWith(text));
  const rules: Pick<Catalogue, 'find' | 'namesakes' | 'candidates'> = { find, namesakes: () => [], candidates };
  return draftRecords(sheet.rows, {
    mapping,
    words,
    balances: { day: undefined },
    classifier: rowClassifier(sheet, mapping),
    activity: {
      order: 'day-first',
      today: day('2026-11-25'),
      zone: 'Europe/Berlin',
      length: { bare: 'hours', clock: 'hours', minutesPerHour: 60 },
      preset: undefined,
      defaultLength: '1h',
    },
    claims: {
      holdings,
      catalogue: rules,
      names: {},
      isOwn: false,
      columns: [],
      defaultHolding:
        holdings.find(({ certification }) => certification.code === defaultCertification) ??
        (holdings.length === 1 ? holdings[0] : undefined),
      categories,
      hasDecimalComma: false,
      today: day('2026-11-25'),
      creditHourMinutes: undefined,
      words,
    },
  });
}

async function answers(row: Row) {
  return (await draft([row], [abc])).drafts[0]?.answers;
}

it('leaves out a row whose credits are still to come, whatever the length of rows without one', async () => {
  const rows = [
    { title: 'A', start: '2026-03-02', credits: 'TBD', certification: 'abc', category: 'Group A' },
    { title: 'B', start: '2026-03-02', credits: '', certification: 'abc', category: 'Group A' },
    { title: 'C', start: '2026-03-02', credits: '?', hours: '2', certification: 'abc', category: 'Group A' },
  ];

  const { drafts, leftOut, questions } = await draft(rows);

  expect(drafts.map(({ answers }) => answers.title)).toEqual(['B', 'C']);
  expect(leftOut).toEqual([
    { number: 2, reason: 'problem', text: 'credits: “TBD” is no number. Enter the credits or a duration in the row.' },
  ]);
  expect(questions).toEqual([]);
});

describe('the answers of a row', () => {
  it.each([
    [
      { title: 'Audit', provider: 'SANS' },
      { title: 'Audit', provider: 'SANS', kind: 'other', counts: ['abc'] },
    ],
    [{ start: '02/03/2026' }, { start: '2026-03-02', end: '' }],
    [
      { start: '2. März 2026', end: '4. März 2026' },
      { start: '2026-03-02', end: '2026-03-04' },
    ],
    [{ start: '09.11.2026 - 11.11.2026' }, { start: '2026-11-09', end: '2026-11-11' }],
    [{ start: '9/11/2026–11/11/2026' }, { start: '2026-11-09', end: '2026-11-11' }],
    [{ start: 'Nov 3-5, 2026' }, { start: '2026-11-03', end: '2026-11-05' }],
    [{ start: '2026-11-16 to 2026-11-17' }, { start: '2026-11-16', end: '2026-11-17' }],
    [{ start: '3.-5.11.' }, { start: '2026-11-03', end: '2026-11-05' }],
    [
      { start: '2026-11-16 - 2026-11-17', end: '2026-11-18' },
      { start: '2026-11-16', end: '2026-11-18' },
    ],
    [{ start: '28-31 Feb 2026' }, { start: '28-31 Feb 2026' }],
    [{ start: 'soon' }, { start: 'soon' }],
    [{ kind: 'Webinar' }, { kind: 'webinar' }],
    [{ kind: wordsFor('de-DE').kinds['self-study'] }, { kind: 'self-study' }],
    [{ kind: '', title: 'A webinar on audits' }, { kind: 'webinar' }],
    [{ delivery: 'IN-PERSON' }, { delivery: 'in-person' }],
    [{ delivery: wordsFor('de-DE').deliveries['online-live'] }, { delivery: 'online-live' }],
    [{ delivery: 'by pigeon' }, { delivery: '' }],
    [{ hours: '1.5' }, { duration: '90' }],
    [{ hours: '1,5' }, { duration: '90' }],
    [{ hours: '1:30:40' }, { duration: '90' }],
    [{ hours: '1h 2m 30s' }, { duration: '1h 2m' }],
    [{ start: '2026-11-03T23:30:00Z' }, { start: '2026-11-04' }],
    [
      { provider: 'N/A', link: '-' },
      { provider: '', link: '', note: '' },
    ],
    [{ link: 'yes' }, { link: '', note: '' }],
    [{ title: 'A\ntalk' }, { title: 'A talk' }],
    [{ hours: '1h30' }, { duration: '1h30' }],
    [{ hours: '2', minutes: '1:30' }, { duration: '90' }],
    [{ link: 'https://a.example' }, { link: 'https://a.example', note: '' }],
    [
      { link: 'in my folder', note: 'blue' },
      { link: '', note: 'blue; in my folder' },
    ],
    [{ credits: '1.5' }, { 'credits.abc': '1.5' }],
  ])('%j', async (row, expected) => {
    expect(await answers(row)).toMatchObject(expected);
  });
});

describe('what a row claims', () => {
  it.each([
    [{ certification: 'ABC' }, ['abc'], { 'credits.abc': '1' }],
    [{ certification: 'abc; def' }, ['abc', 'def'], { 'credits.abc': '1', 'credits.def': '1', 'category.def': 'a' }],
    [{ certification: 'abc and def' }, ['abc', 'def'], {}],
    [{ certification: 'abc und def' }, ['abc', 'def'], {}],
    [{ certification: 'def', category: 'b' }, ['def'], { 'category.def': 'b' }],
    [{ certification: 'def', category: 'GROUP B' }, ['def'], { 'category.def': 'b' }],
    [{ certification: 'def', category: 'oth' }, ['def'], { 'category.def': 'c' }],
    [{ certification: 'def', category: 'Sonstiges' }, ['def'], { 'category.def': 'c' }],
    [{ certification: 'xyz', category: 'b' }, ['xyz'], { 'credits.xyz.b': '1' }],
    [{ certification: 'abc', category: 'anything' }, ['abc'], { 'credits.abc': '1' }],
  ])('%j', async (row, counts, fields) => {
    const { drafts, leftOut } = await draft([{ ...row, credits: '1' }]);

    expect(leftOut).toEqual([]);
    expect(drafts[0]?.answers).toMatchObject({ counts, ...fields });
  });

  const names = categories.map(({ name }) => name);
  it.each([
    [{ title: 'x' }, words.import.noCertification],
    [{ certification: 'nope' }, words.import.unknownName('nope', [])],
    [{ certification: 'abc, nope' }, words.import.unknownName('nope', [])],
    [{ certification: 'x'.repeat(99) }, words.import.unknownName('x'.repeat(60), [])],
    [{ certification: 'def', category: 'group' }, words.import.noCategory('group', 'DEF', names)],
    [{ certification: 'def', category: 'z' }, words.import.noCategory('z', 'DEF', names)],
    [{ certification: 'xyz' }, words.import.askCategory('XYZ', names)],
    [{ certification: 'def', kind: 'webinar' }, words.import.askCategory('DEF', names)],
  ])('%j is a problem', async (row, text) => {
    expect(await draft([{ certification: 'abc' }, row])).toMatchObject({ leftOut: [{ number: 3, text }] });
  });

  it('is for the default certification where it names none', async () => {
    const { drafts } = await draft([{ title: 'x' }, { title: 'y', certification: 'def' }], all, {
      defaultCertification: 'abc',
    });

    expect(drafts.map((one) => one.answers.counts)).toEqual([['abc'], ['def']]);
  });
});

describe('the category of a row that names none', () => {
  it('is the one that the rules decide, and is counted', async () => {
    const { drafts, placed } = await draft([
      { title: 'x', certification: 'def' },
      { title: 'y', certification: 'def' },
    ]);

    expect(drafts.map(({ answers: one }) => one['category.def'])).toEqual(['a', 'a']);
    const claim = { holding: def, category: 'a', isCareful: false };
    expect(placed.map(({ row, ...one }) => one)).toEqual([claim, claim]);
    expect(placedRowsIn([{ rows: placed.map(({ row }) => row) }], placed)).toEqual([{ ...claim, rows: 2 }]);
    expect(placedRowsIn([{ rows: placed.slice(1).map(({ row }) => row) }], placed)).toEqual([{ ...claim, rows: 1 }]);
    expect(placedRowsIn([], placed)).toEqual([]);
  });

  it('is the one selected for such rows, and never replaces one that is stated', async () => {
    const rows = [
      { title: 'x', certification: 'xyz', credits: '1' },
      { title: 'y', certification: 'xyz', category: 'c', credits: '1' },
    ];

    const { drafts, leftOut } = await draft(rows, all, { categories: { xyz: 'b' } });

    expect(leftOut).toEqual([]);
    expect(drafts.map(({ answers: one }) => [one['credits.xyz.b'], one['credits.xyz.c']])).toEqual([
      ['1', undefined],
      [undefined, '1'],
    ]);
  });

  it('says which certification it must be asked for', async () => {
    const { questions } = await draft([{ title: 'x', certification: 'xyz' }]);

    expect(questions).toEqual([{ about: 'category', holding: xyz }]);
  });
});

const ID = '0b9a0d0e-1111-4222-8333-444455556666';

describe('rows of one record', () => {
  it.each([
    [
      'of one activity',
      [
        { title: 'x', certification: 'abc', credits: '1' },
        { title: 'x', certification: 'def', credits: '2' },
      ],
      [['abc', 'def']],
    ],
    [
      'of one id and other activities, as with the number of a member',
      [
        { id: '1', title: 'x', certification: 'abc' },
        { id: '1', title: 'y', certification: 'def' },
      ],
      [['abc'], ['def']],
    ],
    [
      'of two categories',
      [
        { title: 'x', certification: 'xyz', category: 'a', credits: '1' },
        { title: 'x', certification: 'xyz', category: 'b', credits: '2' },
      ],
      [['xyz']],
    ],
    [
      'of other activities',
      [
        { title: 'x', certification: 'abc' },
        { title: 'y', certification: 'def' },
      ],
      [['abc'], ['def']],
    ],
    [
      'of other ids that recert gave',
      [
        { id: ID.replace('0', '1'), title: 'x', certification: 'abc' },
        { id: ID, title: 'x', certification: 'def' },
      ],
      [['abc'], ['def']],
    ],
    [
      'that are the same',
      [
        { title: 'x', certification: 'abc' },
        { title: 'x', certification: 'abc' },
      ],
      [['abc'], ['abc']],
    ],
  ])('%s', async (_, rows, counts) => {
    const { drafts } = await draft(rows);

    expect(drafts.map((one) => one.answers.counts)).toEqual(counts);
  });

  it('are counted for it', async () => {
    const rows = ['abc', 'def'].map((certification) => ({ title: 'x', certification }));

    expect((await draft([{ title: 'w', certification: 'abc' }, ...rows])).drafts.map((one) => one.rows)).toEqual([
      [2],
      [3, 4],
    ]);
  });

  it('are left out when they were deleted', async () => {
    const { drafts, leftOut } = await draft([
      { removed: '2026-01-01', certification: 'nope' },
      { certification: 'abc' },
    ]);

    expect([drafts.length, leftOut]).toEqual([
      1,
      [{ number: 2, reason: 'deleted', text: words.import.skipped.deleted }],
    ]);
  });
});
