import { describe, expect, it } from 'vitest';
import { cardWords } from '../../../src/chat/card-as-text.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { SheetEntry } from '../../../src/domain/entry-sheet.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import {
  entryCard,
  type ListedEntry,
  type ShownSheet,
  sheetCard,
  sheetsCard,
  type Tick,
  tickForm,
} from '../../../src/views/reports/entry-sheet-card.ts';
import { type TeamEntry, teamSheetCard } from '../../../src/views/reports/team-sheet-card.ts';
import { aCertification, aRenewal, known } from '../../domain/rules.ts';
import { itemsIn } from '../../support/conversation.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const submitted: Tick = { state: 'submitted', on: day('2026-04-01'), reference: 'X-7' };

function listed(n: number, tick?: Tick, over: Partial<SheetEntry> = {}): ListedEntry {
  const renewal = aRenewal();
  const certification = aCertification({ renewal });
  const claim = { holdingId: 'h', certification, renewal, parts: [] };
  const entry: SheetEntry = {
    records: [
      {
        id: `r${n}`,
        title: `Talk ${n}`,
        provider: '',
        kind: 'webinar',
        delivery: '',
        start: day('2026-03-09'),
        end: day('2026-03-09'),
        description: '',
        link: '',
        files: [],
        claims: [],
      },
    ],
    start: day('2026-03-09'),
    end: day('2026-03-09'),
    amounts: [{ claims: [claim], category: undefined, credits: 100 }],
    lost: 0,
    ...over,
  };
  return { key: `k${n}`, entry, tick };
}

function some(count: number): readonly ListedEntry[] {
  return Array.from({ length: count }, (_, index) => listed(index + 1));
}

function aSheet(over: Partial<ShownSheet> = {}): ShownSheet {
  const layout = { ...known(0), fields: [{ field: 'title' }], days: 'iso', amounts: 'one', bundles: false } as const;
  return {
    body: 'ISC2',
    portal: 'https://portal.example',
    layout,
    isKnown: true,
    spoken: english,
    byMonth: false,
    open: some(1),
    done: [],
    seen: 'hash',
    ...over,
  };
}

const bundling = { ...aSheet().layout, bundles: true };
const buttons = (card: { actions?: readonly { command: string; args: object; label: string }[] }) =>
  (card.actions ?? []).map(({ label, command, args }) => [label, command, args]);

describe.each([
  ['English', english],
  ['German', german],
])('the bodies in %s', (_language, words) => {
  const phrases = words.sheet;

  it('say that there is nothing to enter', () => {
    expect(sheetsCard([], words)).toEqual({
      title: phrases.nothingLogged,
      blocks: [],
    });
  });

  it.each([
    [0, 'https://portal.example', `${phrases.allEntered} · https://portal.example`],
    [1, '', phrases.toEnter(1)],
    [2, '', phrases.toEnter(2)],
  ])('with %i to enter at “%s”', (count, portal, detail) => {
    const card = sheetsCard([aSheet({ open: some(count), portal })], words);

    expect(card.blocks).toEqual([
      {
        kind: 'item',
        title: [{ bold: 'ISC2' }],
        detail,
        action: { label: phrases.show, command: 'sheet', args: { text: 'ISC2' } },
      },
      { kind: 'note', text: phrases.never },
    ]);
  });
});

