import { describe, expect, it } from 'vitest';
import { blocksOf, buttonRows, header } from '../../../../adapters/slack/cards/blocks.ts';
import { newButtons } from '../../../../adapters/slack/cards/buttons.ts';
import { richText } from '../../../../adapters/slack/cards/text.ts';
import type { Action, Block } from '../../../../src/chat/card.ts';

const LOG: Action = { label: 'Log', command: 'log', args: {} };
const PLAN: Action = { label: 'Plan', command: 'plan', args: {} };
const LINK = { link: 'here', url: 'https://example.org' };
const drawn = (block: Block) => blocksOf(block, newButtons({ cancel: 'Cancel' }));

it('draws a header of at most 150 characters', () => {
  expect(header('a'.repeat(151))).toEqual({
    type: 'header',
    text: { type: 'plain_text', text: `${'a'.repeat(149)}…`, emoji: false },
  });
});

describe('a block', () => {
  it.each<[string, Block, unknown]>([
    [
      'heading',
      { kind: 'heading', text: 'This year' },
      [{ type: 'header', text: { type: 'plain_text', text: 'This year', emoji: false } }],
    ],
    ['text', { kind: 'text', text: ['See ', LINK] }, [richText('See ', LINK)]],
    ['rule', { kind: 'rule' }, [{ type: 'divider' }]],
    [
      'note without a link',
      { kind: 'note', text: ['Until ', { bold: 'May' }] },
      [{ type: 'context', elements: [{ type: 'plain_text', text: 'Until May', emoji: false }] }],
    ],
    ['note with a link', { kind: 'note', text: ['See ', LINK] }, [richText('See ', LINK)]],
  ])('of the kind %s', (_name, block, blocks) => {
    expect(drawn(block)).toEqual(blocks);
  });
});

describe('facts', () => {
  const facts = (count: number): Block => ({
    kind: 'facts',
    facts: Array.from({ length: count }, (_, index) => ({ label: `L${index}`, value: `V${index}` })),
  });

  it('are lines of a bold label and a value', () => {
    expect(drawn(facts(2))).toEqual([richText({ bold: 'L0:' }, ' ', 'V0', '\n', { bold: 'L1:' }, ' ', 'V1')]);
  });

  it.each([
    [0, 0],
    [10, 1],
    [11, 2],
    [21, 3],
  ])('%i of them take %i blocks', (count, blocks) => {
    expect(drawn(facts(count))).toHaveLength(blocks);
  });
});

describe('progress', () => {
  it.each`
    done    | goal    | filled | percent
    ${0}    | ${40}   | ${0}   | ${0}
    ${1}    | ${40}   | ${0}   | ${2}
    ${2}    | ${40}   | ${1}   | ${5}
    ${20}   | ${40}   | ${10}  | ${50}
    ${3999} | ${4000} | ${19}  | ${99}
    ${40}   | ${40}   | ${20}  | ${100}
    ${60}   | ${40}   | ${20}  | ${100}
    ${-5}   | ${40}   | ${0}   | ${0}
    ${0}    | ${0}    | ${20}  | ${100}
    ${0}    | ${-1}   | ${20}  | ${100}
  `('of $done in $goal fills $filled of 20 and reads $percent %', ({ done, goal, filled, percent }) => {
    const bar = `${percent === 100 ? '🟩' : '🟦'} ${'▓'.repeat(filled)}${'░'.repeat(20 - filled)} ${percent} %`;

    expect(drawn({ kind: 'progress', label: 'Pace', done, goal })).toEqual([richText('Pace', `\n${bar}`)]);
  });

  it.each`
    due   | tone      | bar
    ${20} | ${'late'} | ${'🟧 ▓▓▓▓▓░░░░░┃░░░░░░░░░░ 25 %'}
    ${4}  | ${'best'} | ${'🟩 ▓▓┃▓▓▓░░░░░░░░░░░░░░░ 25 %'}
    ${0}  | ${'none'} | ${'⬜ ▓▓▓▓▓░░░░░░░░░░░░░░░ 25 %'}
    ${40} | ${'lost'} | ${'🟥 ▓▓▓▓▓░░░░░░░░░░░░░░░ 25 %'}
  `('marks $due of 40 as today, with the colour of $tone', ({ due, tone, bar }) => {
    const block: Block = { kind: 'progress', label: 'Pace', done: 10, goal: 40, due, tone };

    expect(drawn(block)).toEqual([richText('Pace', `\n${bar}`)]);
  });
});

