import { describe, expect, it } from 'vitest';
import { answersIn, choiceOf, fieldOf, severalIn, warning } from '../../../../adapters/teams/cards/fields.ts';
import { richText } from '../../../../adapters/teams/cards/text.ts';
import type { Answers, Field } from '../../../../src/chat/form.ts';
import { ENGLISH } from '../../../support/phrases.ts';

const phrases = ENGLISH.form;
const OPTIONS = [
  { value: 'a', label: 'A' },
  { value: 'b,1', label: 'B', detail: 'second' },
  { value: '50%', label: 'C' },
];
const LINE: Field = { kind: 'line', name: 'title', label: 'Title', maxLength: 100 };
const CHOICE: Field = { kind: 'choice', name: 'kind', label: 'Kind', options: OPTIONS };
const CHOICES: Field = { kind: 'choices', name: 'kinds', label: 'Kinds', options: OPTIONS };
const FILE: Field = { kind: 'file', name: 'proof', label: 'Proof', max: 5, options: OPTIONS };
const SEARCH: Field = { kind: 'search', name: 'cert', label: 'Cert', source: 'certifications', options: OPTIONS };

const itemsOf = (field: Field, answers?: Answers, error?: string) => fieldOf(field, { answers, error, phrases }).items;
const inputOf = (field: Field, answers?: Answers): Record<string, unknown> => {
  const items = itemsOf(field, answers);
  return Array.isArray(items) ? items[0] : {};
};

describe('a field', () => {
  it('has its hint and then its error below it', () => {
    expect(itemsOf({ ...LINE, hint: 'As on the proof' }, undefined, 'Too short')).toEqual([
      inputOf(LINE),
      richText('As on the proof', { size: 'small', isSubtle: true, spacing: 'small' }),
      warning('Too short'),
    ]);
    expect(itemsOf(LINE)).toHaveLength(1);
  });

  it.each<[string, Field, boolean]>([
    ['line', LINE, true],
    ['optional line', { ...LINE, optional: true }, false],
    ['choice', CHOICE, true],
    ['file field', FILE, false],
  ])('that is a %s is required: %s', (_name, field, isRequired) => {
    expect(Object.hasOwn(inputOf(field), 'isRequired')).toBe(isRequired);
    expect(inputOf(field).errorMessage).toBe(isRequired ? phrases.required(field.label) : undefined);
  });

  it.each<[string, Field]>([
    ['line', LINE],
    ['choice', CHOICE],
    ['search', SEARCH],
  ])('of the kind %s shows a placeholder that is not blank', (_kind, field) => {
    expect(inputOf({ ...field, placeholder: 'Such as 2' }).placeholder).toBe('Such as 2');
    expect(inputOf({ ...field, placeholder: ' ' })).not.toHaveProperty('placeholder');
  });

  it.each<[string, Field]>([
    ['choice', { ...CHOICE, options: [] }],
    ['choices', { ...CHOICES, label: 'Kind', options: [] }],
  ])('says so when there is nothing to choose in a %s', (_kind, field) => {
    expect(inputOf(field)).toEqual(richText([{ bold: 'Kind' }, `\n${phrases.nothingToChoose}`]));
  });
});

describe('a typed field', () => {
  it.each`
    maxLength | typed   | allowed
    ${100}    | ${0}    | ${100}
    ${100}    | ${100}  | ${100}
    ${100}    | ${150}  | ${150}
    ${0}      | ${0}    | ${1}
    ${5000}   | ${0}    | ${4000}
    ${100}    | ${5000} | ${4000}
  `('for $maxLength characters with $typed typed takes $allowed', ({ maxLength, typed, allowed }) => {
    expect(inputOf({ ...LINE, maxLength }, { title: 'a'.repeat(typed) }).maxLength).toBe(allowed);
  });

  it('shows a longer answer than allowed again in full', () => {
    expect(inputOf(LINE, { title: 'a'.repeat(150) }).value).toBe('a'.repeat(150));
    expect(inputOf(LINE, { title: '' })).not.toHaveProperty('value');
  });

  it('has several lines only as a paragraph', () => {
    expect(inputOf({ ...LINE, kind: 'paragraph' }).isMultiline).toBe(true);
    expect(inputOf(LINE)).not.toHaveProperty('isMultiline');
  });
});