describe.each([
  ['English', english],
  ['German', german],
])('the sheet of a body in %s', (_language, words) => {
  const phrases = words.sheet;

  it.each([
    ['nothing open', { open: [], done: [listed(1, submitted)] }, phrases.allEntered],
    ['one open', {}, phrases.toEnter(1)],
    ['two open', { open: some(2) }, phrases.toEnter(2)],
  ])('says first how many are to be entered: %s', (_what, over, text) => {
    const card = sheetCard(aSheet({ ...over, portal: '' }), 0, words);

    expect(card.title).toBe(`${phrases.of('ISC2')} · ${text}`);
    expect(card.blocks[0]?.kind).toBe('table');
  });

  it('names the portal where it is known', () => {
    expect(sheetCard(aSheet(), 0, words).blocks[0]).toEqual({
      kind: 'text',
      text: 'https://portal.example',
    });
  });

  it.each<[string, Partial<ShownSheet>, readonly unknown[]]>([
    [
      'one open',
      {},
      [
        [phrases.files, 'sheet', { text: 'ISC2', files: 'yes' }],
        [phrases.allSubmitted(1), 'tick', { body: 'ISC2', all: 'hash', state: 'submitted' }],
      ],
    ],
    [
      'nothing open',
      { open: [], done: [listed(1, submitted)] },
      [[phrases.files, 'sheet', { text: 'ISC2', files: 'yes' }]],
    ],
    [
      'a portal that takes months',
      { open: [], layout: bundling },
      [
        [phrases.files, 'sheet', { text: 'ISC2', files: 'yes' }],
        [phrases.byMonth, 'sheet', { text: 'ISC2', monthly: 'yes' }],
      ],
    ],
    [
      'by month',
      { open: some(3), layout: bundling, byMonth: true },
      [
        [phrases.files, 'sheet', { text: 'ISC2', files: 'yes', monthly: 'yes' }],
        [phrases.allSubmitted(3), 'tick', { body: 'ISC2', all: 'hash', state: 'submitted', monthly: 'yes' }],
        [phrases.oneByOne, 'sheet', { text: 'ISC2' }],
      ],
    ],
  ])('has the buttons of %s', (_what, over, expected) => {
    expect(buttons(sheetCard(aSheet(over), 0, words))).toEqual(expected);
  });

  it.each([
    [0, ['Talk 1', 'Talk 6'], words.record.page(1, 6, 14), [[words.record.newer, '6']]],
    [
      6,
      ['Talk 7', 'Talk 12'],
      words.record.page(7, 12, 14),
      [
        [words.record.older, '0'],
        [words.record.newer, '12'],
      ],
    ],
    [12, ['Talk 13', 'Talk 14'], words.record.page(13, 14, 14), [[words.record.older, '6']]],
  ])('shows six from %i on, and keeps the month on other pages', (from, [first, last], where, turns) => {
    const card = sheetCard(aSheet({ open: some(14), byMonth: true }), from, words);
    const titles = itemsIn(card).map(({ title }) => title);
    const pages = (card.actions ?? []).filter(({ args }) => 'skip' in args);

    expect([titles[0], titles.at(-1)]).toEqual([[{ bold: first }], [{ bold: last }]]);
    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text: `${where}. ${phrases.never}` });
    expect(pages.map(({ label, args }) => [label, args.skip])).toEqual(turns);
    expect(pages.every(({ args }) => args.monthly === 'yes' && args.text === 'ISC2')).toBe(true);
  });

  it('says that the fields of a portal are not known', () => {
    expect(sheetCard(aSheet({ isKnown: false }), 0, words).blocks.at(-1)).toEqual({
      kind: 'note',
      text: `${phrases.entries(1)}. ${phrases.anyPortal}. ${phrases.never}`,
    });
  });

  it('lists what is open before what is done, with its state and its problems', () => {
    const sheet = aSheet({ open: [listed(1, undefined, { lost: 25 })], done: [listed(2, submitted)], byMonth: true });
    const items = itemsIn(sheetCard(sheet, 0, words)).map((item) => ({
      ...item,
      detail: plainTextOf(item.detail ?? ''),
    }));
    const when = words.span(day('2026-03-09'), day('2026-03-09'));
    const action = { label: phrases.show, command: 'sheet' };

    expect(items).toEqual([
      {
        kind: 'item',
        title: [{ bold: 'Talk 1' }],
        detail: `${when} · ABC ${words.credits(100, aRenewal().unit)} · ${phrases.lost(25)}`,
        action: { ...action, args: { text: 'ISC2', entry: 'k1', monthly: 'yes' } },
      },
      {
        kind: 'item',
        title: [{ bold: 'Talk 2' }],
        detail: `${when} · ABC ${words.credits(100, aRenewal().unit)} · ${phrases.tick('submitted', day('2026-04-01'), 'X-7')}`,
        action: { ...action, args: { text: 'ISC2', entry: 'k2', monthly: 'yes' } },
      },
    ]);
  });
});

describe('one entry', () => {
  const { sheet: phrases } = english;
  const labels = { submitted: phrases.buttons.submitted, answer: phrases.buttons.answer, none: phrases.buttons.none };

  it.each<[string, Tick | undefined, readonly string[]]>([
    ['not submitted', undefined, [labels.submitted, labels.answer, phrases.back]],
    ['submitted', submitted, [labels.answer, labels.none, phrases.back]],
    ['accepted', { ...submitted, state: 'accepted' }, [labels.answer, labels.none, phrases.back]],
    ['rejected', { ...submitted, state: 'rejected' }, [labels.submitted, labels.answer, labels.none, phrases.back]],
  ])('that is %s has its buttons', (_what, tick, expected) => {
    const card = entryCard(listed(1, tick), aSheet(), english);

    expect((card.actions ?? []).map(({ label }) => label)).toEqual(expected);
  });

  it.each([
    [false, {}],
    [true, { monthly: 'yes' }],
  ])('marks itself, by month %s', (byMonth, monthly) => {
    const card = entryCard(listed(1, { ...submitted, state: 'rejected' }), aSheet({ byMonth }), english);

    expect(card.actions).toEqual([
      {
        label: labels.submitted,
        command: 'tick',
        args: { body: 'ISC2', entry: 'k1', ...monthly, state: 'submitted' },
        style: 'primary',
      },
      {
        label: labels.answer,
        command: 'tick',
        args: { body: 'ISC2', entry: 'k1', ...monthly, state: 'answer' },
        opensForm: true,
      },
      { label: labels.none, command: 'tick', args: { body: 'ISC2', entry: 'k1', ...monthly, state: 'none' } },
      { label: phrases.back, command: 'sheet', args: { text: 'ISC2', ...monthly } },
    ]);
  });

  it('shows its values, its problems and its state', () => {
    expect(entryCard(listed(4, submitted, { lost: 25 }), aSheet(), german)).toMatchObject({
      title: 'Talk 4',
      blocks: [
        { kind: 'text', text: `${german.sheet.of('ISC2')} · https://portal.example` },
        { kind: 'facts', facts: [{ label: german.sheet.fields.title, value: 'Talk 4' }] },
        { kind: 'note', text: german.sheet.lost(25) },
        { kind: 'text', text: german.sheet.tick('submitted', day('2026-04-01'), 'X-7') },
      ],
    });
  });

  it('without a portal and a state says neither', () => {
    expect(entryCard(listed(1), aSheet({ portal: '' }), english).blocks).toEqual([
      { kind: 'text', text: phrases.of('ISC2') },
      { kind: 'facts', facts: [{ label: phrases.fields.title, value: 'Talk 1' }] },
    ]);
  });
});

