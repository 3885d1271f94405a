import { describe, expect, it } from 'vitest';
import { cardOf, fitCount, summaryOf } from '../../../../adapters/teams/cards/card.ts';
import { formDialog } from '../../../../adapters/teams/cards/dialog.ts';
import { LIMITS } from '../../../../adapters/teams/cards/limits.ts';
import { teamsPreview } from '../../../../adapters/teams/preview/preview.ts';
import type { Block, Card } from '../../../../src/chat/card.ts';
import type { FormPart } from '../../../../src/chat/form.ts';
import { shorten } from '../../../../src/chat/shorten.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { everyCard, everyForm } from '../../../support/samples.ts';
import { checkCard } from '../adaptive-card.ts';
import { buttonsIn, valuesIn } from '../dialogs.ts';
import { eachPart, type Json } from '../json.ts';

const NONCE = '00000000-0000-4000-8000-000000000000';
const actions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    label: `Action ${index}`,
    command: 'log',
    args: { id: String(index) },
  }));
const typesIn = (card: Json) => {
  const types = new Map<string, number>();
  eachPart(card, ({ type }) => types.set(type, (types.get(type) ?? 0) + 1));
  return types;
};

describe('a card', () => {
  it('has every block, and Microsoft’s library finds nothing wrong', () => {
    const card = cardOf(everyCard('Zero trust'), ENGLISH);

    expect(checkCard(card)).toEqual([]);
    expect(JSON.stringify(card).split('Zero trust').length).toBeGreaterThan(20);
  });

  it('shows shares as a picture, and in words for whoever does not see it', () => {
    const shares = [
      { tone: 'late', count: 1 },
      { tone: 'good', count: 3 },
    ] as const;
    const card = cardOf({ title: 'T', blocks: [{ kind: 'shares', label: '3 of 4 on pace', shares }] }, ENGLISH);

    expect(checkCard(card)).toEqual([]);
    expect(card.body.at(-2)).toMatchObject({ inlines: [{ text: '3 of 4 on pace' }] });
    expect(card.body.at(-1)).toMatchObject({
      type: 'Image',
      altText: '3 of 4 on pace',
      url: expect.stringMatching(/^data:image\/png;base64,/u),
    });
  });

  it.each([
    [3, 3, 0],
    [6, 6, 0],
    [7, 5, 2],
    [20, 5, 15],
  ])('with %i buttons has %i in the row and %i in the menu', (count, inRow, inMenu) => {
    const card = cardOf({ title: 'T', blocks: [], actions: actions(count) }, ENGLISH);

    const isHidden = (button: Json) => button.mode === 'secondary';
    expect(buttonsIn(card).filter((one) => !isHidden(one)).length).toBe(inRow);
    expect(buttonsIn(card).filter(isHidden).length).toBe(inMenu);
    expect(checkCard(card)).toEqual([]);
  });

  it('asks for a dialog where its button opens a form, and nowhere else', () => {
    const form = { label: 'Log', command: 'log', args: {}, opensForm: true };
    const card: Card = { title: 'T', blocks: [], actions: [form, { label: 'Undo', command: 'undo', args: {} }] };

    expect(buttonsIn(cardOf(card, ENGLISH)).map(({ data }) => data.msteams)).toEqual([
      { type: 'task/fetch' },
      undefined,
    ]);
    expect(buttonsIn(cardOf(card, ENGLISH, 'dialog')).map(({ data }) => data.msteams)).toEqual([undefined, undefined]);
  });

  it('that is too large keeps its title and buttons, and says how much is left out', () => {
    const blocks: Block[] = Array.from({ length: 400 }, (_, index) => ({
      kind: 'text',
      text: `Line ${index} ${'ü'.repeat(100)}`,
    }));
    const card = cardOf({ title: 'Long', blocks, actions: actions(2) }, ENGLISH);

    const shown = card.body.length - 2;
    expect(checkCard(card)).toEqual([]);
    expect(JSON.stringify(card.body.at(-1))).toContain(`… and ${400 - shown} more.`);
    expect(shown).toBeGreaterThan(50);
    expect(buttonsIn(card).length).toBe(2);
  });

  it('refuses a button that carries more than ids', () => {
    const action = { label: 'Log', command: 'log', args: { id: 'x'.repeat(4000) } };

    expect(() => cardOf({ title: 'T', blocks: [], actions: [action] }, ENGLISH)).toThrow(/carry ids only/u);
  });

  it('is one line for notifications', () => {
    expect(summaryOf(everyCard('Zero trust'))).toMatch(/^Zero trust · Zero trust/u);
    expect(summaryOf(everyCard('x'.repeat(500))).length).toBe(LIMITS.summary);
  });
});

