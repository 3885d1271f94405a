import { describe, expect, it } from 'vitest';
import { cardMarkup } from '../../adapters/playground/card.ts';
import { formMarkup } from '../../adapters/playground/form.ts';
import { message } from '../../adapters/slack/message.ts';
import { modal } from '../../adapters/slack/modal.ts';
import { cardOf } from '../../adapters/teams/card.ts';
import { formDialog } from '../../adapters/teams/dialog.ts';
import { replyText } from '../../adapters/terminal/text.ts';
import type { Block, Card } from '../../src/chat/card.ts';
import type { Field, Form } from '../../src/chat/form.ts';

/** What every adapter must be able to show; `shown` is everything that reaches a person's eyes, entities resolved. */
interface Drawing {
  readonly name: string;
  card(card: Card): string;
  form(form: Form): string;
}

const drawings: readonly Drawing[] = [
  {
    name: 'slack',
    card: (card) => stringsIn(message(card)).join('\n'),
    form: (form) => stringsIn(modal(form, 'C1')).join('\n'),
  },
  {
    name: 'teams',
    card: (card) => shownByTeams(cardOf(card)),
    form: (form) => shownByTeams(formDialog(form, '00000000-0000-4000-8000-000000000000')),
  },
  {
    name: 'playground',
    card: (card) => textOfHtml(String(cardMarkup(card, 'key'))),
    form: (form) => textOfHtml(String(formMarkup(form, 'key'))),
  },
  {
    name: 'terminal',
    card: (card) => replyText({ kind: 'card', card, to: 'sender' }),
    form: (form) => replyText({ kind: 'form', form }),
  },
];

const action = { label: 'Press me', command: 'pace', args: { text: 'cissp' } };
const blocks: Readonly<Record<Block['kind'], { block: Block; words: readonly string[] }>> = {
  heading: { block: { kind: 'heading', text: 'A heading' }, words: ['A heading'] },
  text: { block: { kind: 'text', text: ['plain ', { bold: 'bold' }] }, words: ['plain', 'bold'] },
  note: { block: { kind: 'note', text: 'A note' }, words: ['A note'] },
  rule: { block: { kind: 'rule' }, words: [] },
  facts: { block: { kind: 'facts', facts: [{ label: 'Deadline', value: 'soon' }] }, words: ['Deadline', 'soon'] },
  progress: { block: { kind: 'progress', label: '60 of 120 CPE', done: 60, goal: 120 }, words: ['60 of 120 CPE'] },
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
  search: {
    field: { kind: 'search', name: 'f', source: 'certifications', options, ...common },
    answer: 'a',
    shown: 'a',
  },
};

const hostile =
  '<!channel> <@U1> *bold* _it_ `code` <script>alert(1)</script> "><img src=x> &amp; {{DATE(1)}} [a](http://x)';

describe.each(drawings)('$name', ({ card, form }) => {
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
      ],
    });

    expect(shown).toContain(hostile);
  });

  it('draws a card of nothing but a title', () => {
    expect(card({ title: 'Alone', blocks: [] })).toContain('Alone');
  });
});

/** The strings that Slack shows as plain words; one that it would read as markup fails the test. */
function stringsIn(payload: unknown): string[] {
  const found: string[] = [];
  const visit = (part: unknown, parent: Record<string, unknown>, name: string): void => {
    if (typeof part === 'string') {
      if (parent.type === 'mrkdwn') throw new Error(`Slack would read this as markup: ${part}`);
      if (['text', 'value', 'initial_value', 'initial_date'].includes(name)) found.push(part);
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, child] of Object.entries(part)) visit(child, part as Record<string, unknown>, key);
    }
  };
  visit(payload, {}, '');
  return found;
}

/** The strings that Teams shows; text blocks and facts, which it would read as markup, hold plain words only. */
function shownByTeams(payload: unknown): string {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('type' in part && part.type === 'FactSet') throw new Error('Teams would read facts as markup.');
    for (const [name, child] of Object.entries(part)) {
      if (typeof child !== 'string') visit(child);
      else if (['text', 'title', 'label', 'value'].includes(name)) found.push(child);
    }
    if (
      'type' in part &&
      part.type === 'TextBlock' &&
      'text' in part &&
      /[^\p{L}\p{N} ,’“”–?!]/u.test(`${part.text}`)
    ) {
      throw new Error(`Teams would read this as markup: ${part.text}`);
    }
  };
  visit(payload);
  // Between the braces of a date stands a joiner that nobody sees.
  return found.join('\n').replaceAll('\u2060', '');
}

/** The words and values of HTML, entities resolved; an element that we did not build would lose its words. */
function textOfHtml(html: string): string {
  const values = [...html.matchAll(/\svalue="([^"]*)"/g)].map((match) => match[1]);
  const text = html.replace(/<[^>]*>/g, '\n');
  return [text, ...values]
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