describe('the answer of a body', () => {
  const form = tickForm({ title: 'Talk 1', answers: { state: 'accepted' }, state: 'k1' }, german);

  it('is asked for with its day and reference', () => {
    expect(form).toMatchObject({
      command: 'tick',
      title: german.sheet.formTitle,
      answers: { state: 'accepted' },
      state: 'k1',
    });
    expect(form.parts.map((part) => ('name' in part ? part.name : part.kind))).toEqual([
      'text',
      'state',
      'on',
      'reference',
    ]);
    expect(form.parts[1]).toMatchObject({
      options: [
        { value: 'submitted', label: german.sheet.states.submitted },
        { value: 'accepted', label: german.sheet.states.accepted },
        { value: 'rejected', label: german.sheet.states.rejected },
      ],
    });
    expect(form.parts[3]).toMatchObject({ optional: true, maxLength: 100 });
  });

  it('carries errors only if there are some', () => {
    const errors = { on: 'too late' };

    expect('errors' in form).toBe(false);
    expect(tickForm({ title: 'T', answers: {}, state: 's', errors }, english).errors).toEqual(errors);
  });
});

describe('the portals of a team', () => {
  const { sheet: phrases, record, team } = english;
  const risk = [team.risk, 'risk', { text: 't1' }];
  const counts = { open: 0, submitted: 0, accepted: 0, rejected: 0 };
  const one: TeamEntry = { name: 'Ana', body: 'ISC2', counts, openCredits: 0, last: undefined };
  const shown = { teamId: 't1', name: 'Security' };

  it.each([
    ['nothing', one, ''],
    ['open credits', { ...one, counts: { ...counts, open: 2 }, openCredits: 350 }, '2 not submitted (3.5 credits)'],
    [
      'all states in order',
      {
        ...one,
        counts: { open: 1, submitted: 3, accepted: 4, rejected: 2 },
        openCredits: 200,
        last: day('2026-04-01'),
      },
      '1 not submitted (2 credits) · 2 rejected · 3 submitted · 4 accepted · last updated 1 Apr 2026',
    ],
  ])('say of a member %s', (_what, person, detail) => {
    const card = teamSheetCard(shown, { people: [person], from: 0 }, english);

    expect(cardWords(card).split('\n')).toEqual([
      phrases.teamTitle('Security'),
      detail === '' ? 'Ana · ISC2' : `Ana · ISC2: ${detail}`,
      phrases.teamNote,
    ]);
    expect(card.actions).toEqual([{ label: team.risk, command: 'risk', args: { text: 't1' } }]);
  });

  it('say that there is nothing', () => {
    const card = teamSheetCard(shown, { people: [], from: 0 }, german);

    expect(card.blocks).toEqual([{ kind: 'text', text: german.sheet.teamNothing }]);
    expect(card.title).toBe(german.sheet.teamTitle('Security'));
  });

  it.each([
    [0, 10, [[record.older, 'sheet', { text: 'team Security', skip: '10' }], risk], record.page(1, 10, 12)],
    [10, 2, [[record.newer, 'sheet', { text: 'team Security', skip: '0' }], risk], record.page(11, 12, 12)],
  ])('show ten from %i on', (from, count, expected, where) => {
    const people = Array.from({ length: 12 }, (_, index) => ({ ...one, name: `P${index}` }));
    const card = teamSheetCard(shown, { people, from }, english);

    expect(card.blocks[0]?.kind === 'table' && card.blocks[0].rows).toHaveLength(count);
    expect(buttons(card)).toEqual(expected);
    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text: `${where}. ${phrases.teamNote}` });
  });
});