describe('a form', () => {
  it('has every field, filled in, and Microsoft’s library finds nothing wrong', () => {
    const { card, title } = formDialog(everyForm('Typed'), NONCE, ENGLISH);

    expect(checkCard(card.content)).toEqual([]);
    expect(title).toBe('Typed');
    expect(valuesIn(card.content)).toEqual({
      'answer.line': 'Typed',
      'answer.paragraph': 'Typed',
      'answer.number': 'Typed',
      'answer.date': '2026-03-31',
      'answer.choice': 'b',
      'answer.choices': 'a,b',
      'answer.search': 'a',
      'answer.file': 'a',
    });
  });

  it('carries what the command must remember, and its own name', () => {
    const { card } = formDialog(everyForm('Typed'), NONCE, ENGLISH);

    expect(buttonsIn(card.content)[0]?.data).toEqual({
      recert: { form: { command: 'log', nonce: NONCE, several: ['choices', 'file'], state: 'entry-7' } },
    });
  });

  it('asks the core what to offer while somebody types', () => {
    const { card } = formDialog(everyForm('Typed'), NONCE, ENGLISH);

    expect(JSON.stringify(card.content)).toContain('"choices.data":{"type":"Data.Query","dataset":"certifications"');
  });

  it('without anything to choose says so', () => {
    const parts: FormPart[] = [{ kind: 'choice', name: 'kind', label: 'Kind', options: [] }];
    const { card } = formDialog({ command: 'log', title: 'T', submit: 'S', parts }, NONCE, ENGLISH);

    expect(typesIn(card.content).has('Input.ChoiceSet')).toBe(false);
    expect(JSON.stringify(card.content)).toContain('No options available.');
  });

  it('keeps what was typed although it is too long', () => {
    const parts: FormPart[] = [{ kind: 'line', name: 'title', label: 'Title', maxLength: 10 }];
    const typed = 'x'.repeat(300);
    const { card } = formDialog(
      { command: 'log', title: 'T', submit: 'S', parts, answers: { title: typed } },
      NONCE,
      ENGLISH,
    );

    expect(valuesIn(card.content)).toEqual({ 'answer.title': typed });
  });
});

describe('shortening', () => {
  it('never parts a character', () => {
    expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15)).toBe('👩‍👩‍👧‍👦…');
    expect(shorten('short', 5)).toBe('short');
  });

  it('finds the most that fits', () => {
    for (const max of [0, 1, 7, 100]) expect(fitCount((count) => count <= max, 100)).toBe(max);
  });
});

describe('the preview', () => {
  it('draws every block of a card', () => {
    const { html, json } = teamsPreview.draw({ kind: 'card', card: everyCard('Zero trust'), to: 'sender' }, ENGLISH);

    expect(html.split('>Zero trust<').length).toBeGreaterThan(15);
    expect(html).toContain('href="https://example.org/a?b=1&#38;c=2"');
    expect(json).toEqual(cardOf(everyCard('Zero trust'), ENGLISH));
  });

  it('draws a form with its title, what was typed, what was chosen, and its button', () => {
    const { html } = teamsPreview.draw(
      {
        kind: 'form',
        form: { ...everyForm('Typed'), title: 'Log credits', submit: 'Save' },
      },
      ENGLISH,
    );

    for (const words of ['Log credits', 'value="Typed"', '>Typed</textarea>', 'value="2026-03-31"', '⚠', 'Save']) {
      expect(html).toContain(words);
    }
    expect(html).toMatch(/<option[^>]* selected[^>]*value="b"[^>]*>Typed</u);
    expect(html.match(/<input[^>]* checked/gu)?.length).toBe(3);
  });

  it('draws why a form stays', () => {
    expect(teamsPreview.draw({ kind: 'stay', problem: 'The database rests.' }, ENGLISH).html).toContain(
      'The database rests.',
    );
  });

  it('leaves no page behind that others could take for a browser', () => {
    teamsPreview.draw({ kind: 'stay', problem: 'No.' }, ENGLISH);

    expect(['window', 'document', 'HTMLElement'].filter((name) => name in globalThis)).toEqual([]);
  });

  it('is dark where the page is, or where the system prefers it', () => {
    expect(teamsPreview.css).toContain('.teams-preview:where([data-theme=dark],[data-theme=dark] *)');
    expect(teamsPreview.css).toContain('@media (prefers-color-scheme: dark) { :root:not([data-theme])');
  });
});