it.each([
  ['2026-03-01', '2026-03-01'],
  ['1 March', undefined],
  ['2026-3-1', undefined],
  ['', undefined],
])('fills the date %j in as %j', (day, value) => {
  expect(inputOf({ kind: 'date', name: 'day', label: 'Day' }, { day }).value).toBe(value);
});

describe('a field with options', () => {
  it('of one choice keeps its values as they are', () => {
    expect(inputOf(CHOICE, { kind: 'b,1' })).toMatchObject({
      id: 'answer.kind',
      style: 'compact',
      value: 'b,1',
      choices: [
        { title: 'A', value: 'a' },
        { title: 'B – second', value: 'b,1' },
        { title: 'C', value: '50%' },
      ],
    });
  });

  it.each<[string, Field, string]>([
    ['choices', CHOICES, 'compact'],
    ['file', FILE, 'expanded'],
  ])('of the kind %s joins its values with commas', (_kind, field, style) => {
    expect(inputOf(field, { [field.name]: ['b,1', '50%'] })).toMatchObject({
      isMultiSelect: true,
      style,
      value: 'b%2C1,50%25',
      choices: [{ value: 'a' }, { value: 'b%2C1' }, { value: '50%25' }],
    });
  });

  it('of the kind search asks for suggestions from its list', () => {
    expect(inputOf(SEARCH, { cert: 'a' })).toMatchObject({
      style: 'filtered',
      value: 'a',
      'choices.data': { type: 'Data.Query', dataset: 'certifications', count: 15 },
    });
  });

  it('of the kind file says how to send files, and is only its label while there are none', () => {
    const empty: Field = { ...FILE, options: [] };

    expect(itemsOf(empty)).toEqual([
      richText([{ bold: 'Proof' }]),
      richText(phrases.filesByChat, { size: 'small', isSubtle: true, spacing: 'small' }),
    ]);
  });
});

describe('the answers in sent data', () => {
  it('are those of fields only', () => {
    const data = { 'answer.title': 'Zero trust', 'answer.n': 7, title: 'x', recert: { command: 'log' } };

    expect(answersIn(data, [])).toEqual({ title: 'Zero trust' });
  });

  it.each([
    ['a,b', ['a', 'b']],
    ['', []],
    ['a,,b', ['a', 'b']],
    ['b%2C1,50%25', ['b,1', '50%']],
    ['%252C', ['%2C']],
    ['100%zz', ['100%zz']],
  ])('of several values reads %j as %j', (sent, values) => {
    expect(answersIn({ 'answer.kinds': sent }, ['kinds'])).toEqual({ kinds: values });
  });

  it('of one value keeps commas', () => {
    expect(answersIn({ 'answer.title': 'a,b%2C' }, ['kinds'])).toEqual({ title: 'a,b%2C' });
  });

  it('come back as they were drawn', () => {
    const values = ['a', 'b,1', '50%', '%2C,'];
    const field: Field = { ...CHOICES, options: values.map((value) => ({ value, label: value })) };

    const sent = { 'answer.kinds': inputOf(field, { kinds: values }).value };

    expect(answersIn(sent, ['kinds'])).toEqual({ kinds: values });
  });
});

it('knows the fields whose answer is a list', () => {
  expect(severalIn([LINE, CHOICE, CHOICES, FILE, SEARCH])).toEqual(['kinds', 'proof']);
});

it.each([
  [{ value: 'a', label: 'A' }, 'A'],
  [{ value: 'a', label: 'A', detail: ' ' }, 'A'],
  [{ value: 'a', label: 'A', detail: 'ISC2' }, 'A – ISC2'],
  [{ value: 'a', label: 'A'.repeat(151) }, `${'A'.repeat(149)}…`],
])('lists %j as %j', (option, title) => {
  expect(choiceOf(option)).toEqual({ title, value: 'a' });
});
