import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type {
  SheetAmount,
  SheetClaim,
  SheetEntry,
  SheetField,
  SheetLayout,
  SheetRecord,
} from '../../../src/domain/entry-sheet.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import {
  amountName,
  entryTitle,
  recordIds,
  sheetFields,
  warningsOf,
} from '../../../src/views/reports/entry-sheet-fields.ts';
import { aCertification, aRenewal, known, TWO_GROUPS } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const renewal = aRenewal({
  categories: TWO_GROUPS,
  marks: [{ code: 'ethics', name: 'Ethics' }],
});

function aClaim(over: Partial<SheetClaim> = {}, short = 'ABC'): SheetClaim {
  const certification = aCertification({ code: short.toLowerCase(), short });
  return { holdingId: short, certification, renewal, parts: [{ category: 'a', credits: 150 }], ...over };
}

function aRecord(over: Partial<SheetRecord> = {}): SheetRecord {
  return {
    id: 'r1',
    title: 'Zero trust',
    provider: 'SANS',
    kind: 'webinar',
    delivery: 'online-live',
    start: day('2026-03-09'),
    end: day('2026-03-10'),
    description: 'What I learned',
    link: 'https://sans.example/1',
    files: [{ name: 'a.pdf', size: 1_000_000 }],
    claims: [],
    ...over,
  };
}

function anEntryOf(over: Partial<SheetEntry> = {}): SheetEntry {
  const amount: SheetAmount = { claims: [aClaim()], category: undefined, credits: 150 };
  return {
    records: [aRecord()],
    start: day('2026-03-09'),
    end: day('2026-03-10'),
    amounts: [amount],
    lost: 0,
    ...over,
  };
}

function aLayout(fields: readonly SheetField[], over: Partial<SheetLayout> = {}): SheetLayout {
  return {
    ...known(0),
    fields: fields.map((field) => ({ field })),
    days: 'iso',
    amounts: 'one',
    bundles: false,
    ...over,
  };
}

function enteredIn(field: SheetField, entry: SheetEntry, over: Partial<SheetLayout> = {}): string | undefined {
  return sheetFields(entry, { layout: aLayout([field], over), spoken: english }, english)[0]?.value;
}

const bundle = anEntryOf({
  records: [
    aRecord({ end: day('2026-03-02') }),
    aRecord({ id: 'r2', title: 'Passkeys', link: '', files: [{ name: 'b.pdf', size: 5 }] }),
    aRecord({ id: 'r3', title: 'SBOM', files: [] }),
  ],
});

describe('the fields of an entry', () => {
  it.each<[SheetField, string]>([
    ['start', '2026-03-09'],
    ['end', '2026-03-10'],
    ['title', 'Zero trust'],
    ['provider', 'SANS'],
    ['activity', english.kinds.webinar],
    ['delivery', english.deliveries['online-live']],
    ['credits', '1.5'],
    ['category', 'Group A'],
    ['description', 'What I learned'],
    ['link', 'https://sans.example/1'],
    ['files', 'a.pdf'],
  ])('%s is labelled in the reader’s words', (field, value) => {
    const portal = { layout: aLayout([field]), spoken: english };

    expect(sheetFields(anEntryOf(), portal, english)).toEqual([{ label: english.sheet.fields[field], value }]);
    expect(sheetFields(anEntryOf(), portal, german)[0]?.label).toBe(german.sheet.fields[field]);
  });

  it.each([
    ['month-name', 'Mar 09, 2026', 'Mar 10, 2026'],
    ['month-first', '03/09/2026', '03/10/2026'],
    ['iso', '2026-03-09', '2026-03-10'],
  ] as const)('writes days as the portal does: %s', (days, start, end) => {
    expect(enteredIn('start', anEntryOf(), { days })).toBe(start);
    expect(enteredIn('end', anEntryOf(), { days })).toBe(end);
  });

  it.each([
    ['2026-01-31', 'Jan 31, 2026'],
    ['2026-12-01', 'Dec 01, 2026'],
  ])('names the month of %s', (start, expected) => {
    expect(enteredIn('start', anEntryOf({ start: day(start) }), { days: 'month-name' })).toBe(expected);
  });

  it('come in the portal’s order under the portal’s labels', () => {
    const fields = [
      { field: 'title', label: 'Name of event' },
      { field: 'start' },
      { field: 'credits', label: 'Hours' },
    ];
    const layout = aLayout([], { fields: fields as SheetLayout['fields'] });

    expect(sheetFields(anEntryOf(), { layout, spoken: english }, german).map(({ label }) => label)).toEqual([
      'Name of event',
      german.sheet.fields.start,
      'Hours',
    ]);
  });

  it('have values in the language of the portal, whoever reads', () => {
    const layout = aLayout(['activity', 'delivery']);
    const values = (spoken: typeof english) =>
      sheetFields(anEntryOf(), { layout, spoken }, english).map(({ value }) => value);

    expect(values(german)).toEqual([german.kinds.webinar, german.deliveries['online-live']]);
    expect(values(english)).toEqual([english.kinds.webinar, english.deliveries['online-live']]);
  });

  it.each<[SheetField, Partial<SheetRecord>]>([
    ['provider', { provider: '' }],
    ['delivery', { delivery: '' }],
    ['description', { description: '' }],
    ['link', { link: '' }],
    ['files', { files: [] }],
    ['marks', {}],
  ])('leave out an empty %s', (field, over) => {
    expect(enteredIn(field, anEntryOf({ records: [aRecord(over)] }))).toBeUndefined();
  });
});