it('draws shares as 20 squares in the order given', () => {
  const shares = [
    { tone: 'lost', count: 1 },
    { tone: 'best', count: 2 },
    { tone: 'none', count: 0 },
    { tone: 'late', count: 1 },
  ] as const;

  expect(drawn({ kind: 'shares', label: 'Team', shares })).toEqual([
    richText('Team', `\n${'🟥'.repeat(5)}${'🟩'.repeat(10)}${'🟧'.repeat(5)}`),
  ]);
});

describe('an item', () => {
  it('with one button is a section with the button beside it', () => {
    const [block, ...others] = drawn({ kind: 'item', title: ['Zero ', { bold: 'trust' }], detail: '2 h', action: LOG });

    expect(others).toEqual([]);
    expect(block).toMatchObject({
      type: 'section',
      text: { type: 'plain_text', text: 'Zero trust\n2 h' },
      accessory: { type: 'button', text: { text: 'Log' }, accessibility_label: 'Log: Zero trust' },
    });
  });

  it('without a button is rich text with a bold title', () => {
    expect(drawn({ kind: 'item', title: 'Zero trust', detail: '2 h' })).toEqual([
      richText({ bold: 'Zero trust' }, '\n', '2 h'),
    ]);
  });

  it('without a detail has no second line', () => {
    expect(drawn({ kind: 'item', title: 'Zero trust' })).toEqual([richText({ bold: 'Zero trust' })]);
    expect(drawn({ kind: 'item', title: 'Zero trust', action: LOG })).toMatchObject([{ text: { text: 'Zero trust' } }]);
  });

  it.each<[string, Block]>([
    ['a link in its title', { kind: 'item', title: ['See ', LINK], action: LOG }],
    ['a link in its detail', { kind: 'item', title: 'Zero trust', detail: [LINK], action: LOG }],
    ['two buttons', { kind: 'item', title: 'Zero trust', action: LOG, also: PLAN }],
  ])('with %s has its buttons below', (_name, block) => {
    expect(drawn(block).map(({ type }) => type)).toEqual(['rich_text', 'actions']);
  });

  it('keeps the order of its two buttons', () => {
    const [, row] = drawn({ kind: 'item', title: 'Zero trust', action: LOG, also: PLAN });

    expect(row).toMatchObject({
      elements: [
        { text: { text: 'Log' }, accessibility_label: 'Log: Zero trust' },
        { text: { text: 'Plan' }, accessibility_label: 'Plan: Zero trust' },
      ],
    });
  });
});

it.each([
  [0, []],
  [25, [25]],
  [26, [25, 1]],
  [60, [25, 25, 10]],
])('puts %i buttons in rows of %j', (count, rows) => {
  const actions = Array.from({ length: count }, (_, index) => ({ ...LOG, args: { id: `${index}` } }));

  const blocks = buttonRows(actions, newButtons({ cancel: 'Cancel' }));

  expect(blocks.map((row) => ('elements' in row ? row.elements.length : -1))).toEqual(rows);
});

it('puts the button of a long item below it, where it takes no room from the text', () => {
  const action = { label: 'Show', command: 'show', args: {} };
  const kinds = (detail: string) => drawn({ kind: 'item', title: 'CISSP', detail, action }).map(({ type }) => type);

  expect(kinds('until 31 Dec 2026')).toEqual(['section']);
  expect(kinds('until 31 Dec 2026 '.repeat(9))).toEqual(['rich_text', 'actions']);
});
