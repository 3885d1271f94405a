import { describe, expect, it } from 'vitest';
import { cardView, homeView, message } from '../../../../adapters/slack/cards/message.ts';
import { modal, noticeView } from '../../../../adapters/slack/cards/modal.ts';
import type { Block } from '../../../../src/chat/card.ts';
import type { Form, FormPart, Option } from '../../../../src/chat/form.ts';
import { shorten } from '../../../../src/chat/shorten.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { everyBlock, everyCard, everyForm, everyPart } from '../../../support/samples.ts';
import { checkBlockKit, textsOf } from '../block-kit.ts';

const WORDS = [
  ['short', 'Zero trust'],
  ['long', 'Zero trust and what it takes. '.repeat(500)],
  ['empty', ''],
  ['blank', ' \n '],
  ['of emoji', '👩‍👩‍👧‍👦'.repeat(400)],
  ['of lone surrogates', '\ud83d'.repeat(200)],
] as const;
const form = (parts: readonly FormPart[], rest: Partial<Form> = {}): Form => ({
  command: 'log',
  title: 'Log credits',
  submit: 'Log',
  parts,
  ...rest,
});
const many = (count: number): Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));

describe('within every limit, whatever the words are like', () => {
  it.each(WORDS)('a card of %s words', (_name, words) => {
    expect(checkBlockKit(message(everyCard(words), ENGLISH))).toEqual([]);
    expect(checkBlockKit(homeView(everyCard(words), ENGLISH, { at: 0 }))).toEqual([]);
    expect(checkBlockKit(cardView(everyCard(words), ENGLISH))).toEqual([]);
  });

  it('a card in a modal, with its buttons', () => {
    const action = { label: 'One', command: 'pace', args: {} };
    const view = cardView(
      { title: 'Title', blocks: [{ kind: 'item', title: 'Zero trust', action, also: { ...action, label: 'Two' } }] },
      ENGLISH,
    );

    expect(checkBlockKit(view)).toEqual([]);
    expect(JSON.stringify(view.blocks)).toMatch(/"button".*(?:One|Two)/);
  });

  it.each(WORDS)('a form of %s words', (_name, words) => {
    expect(checkBlockKit(modal(everyForm(words), ENGLISH, 'C0TEAM'))).toEqual([]);
    expect(checkBlockKit(modal(form(everyPart(words)), ENGLISH))).toEqual([]);
    expect(checkBlockKit(noticeView({ title: words, text: words }, ENGLISH))).toEqual([]);
  });

  it.each(everyBlock('Words').map((block) => [block.kind, block] as const))('a lone %s', (_kind, block) => {
    expect(checkBlockKit(message({ title: 'Title', blocks: [block] }, ENGLISH))).toEqual([]);
  });

  it.each(everyPart('Words').map((part) => [part.kind, part] as const))('a lone %s field', (_kind, part) => {
    expect(checkBlockKit(modal(form([part]), ENGLISH))).toEqual([]);
  });
});