describe('the amounts of an entry', () => {
  const abc = aClaim();
  const xyz = aClaim({}, 'XYZ');
  const label = english.sheet.fields.credits;

  it.each<[string, readonly SheetAmount[], readonly { label: string; value: string }[]]>([
    ['one for all', [{ claims: [abc, xyz], category: undefined, credits: 125 }], [{ label, value: '1.25' }]],
    [
      'one of a category',
      [{ claims: [abc], category: 'b', credits: 200 }],
      [{ label: `${label}: Group B`, value: '2' }],
    ],
    [
      'one for each certification',
      [
        { claims: [abc], category: undefined, credits: 100 },
        { claims: [xyz], category: undefined, credits: 50 },
      ],
      [
        { label: `${label}: ABC`, value: '1' },
        { label: `${label}: XYZ`, value: '0.5' },
      ],
    ],
    ['none', [], []],
  ])('%s', (_what, amounts, expected) => {
    const portal = { layout: aLayout(['credits']), spoken: english };

    expect(sheetFields(anEntryOf({ amounts }), portal, english)).toEqual(expected);
  });

  it('keep the portal’s label before their name', () => {
    const layout = aLayout([], { fields: [{ field: 'credits', label: 'PDUs' }] });
    const amounts = [{ claims: [abc], category: 'a', credits: 300 }];

    expect(sheetFields(anEntryOf({ amounts }), { layout, spoken: english }, english)).toEqual([
      { label: 'PDUs: Group A', value: '3' },
    ]);
  });

  it.each<[string, SheetAmount]>([
    ['ABC, XYZ', { claims: [abc, xyz], category: undefined, credits: 1 }],
    ['Group A', { claims: [abc], category: 'a', credits: 1 }],
    ['unheard', { claims: [abc], category: 'unheard', credits: 1 }],
    ['a', { claims: [], category: 'a', credits: 1 }],
  ])('are named %s', (name, amount) => {
    expect(amountName(amount)).toBe(name);
  });
});

describe('what certifications disagree about', () => {
  const amountsOf = (...claims: readonly SheetClaim[]) => [{ claims, category: undefined, credits: 100 }];
  const inB = { parts: [{ category: 'b', credits: 100 }] };
  const none = { parts: [{ category: 'total', credits: 100 }] };

  it.each<[string, readonly SheetClaim[], string | undefined]>([
    ['said once if it is the same', [aClaim(), aClaim({}, 'XYZ')], 'Group A'],
    ['said for each if it differs', [aClaim(), aClaim(inB, 'XYZ')], 'ABC: Group A; XYZ: Group B'],
    ['said only where there is something', [aClaim(), aClaim(none, 'XYZ')], 'ABC: Group A'],
    ['left out if there is nothing', [aClaim(none)], undefined],
    [
      'all of one certification',
      [aClaim({ parts: [...(aClaim().parts ?? []), { category: 'b', credits: 50 }] })],
      'Group A, Group B',
    ],
  ])('is %s', (_what, claims, expected) => {
    expect(enteredIn('category', anEntryOf({ amounts: amountsOf(...claims) }))).toBe(expected);
  });

  it('counts a holding once, in however many amounts it is', () => {
    const claim = aClaim();
    const amounts = [
      { claims: [claim], category: 'a', credits: 100 },
      { claims: [claim], category: 'b', credits: 50 },
    ];

    expect(enteredIn('category', anEntryOf({ amounts }))).toBe('Group A');
  });

  it.each([
    [['ethics'], 'Ethics'],
    [['ethics', 'law'], 'Ethics, law'],
  ])('names the marks %j', (marks, expected) => {
    const parts = [
      { category: 'a', credits: 100 },
      ...marks.map((mark) => ({ category: 'a', credits: 50, marks: [mark] })),
    ];

    expect(enteredIn('marks', anEntryOf({ amounts: amountsOf(aClaim({ parts })) }))).toBe(expected);
  });
});

