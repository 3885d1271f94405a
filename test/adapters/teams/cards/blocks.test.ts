import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../../../adapters/teams/cards/blocks.ts';
import { cardOf } from '../../../../adapters/teams/cards/card.ts';
import { heading, richText } from '../../../../adapters/teams/cards/text.ts';
import type { Action, Block } from '../../../../src/chat/card.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { checkCard } from '../adaptive-card.ts';
import { schemaErrors } from '../card-schema.ts';

const LOG: Action = { label: 'Log', command: 'log', args: {}, opensForm: true };
const PLAN: Action = { label: 'Plan', command: 'plan', args: {} };

describe('a block', () => {
  it.each<[string, Block, unknown]>([
    ['heading', { kind: 'heading', text: 'This year' }, [heading('This year', 'medium')]],
    ['text', { kind: 'text', text: ['a', { bold: 'b' }] }, [richText(['a', { bold: 'b' }])]],
    ['note', { kind: 'note', text: 'Until May' }, [richText('Until May', { size: 'small', isSubtle: true })]],
    ['rule', { kind: 'rule' }, [{ type: 'Container', separator: true, items: [] }]],
  ])('of the kind %s', (_name, block, elements) => {
    expect(elementsOf(block, 'chat')).toEqual(elements);
  });
});

it('draws facts as rows of a bold label and a value, close together', () => {
  const facts = [
    { label: 'Until', value: 'May' },
    { label: 'Missing', value: [{ bold: '7' }] },
  ];

  expect(elementsOf({ kind: 'facts', facts }, 'chat')).toEqual([
    {
      type: 'ColumnSet',
      spacing: 'default',
      columns: [
        { type: 'Column', width: 2, items: [richText([{ bold: 'Until' }])] },
        { type: 'Column', width: 3, items: [richText('May')] },
      ],
    },
    {
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        { type: 'Column', width: 2, items: [richText([{ bold: 'Missing' }])] },
        { type: 'Column', width: 3, items: [richText([{ bold: '7' }])] },
      ],
    },
  ]);
});

it('draws progress as a picture of half its size, described by its label', () => {
  const [label, picture] = elementsOf({ kind: 'progress', label: '24 of 40 PDU', done: 24, goal: 40 }, 'chat');

  expect(label).toEqual(richText('24 of 40 PDU'));
  expect(picture).toMatchObject({ type: 'Image', altText: '24 of 40 PDU', width: '480px', height: '12px' });
  expect(picture?.url).toMatch(/^data:image\/png;base64,/u);
});

it('draws shares as a picture of half its size, described by its label', () => {
  const [label, picture] = elementsOf({ kind: 'shares', label: 'Team', shares: [{ tone: 'best', count: 1 }] }, 'chat');

  expect(label).toEqual(richText('Team'));
  expect(picture).toMatchObject({ type: 'Image', altText: 'Team' });
  expect(picture?.url).toMatch(/^data:image\/png;base64,/u);
});

it('draws a table with its head, and the same as a list for phones', () => {
  const columns = ['Who', 'Status'];
  const [table, list] = elementsOf(
    { kind: 'table', label: 'At risk', columns, rows: [{ cells: ['Ana', 'late'] }] },
    'chat',
  );
  const cell = (...words: Parameters<typeof richText>) => ({ type: 'TableCell', items: [richText(...words)] });

  expect(table).toMatchObject({
    type: 'Table',
    targetWidth: 'atLeast:standard',
    rows: [
      { cells: columns.map((column) => cell(column, { size: 'small', isSubtle: true })) },
      { cells: [cell([{ bold: 'Ana' }]), cell('late')] },
    ],
  });
  expect(list).toEqual({
    type: 'Container',
    targetWidth: 'atMost:narrow',
    items: elementsOf({ kind: 'item', title: 'Ana', detail: ['late'] }, 'chat'),
  });
});

it('draws the buttons of rows in a column of their own, and beside the items of the list', () => {
  const action = { label: 'Show', command: 'show', args: { record: 'a' } };
  const rows = [{ cells: ['Zero trust', '1 CPE'], action }, { cells: ['Risk', ''] }];
  const [table, list] = elementsOf({ kind: 'table', label: 'L', columns: ['What', 'Credits'], rows }, 'chat');
  const drawn: readonly { cells: readonly { items: readonly unknown[] }[] }[] = JSON.parse(
    JSON.stringify(table?.rows ?? []),
  );
  const cells = drawn.map((row) => row.cells);

  expect(cells.map((row) => row.length)).toEqual([3, 3, 3]);
  expect(cells[1]?.[2]?.items[0]).toMatchObject({
    type: 'ActionSet',
    actions: [{ title: 'Show', tooltip: 'Show: Zero trust' }],
  });
  expect([cells[0]?.[2]?.items, cells[2]?.[2]?.items]).toEqual([[], []]);
  expect(JSON.stringify(list)).toContain('Show: Zero trust');
  expect(
    checkCard(
      cardOf({ title: 'T', blocks: [{ kind: 'table', label: 'L', columns: ['What', 'Credits'], rows }] }, ENGLISH),
    ),
  ).toEqual([]);
});