describe('what does not fit', () => {
  it('is counted in a note, and the buttons stay', () => {
    const blocks = Array.from({ length: 80 }, (_, index): Block => ({ kind: 'text', text: `Line ${index}` }));
    const actions = Array.from({ length: 30 }, (_, index) => ({
      label: `B${index}`,
      command: 'log',
      args: { id: `${index}` },
    }));

    const drawn = message({ title: 'Many', blocks, actions }, ENGLISH);

    expect(checkBlockKit(drawn)).toEqual([]);
    expect(drawn.blocks.length).toBe(50);
    expect(textsOf(drawn.blocks)).toContain('… and 34 more.');
    expect(textsOf(drawn.blocks)).toContain('B29');
  });

  it('leaves a card of just enough blocks whole', () => {
    const blocks = Array.from({ length: 49 }, (_, index): Block => ({ kind: 'text', text: `Line ${index}` }));

    expect(textsOf(message({ title: 'Full', blocks }, ENGLISH).blocks)).toContain('Line 48');
  });

  it('is counted too when the words alone are too many', () => {
    const blocks = Array.from({ length: 10 }, (): Block => ({ kind: 'text', text: 'x'.repeat(2900) }));

    const drawn = message({ title: 'Wordy', blocks }, ENGLISH);

    expect(checkBlockKit(drawn)).toEqual([]);
    expect(textsOf(drawn.blocks)).toContain('… and 7 more.');
  });

  it('keeps hundreds of facts and options', () => {
    const facts = Array.from({ length: 60 }, (_, index) => ({ label: `F${index}`, value: `${index}` }));
    const parts: FormPart[] = [{ kind: 'choice', name: 'c', label: 'Choice', options: many(250) }];

    const card = message({ title: 'Facts', blocks: [{ kind: 'facts', facts }] }, ENGLISH);
    const view = modal(form(parts, { answers: { c: 'v249' } }), ENGLISH);

    expect([checkBlockKit(card), checkBlockKit(view)]).toEqual([[], []]);
    expect(textsOf(card.blocks)).toContain('F59:');
    expect(JSON.stringify(view)).toContain('"initial_option":{"text":{"type":"plain_text","text":"Option 249"');
  });

  it('says that more parts of a form are missing', () => {
    const parts = Array.from({ length: 120 }, (_, index): FormPart => ({ kind: 'text', text: `Part ${index}` }));

    const view = modal(form(parts), ENGLISH);

    expect(checkBlockKit(view)).toEqual([]);
    expect(textsOf(view.blocks)).toContain('… and 21 more.');
  });

  it.each`
    text                | most  | shown
    ${'Zero trust'}     | ${10} | ${'Zero trust'}
    ${'Zero trust'}     | ${9}  | ${'Zero tru…'}
    ${'Zero trust'}     | ${6}  | ${'Zero…'}
    ${'ab👩‍👩‍👧‍👦cd'}         | ${8}  | ${'ab…'}
    ${'e\u0301e\u0301'} | ${3}  | ${'e\u0301…'}
  `('is cut visibly and between characters: $shown', ({ text, most: max, shown }) => {
    expect(shorten(text, max)).toBe(shown);
  });

  it('is an error where cutting would lose what a button means', () => {
    const action = { label: 'Log', command: 'log', args: { id: 'x'.repeat(2000) } };

    expect(() => message({ title: 'T', blocks: [], actions: [action] }, ENGLISH)).toThrow('carry ids only');
    expect(() => modal(form([], { state: 'x'.repeat(3000) }), ENGLISH)).toThrow('remembers');
  });
});

describe('a card', () => {
  it('gives buttons ids of their own, the same each time', () => {
    const ids = () => JSON.stringify(message(everyCard('Words'), ENGLISH)).match(/"action_id":"[^"]+"/gu);

    expect(new Set(ids()).size).toBe(5);
    expect(ids()).toEqual(ids());
  });

  it('says the same in words', () => {
    const blocks: Block[] = [
      { kind: 'progress', label: '24 of 40 CPE', done: 24, goal: 40 },
      { kind: 'facts', facts: [{ label: 'Due', value: [{ bold: '31 December' }] }] },
      { kind: 'item', title: 'A course', detail: '3 CPE' },
    ];

    expect(message({ title: 'Pace', blocks }, ENGLISH).text).toBe(
      'Pace\n24 of 40 CPE\nDue: 31 December\nA course: 3 CPE',
    );
  });
});

describe('a mention', () => {
  const drawn = (user: string) => {
    const card = {
      title: 'T',
      blocks: [{ kind: 'item', title: [{ mention: 'Ana', user }], detail: 'behind' } as const],
    };
    const shown = message(card, ENGLISH);
    expect(checkBlockKit(shown)).toEqual([]);
    return shown;
  };

  it('notifies the user, and says their name where nothing is drawn', () => {
    const shown = drawn('U0ANNA');

    expect(JSON.stringify(shown.blocks)).toContain('{"type":"user","user_id":"U0ANNA"}');
    expect(shown.text).toBe('T\nAna: behind');
  });

  it.each(['!channel', 'ana', 'U0ANNA> <!here', ''])('of %j is a name', (user) => {
    expect(JSON.stringify(drawn(user).blocks)).toContain('{"type":"text","text":"Ana","style":{"bold":true}}');
  });
});

