import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/chat/card.ts';
import type { Field, Form } from '../../src/chat/form.ts';
import type { PlatformPhrases } from '../../src/chat/platform-phrases.ts';
import { ENGLISH, englishIn, GERMAN } from '../support/phrases.ts';

/** How an adapter draws; what it returns is everything that reaches a person's eyes, entities resolved. */
export interface Drawing {
  card(card: Card, phrases: PlatformPhrases): string;
  form(form: Form, phrases: PlatformPhrases): string;
  /** It adds no words but those that are the same in both languages. */
  readonly isBare?: true;
}

const action = { label: 'Press me', command: 'pace', args: { text: 'cissp' } };
const blocks: Readonly<Record<Block['kind'], { block: Block; words: readonly string[] }>> = {
  heading: { block: { kind: 'heading', text: 'A heading' }, words: ['A heading'] },
  text: { block: { kind: 'text', text: ['plain ', { bold: 'bold' }] }, words: ['plain', 'bold'] },
  note: { block: { kind: 'note', text: 'A note' }, words: ['A note'] },
  rule: { block: { kind: 'rule' }, words: [] },
  facts: { block: { kind: 'facts', facts: [{ label: 'Deadline', value: 'soon' }] }, words: ['Deadline', 'soon'] },
  progress: { block: { kind: 'progress', label: '60 of 120 CPE', done: 60, goal: 120 }, words: ['60 of 120 CPE'] },
  shares: {
    block: {
      kind: 'shares',
      label: '3 of 4 on pace',
      shares: [
        { tone: 'good', count: 3 },
        { tone: 'late', count: 1 },
      ],
    },
    words: ['3 of 4 on pace'],
  },
  table: {
    block: {
      kind: 'table',
      label: 'A table',
      columns: ['Who', 'Status'],
      rows: [{ cells: ['Ana', 'on track'], action }, { cells: ['Bo', ''] }],
    },
    words: ['Ana', 'on track', 'Bo'],
  },
  item: {
    block: { kind: 'item', title: 'A title', detail: 'A detail', action },
    words: ['A title', 'A detail'],
  },
};

const common = { label: 'The label', optional: true };
const options = [
  { value: 'a', label: 'Option A' },
  { value: 'b', label: 'Option B' },
];
const fields: Readonly<Record<Field['kind'], { field: Field; answer: string | readonly string[]; shown: string }>> = {
  line: { field: { kind: 'line', name: 'f', maxLength: 10, ...common }, answer: 'typed', shown: 'typed' },
  paragraph: { field: { kind: 'paragraph', name: 'f', maxLength: 10, ...common }, answer: 'typed', shown: 'typed' },
  number: { field: { kind: 'number', name: 'f', ...common }, answer: '1.5x', shown: '1.5x' },
  date: { field: { kind: 'date', name: 'f', ...common }, answer: '2026-11-20', shown: '2026-11-20' },
  choice: { field: { kind: 'choice', name: 'f', options, ...common }, answer: 'b', shown: 'b' },
  choices: { field: { kind: 'choices', name: 'f', options, ...common }, answer: ['a', 'b'], shown: 'b' },
  people: {
    field: {
      kind: 'people',
      name: 'f',
      max: 3,
      options: [
        { value: 'U0A', label: 'Ana U0A' },
        { value: 'U0B', label: 'Bo U0B' },
      ],
      ...common,
    },
    answer: ['U0A', 'U0B'],
    shown: 'U0B',
  },
  file: {
    field: { kind: 'file', name: 'f', max: 3, options, ...common },
    answer: ['a', 'b'],
    shown: 'Option B',
  },
  search: {
    field: { kind: 'search', name: 'f', source: 'certifications', options, ...common },
    answer: 'a',
    shown: 'a',
  },
};

const hostile =
  '<!channel> <@U1> *bold* _it_ `code` <script>alert(1)</script> "><img src=x> &amp; {{DATE(1)}} [a](http://x)';

/** What every adapter must be able to show. */
export function describeDrawing(drawing: Drawing): void {
  const card = (shown: Card) => drawing.card(shown, ENGLISH);
  const form = (shown: Form) => drawing.form(shown, ENGLISH);
  describe('a drawing', () => {
    it.each(Object.entries(blocks))('says every word of a block of kind %s', (_kind, { block, words }) => {
      const shown = card({ title: 'The title', blocks: [block], actions: [action] });

      for (const word of ['The title', 'Press me', ...words]) expect(shown).toContain(word);
    });

    it.each(Object.entries(fields))(
      'offers a field of kind %s, filled in with what was answered',
      (_kind, { field, answer, shown }) => {
        const drawn = form({ command: 'log', title: 'A form', submit: 'Save', parts: [field], answers: { f: answer } });

        expect(drawn).toContain('The label');
        expect(drawn).toContain(shown);
      },
    );

    it('keeps what was typed in a refused form', () => {
      const parts = Object.values(fields).map(({ field }, index) => ({ ...field, name: `f${index}` }));
      const answers = Object.fromEntries(Object.values(fields).map(({ answer }, index) => [`f${index}`, answer]));

      const drawn = form({
        command: 'log',
        title: 'A form',
        submit: 'Save',
        parts,
        answers,
        errors: { f0: 'It is wrong.' },
      });

      for (const { shown } of Object.values(fields)) expect(drawn).toContain(shown);
    });

    it('shows what is wrong with a whole form', () => {
      const refused = {
        command: 'log',
        title: 'A form',
        submit: 'Save',
        parts: [fields.line.field],
        problem: 'All is wrong.',
      };

      expect(form(refused)).toContain('All is wrong.');
    });

    it('shows people’s words as they are, and as words alone', () => {
      const shown = card({
        title: 'T',
        blocks: [
          { kind: 'text', text: hostile },
          { kind: 'item', title: [{ bold: hostile }], detail: hostile },
          { kind: 'table', label: hostile, columns: [hostile, hostile], rows: [{ cells: [hostile, hostile] }] },
        ],
      });

      expect(shown).toContain(hostile);
    });

    it('says nothing in English around a German card or form, however long, refused or filled in', () => {
      const long: readonly Block[] = Array.from({ length: 400 }, () => ({ kind: 'text', text: 'x'.repeat(300) }));
      const parts = Object.values(fields).flatMap(({ field }, index): Field[] => {
        const bare = 'options' in field ? { ...field, options: [] } : field;
        return [
          { ...field, name: `f${index}` },
          { ...bare, name: `g${index}`, optional: false },
        ];
      });
      const requested = { command: 'log', title: 'Ein Formular', submit: 'Speichern' };
      const refused = { ...requested, parts, errors: { f0: 'Das ist falsch.', f1: 'Das auch.' } };

      const drawn = [
        drawing.card({ title: 'Eine Karte', blocks: long }, GERMAN),
        drawing.form({ ...requested, parts }, GERMAN),
        drawing.form(refused, GERMAN),
      ];

      expect(drawn.flatMap(englishIn)).toEqual([]);
      expect(englishIn(drawing.form({ ...requested, parts }, ENGLISH)).length).toBeGreaterThanOrEqual(
        drawing.isBare ? 0 : 1,
      );
    });

    it('draws a card of nothing but a title', () => {
      expect(card({ title: 'Alone', blocks: [] })).toContain('Alone');
    });
  });
}