describe('the kind of activity', () => {
  const rule = { code: 'live', name: 'Live webcast', kinds: ['webinar'] } as const;
  const other = { code: 'more', name: 'Self study', kinds: ['webinar', 'course'] } as const;
  const never = { ...other, counts: { ...known(false as const) } };

  it.each([
    ['the body’s own name for it', [rule], 'Live webcast'],
    ['the usual name between two', [rule, other], english.kinds.webinar],
    ['the one name that counts', [rule, never], 'Live webcast'],
    ['the usual name of another kind', [{ ...rule, kinds: ['course'] as const }], english.kinds.webinar],
  ])('has %s', (_what, activities, expected) => {
    const claim = aClaim({ renewal: aRenewal({ activities }) });

    expect(enteredIn('activity', anEntryOf({ amounts: [{ claims: [claim], category: undefined, credits: 1 }] }))).toBe(
      expected,
    );
  });
});

describe('the title of an entry', () => {
  it.each<[string, SheetEntry, string, string]>([
    ['one activity', anEntryOf(), 'Zero trust', 'Zero trust'],
    [
      'a part of one',
      anEntryOf({ part: { n: 2, of: 3 } }),
      'Zero trust (part 2 of 3)',
      german.sheet.part('Zero trust', 2, 3),
    ],
    [
      'some of a month',
      bundle,
      `${english.kinds.webinar}: SANS, 2026-03 (3)`,
      german.sheet.bundle(german.kinds.webinar, 'SANS', '2026-03-02', 3),
    ],
    [
      'some without a provider',
      anEntryOf({ records: [aRecord({ provider: '' }), aRecord()] }),
      `${english.kinds.webinar}, 2026-03 (2)`,
      german.sheet.bundle(german.kinds.webinar, '', '2026-03-10', 2),
    ],
  ])('of %s', (_what, entry, inEnglish, inGerman) => {
    expect(entryTitle(entry, english)).toBe(inEnglish);
    expect(entryTitle(entry, german)).toBe(inGerman);
  });
});

describe('activities in one entry', () => {
  it.each<[SheetField, string]>([
    ['description', '2026-03-02 Zero trust; 2026-03-10 Passkeys; 2026-03-10 SBOM'],
    ['link', 'https://sans.example/1'],
    ['files', 'a.pdf; b.pdf'],
    ['provider', 'SANS'],
  ])('share a %s', (field, expected) => {
    expect(enteredIn(field, bundle)).toBe(expected);
  });

  it('are known by the ids of all', () => {
    expect(recordIds(bundle)).toBe('r1 r2 r3');
    expect(recordIds(anEntryOf({ part: { n: 1, of: 2 } }))).toBe('r1');
  });
});

describe('the warnings of an entry', () => {
  const limits = { files: { max: 1, bytes: 1_000_000 } };
  const heavy = [{ name: 'a.pdf', size: 1_000_001 }];
  const two = [
    { name: 'a.pdf', size: 500_000 },
    { name: 'b.pdf', size: 500_000 },
  ];
  const zero = [{ claims: [aClaim()], category: undefined, credits: 0 }];
  const withFiles = (files: SheetRecord['files']) => anEntryOf({ records: [aRecord({ files })] });

  it.each<[string, SheetEntry, Partial<SheetLayout>, readonly string[]]>([
    ['none', anEntryOf(), limits, []],
    ['lost credits', anEntryOf({ lost: 25 }), {}, ['0.25 lost to the portal’s step size']],
    ['nothing left', anEntryOf({ amounts: zero }), {}, [english.sheet.tooSmall]],
    ['one of two left', anEntryOf({ amounts: [...zero, ...anEntryOf().amounts] }), {}, []],
    ['too many files', withFiles(two), limits, ['2 files, but the portal accepts 1']],
    ['too large files', withFiles(heavy), limits, [english.sheet.tooHeavy(1_000_001, 1_000_000)]],
    ['no known limit', withFiles([...heavy, ...two]), {}, []],
    [
      'both, over all records',
      anEntryOf({ records: [aRecord(), aRecord()] }),
      limits,
      ['2 files, but the portal accepts 1', '2.0 MB of files, but the portal accepts 1.0 MB'],
    ],
    [
      'everything in order',
      anEntryOf({ lost: 10, amounts: zero, records: [aRecord(), aRecord()] }),
      limits,
      [
        english.sheet.lost(10),
        english.sheet.tooSmall,
        english.sheet.tooMany(2, 1),
        english.sheet.tooHeavy(2_000_000, 1_000_000),
      ],
    ],
  ])('%s', (_what, entry, over, expected) => {
    expect(warningsOf(entry, aLayout([], over), english)).toEqual(expected);
  });

  it('speak German to a German reader', () => {
    expect(warningsOf(anEntryOf({ lost: 25 }), aLayout([]), german)).toEqual([german.sheet.lost(25)]);
    expect(german.sheet.lost(25)).not.toBe(english.sheet.lost(25));
  });
});