describe('a table', () => {
  const table = (name: string, rows = 1): Block => ({
    kind: 'table',
    label: name,
    columns: ['Who', 'Status'],
    rows: Array.from({ length: rows }, () => ({ cells: [name, ''] })),
  });
  const kinds = (blocks: readonly { readonly type: string }[]) => blocks.slice(1).map(({ type }) => type);

  it('is drawn as a table, without markup and without empty cells', () => {
    expect(message({ title: 'T', blocks: [table('*Ana* <!channel>')] }, ENGLISH).blocks.at(-1)).toEqual({
      type: 'table',
      column_settings: [{ is_wrapped: true }, { is_wrapped: true }],
      rows: [
        [
          { type: 'raw_text', text: 'Who' },
          { type: 'raw_text', text: 'Status' },
        ],
        [
          { type: 'raw_text', text: '*Ana* <!channel>' },
          { type: 'raw_text', text: '–' },
        ],
      ],
    });
  });

  it('has numbered rows if they have buttons, which are below and are read aloud with their row', () => {
    const show = (record: string) => ({ label: 'Show', command: 'show', args: { record } });
    const rows = [
      { cells: ['Zero trust', '1 CPE'], action: show('a') },
      { cells: ['Risk', ''] },
      { cells: ['Law', ''], action: show('b') },
    ];
    const { blocks } = message(
      { title: 'T', blocks: [{ kind: 'table', label: 'L', columns: ['What', 'Credits'], rows }] },
      ENGLISH,
    );
    const [, drawn, below] = blocks;
    const buttons = below?.type === 'actions' ? below.elements : [];

    expect(kinds(blocks)).toEqual(['table', 'actions']);
    expect(drawn).toMatchObject({
      rows: [{}, [{ text: '1. Zero trust' }, {}], [{ text: '2. Risk' }, {}], [{ text: '3. Law' }, {}]],
    });
    expect(buttons).toMatchObject([
      { text: { text: 'Show 1' }, accessibility_label: 'Show 1: Zero trust' },
      { text: { text: 'Show 3' }, accessibility_label: 'Show 3: Law' },
    ]);
    expect(
      kinds(cardView({ title: 'T', blocks: [{ kind: 'table', label: 'L', columns: ['What'], rows }] }, ENGLISH).blocks),
    ).toEqual(['section', 'rich_text', 'section']);
  });

  it('is a list where Slack takes no table: beside another one, with too many rows, and in a view', () => {
    const drawn = (...blocks: readonly Block[]) => kinds(message({ title: 'T', blocks }, ENGLISH).blocks);

    expect(drawn(table('Ana'), table('Bo'))).toEqual(['table', 'rich_text']);
    expect(drawn(table('Ana', 99))).toEqual(['table']);
    expect(drawn(table('Ana', 100))).not.toContain('table');
    expect(kinds(cardView({ title: 'T', blocks: [table('Ana')] }, ENGLISH).blocks)).toEqual(['rich_text']);
    expect(kinds(homeView({ title: 'T', blocks: [table('Ana')] }, ENGLISH, { at: 0 }).blocks)).toEqual(['rich_text']);
  });
});

describe('shares', () => {
  it('are drawn as squares, twenty in all', () => {
    const shares = [
      { tone: 'lost', count: 1 },
      { tone: 'late', count: 3 },
      { tone: 'best', count: 6 },
    ] as const;
    const drawn = message({ title: 'T', blocks: [{ kind: 'shares', label: '6 of 10 on pace', shares }] }, ENGLISH);

    expect(textsOf(drawn.blocks)).toContain(`\n${'🟥'.repeat(3)}${'🟧'.repeat(6)}${'🟩'.repeat(11)}`);
    expect(drawn.text).toBe('T\n6 of 10 on pace');
  });
});

describe('a form', () => {
  it('shows again what was typed and chosen', () => {
    const json = JSON.stringify(modal(everyForm('Typed'), ENGLISH));

    expect(json).toContain('"initial_value":"Typed"');
    expect(json).toContain('"initial_date":"2026-03-31"');
    expect(json.match(/"initial_option":\{[^}]*\},"value":"(?:b|a)"/gu)?.length).toBe(2);
    expect(json).toContain('"initial_options":[');
  });

  it.each(['31.3.2026', '2026-02-31', '2026-13-01'])('leaves out the day %s, which no calendar has', (day) => {
    const view = modal(form([{ kind: 'date', name: 'd', label: 'Day' }], { answers: { d: day } }), ENGLISH);

    expect(JSON.stringify(view)).not.toContain('initial_date');
  });

  it('leaves out an answer that is not offered', () => {
    const parts: FormPart[] = [{ kind: 'choices', name: 'c', label: 'C', options: many(2) }];

    const view = modal(form(parts, { answers: { c: ['gone'] } }), ENGLISH);

    expect(checkBlockKit(view)).toEqual([]);
    expect(JSON.stringify(view)).not.toContain('initial');
  });

  it('says when there is nothing to choose from', () => {
    const view = modal(form([{ kind: 'choice', name: 'c', label: 'C', options: [] }]), ENGLISH);

    expect(checkBlockKit(view)).toEqual([]);
    expect(textsOf(view.blocks).join('')).toContain('No options available.');
  });
});
