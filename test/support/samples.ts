import { type Block, type Card, TONES } from '../../src/chat/card.ts';
import type { Form, FormPart } from '../../src/chat/form.ts';

/** One block of every kind, its words as given. */
export function everyBlock(words: string): readonly Block[] {
  const action = { label: words, command: 'log', args: { id: '7' } };
  return [
    { kind: 'heading', text: words },
    { kind: 'text', text: words },
    { kind: 'text', text: [words, { bold: words }, { link: words, url: 'https://example.org/a?b=1&c=2' }] },
    { kind: 'note', text: words },
    { kind: 'note', text: [{ bold: words }, { link: words, url: 'https://example.org' }] },
    { kind: 'rule' },
    { kind: 'table', label: words, columns: [words, words], rows: [{ cells: [words, [{ bold: words }]] }] },
    { kind: 'table', label: words, columns: [words, words], rows: [{ cells: [words, words], action }] },
    {
      kind: 'facts',
      facts: [
        { label: words, value: words },
        { label: words, value: [{ bold: words }] },
      ],
    },
    { kind: 'progress', label: words, done: 24, goal: 40 },
    { kind: 'shares', label: words, shares: TONES.map((tone) => ({ tone, count: 2 })) },
    { kind: 'item', title: words },
    { kind: 'item', title: words, detail: words, action },
    { kind: 'item', title: [{ link: words, url: 'https://example.org' }], detail: [{ bold: words }], action },
  ];
}

/** A card with everything in it. */
export function everyCard(words: string): Card {
  return {
    title: words,
    blocks: everyBlock(words),
    actions: [
      { label: words, command: 'log', args: { id: '7' }, style: 'primary' },
      { label: words, command: 'remove', args: {}, style: 'danger' },
    ],
  };
}

/** One part of every kind, its words as given. */
export function everyPart(words: string): readonly FormPart[] {
  const common = { label: words, hint: words, placeholder: words };
  const options = [
    { value: 'a', label: words, detail: words },
    { value: 'b', label: words },
  ];
  return [
    { kind: 'text', text: [words, { bold: words }] },
    { kind: 'line', name: 'line', maxLength: 200, ...common },
    { kind: 'paragraph', name: 'paragraph', maxLength: 9000, optional: true, ...common },
    { kind: 'number', name: 'number', ...common },
    { kind: 'date', name: 'date', ...common },
    { kind: 'choice', name: 'choice', options, ...common },
    { kind: 'choices', name: 'choices', options, ...common },
    { kind: 'search', name: 'search', source: 'certifications', options, ...common },
    { kind: 'file', name: 'file', max: 5, options, ...common },
  ];
}

/** A refused form with everything in it. */
export function everyForm(words: string): Form {
  return {
    command: 'log',
    title: words,
    submit: words,
    parts: everyPart(words),
    state: 'entry-7',
    answers: {
      line: words,
      paragraph: words,
      number: words,
      date: '2026-03-31',
      choice: 'b',
      choices: ['a', 'b'],
      search: 'a',
      file: ['a'],
    },
    errors: { line: words, gone: words },
    problem: words,
  };
}

/** A form of two fields. */
export const LOG_FORM: Form = {
  command: 'log',
  title: 'Log credits',
  submit: 'Log',
  parts: [
    { kind: 'line', name: 'title', label: 'Title', maxLength: 200 },
    { kind: 'date', name: 'day', label: 'Day' },
  ],
  state: 'entry-7',
};

/** A form in German. */
export const GERMAN_FORM: Form = {
  command: 'log',
  title: 'Nachweis eintragen',
  submit: 'Speichern',
  language: 'de',
  parts: [
    { kind: 'line', name: 'title', label: 'Titel', maxLength: 200 },
    { kind: 'choice', name: 'none', label: 'Keine', options: [] },
    { kind: 'file', name: 'proof', label: 'Beleg', max: 3, options: [{ value: 'a', label: 'a.pdf' }] },
  ],
};