describe('an item', () => {
  it('without a button is its lines', () => {
    expect(elementsOf({ kind: 'item', title: 'Zero trust', detail: '2 h' }, 'chat')).toEqual([
      {
        type: 'Container',
        items: [richText([{ bold: 'Zero trust' }]), richText('2 h', { isSubtle: true, spacing: 'none' })],
      },
    ]);
    expect(elementsOf({ kind: 'item', title: 'Zero trust' }, 'chat')).toEqual([
      { type: 'Container', items: [richText([{ bold: 'Zero trust' }])] },
    ]);
  });

  it('has buttons with long labels below its lines, so that these have room on a phone', () => {
    const action = { ...LOG, label: 'Punkte eintragen' };

    expect(elementsOf({ kind: 'item', title: 'Zero trust', action }, 'chat')).toMatchObject([
      {
        type: 'Container',
        items: [
          richText([{ bold: 'Zero trust' }]),
          { type: 'ActionSet', actions: [{ title: 'Punkte eintragen', tooltip: 'Punkte eintragen: Zero trust' }] },
        ],
      },
    ]);
  });

  it('has its buttons beside its lines, each named with the title for screen readers', () => {
    const title = ['Zero ', { bold: 'trust' }];
    const [item] = elementsOf({ kind: 'item', title, action: LOG, also: PLAN }, 'chat');

    expect(item).toMatchObject({
      type: 'ColumnSet',
      columns: [
        { width: 'stretch', items: [richText([{ bold: 'Zero ' }, { bold: 'trust' }])] },
        {
          width: 'auto',
          items: [
            { type: 'ActionSet', actions: [{ title: 'Log', tooltip: 'Log: Zero trust' }] },
            { type: 'ActionSet', actions: [{ title: 'Plan', tooltip: 'Plan: Zero trust' }] },
          ],
        },
      ],
    });
  });

  it.each([
    ['chat', true],
    ['dialog', false],
  ] as const)('in a %s opens a dialog: %s', (where, opens) => {
    const drawn = JSON.stringify(elementsOf({ kind: 'item', title: 'Zero trust', action: LOG }, where));

    expect(drawn.includes('task/fetch')).toBe(opens);
  });
});

it('draws a personal button as a request that only the presser sees the answer to, in the chat alone', () => {
  const card = { title: 'Digest', blocks: [], actions: [{ ...PLAN, isPersonal: true as const }] };
  const [execute] = cardOf(card, ENGLISH).actions ?? [];
  const [submit] = cardOf(card, ENGLISH, 'dialog').actions ?? [];

  expect(execute).toMatchObject({ type: 'Action.Execute', verb: 'recert', fallback: { type: 'Action.Submit' } });
  expect(execute?.data).toEqual({ recert: { command: 'plan', args: {} } });
  expect(submit?.type).toBe('Action.Submit');
  expect(checkCard(cardOf(card, ENGLISH))).toEqual([]);
});

it('draws what a card is asked for when it is seen again', () => {
  const card = { title: 'Report', blocks: [], refresh: { command: 'report', args: { progress: 'r1' } } };

  expect(cardOf(card, ENGLISH).refresh).toEqual({
    action: { type: 'Action.Execute', verb: 'recert', data: { recert: card.refresh } },
  });
  expect(cardOf(card, ENGLISH, 'dialog').refresh).toBeUndefined();
  expect(checkCard(cardOf(card, ENGLISH))).toEqual([]);
});

it('has nothing that Microsoft’s schema doesn’t know', () => {
  const card = cardOf({ title: 'T', blocks: [{ kind: 'table', label: 'L', columns: ['Who'], rows: [] }] }, ENGLISH);
  const [, table] = card.body;

  expect(schemaErrors(card)).toEqual([]);
  expect(schemaErrors({ ...card, body: [{ ...table, firstRowAsHeaders: true }] })).toEqual([
    expect.stringMatching(/^Table must NOT have additional properties .*firstRowAsHeaders/u),
  ]);
});

it('puts the button of a long item below it, where it takes no room from the text', () => {
  const action = { label: 'Show', command: 'show', args: {} };
  const [short] = elementsOf({ kind: 'item', title: 'CISSP', detail: 'until 31 Dec 2026', action }, 'chat');
  const [long] = elementsOf({ kind: 'item', title: 'CISSP', detail: 'until 31 Dec 2026 '.repeat(9), action }, 'chat');

  expect([short?.type, long?.type]).toEqual(['ColumnSet', 'Container']);
});

it('gives the labels of facts half of the width where a word would not fit', () => {
  const widths = (label: string) => {
    const [drawn] = elementsOf({ kind: 'facts', facts: [{ label, value: 'add, certs' }] }, 'chat');
    const columns = (drawn?.columns ?? []) as readonly { readonly width: number }[];
    return columns.map(({ width }) => width);
  };

  expect([widths('Records'), widths('Zertifizierungen')]).toEqual([
    [2, 3],
    [1, 1],
  ]);
});
