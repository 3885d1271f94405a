import { describe, expect, it } from 'vitest';
import { fieldOfBlock, inputsOf, optionOf } from '../../../../adapters/slack/cards/fields.ts';
import { richText } from '../../../../adapters/slack/cards/text.ts';
import type { Answers, Field, Option } from '../../../../src/chat/form.ts';
import { ENGLISH } from '../../../support/phrases.ts';

const many = (count: number): Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
const drawn = (field: Field, answers?: Answers) => inputsOf(field, answers, ENGLISH.form);
/** The last block of a field, which is its input. */
const inputOf = (field: Field, answers?: Answers) => drawn(field, answers).at(-1);
const elementOf = (field: Field, answers?: Answers) => {
  const input = inputOf(field, answers);
  return input !== undefined && 'element' in input ? input.element : undefined;
};

const LINE: Field = { kind: 'line', name: 'title', label: 'Title', maxLength: 100 };
const DATE: Field = { kind: 'date', name: 'day', label: 'Day' };
const CHOICE: Field = { kind: 'choice', name: 'kind', label: 'Kind', options: many(3) };
const CHOICES: Field = { kind: 'choices', name: 'kinds', label: 'Kinds', options: many(3) };
const SEARCH: Field = { kind: 'search', name: 'cert', label: 'Cert', source: 'certifications', options: many(1) };
const FILE: Field = { kind: 'file', name: 'proof', label: 'Proof', max: 5, options: [] };

describe('an input', () => {
  it('is marked by the name of its field', () => {
    expect(inputOf(LINE)).toMatchObject({
      type: 'input',
      block_id: 'title',
      label: { text: 'Title' },
      optional: false,
    });
  });

  it.each<[string, Field, boolean]>([
    ['optional field', { ...LINE, optional: true }, true],
    ['field that is not optional', { ...LINE, optional: false }, false],
    ['file field without files', FILE, false],
    ['file field with an uploaded file', { ...FILE, options: many(1) }, true],
    ['choice', CHOICE, false],
  ])('of a %s may stay empty: %s', (_name, field, isOptional) => {
    expect(inputOf(field)).toMatchObject({ optional: isOptional });
  });

  it('has a hint only if its field has one', () => {
    expect(inputOf({ ...LINE, hint: 'As on the proof' })).toMatchObject({ hint: { text: 'As on the proof' } });
    expect(inputOf(LINE)).not.toHaveProperty('hint');
  });

  it.each<[string, Field]>([
    ['line', LINE],
    ['date', DATE],
    ['choice', CHOICE],
    ['choices', CHOICES],
    ['search', SEARCH],
  ])('of the kind %s shows a placeholder that is not blank', (_kind, field) => {
    expect(elementOf({ ...field, placeholder: 'Such as 2' })).toMatchObject({ placeholder: { text: 'Such as 2' } });
    expect(elementOf({ ...field, placeholder: ' ' })).not.toHaveProperty('placeholder');
    expect(elementOf(field)).not.toHaveProperty('placeholder');
  });
});

describe('a typed field', () => {
  it.each<[string, Field, number, boolean]>([
    ['line', LINE, 100, false],
    ['line of no length', { ...LINE, maxLength: 0 }, 1, false],
    ['line longer than Slack takes', { ...LINE, maxLength: 3001 }, 3000, false],
    ['paragraph', { ...LINE, kind: 'paragraph', maxLength: 500 }, 500, true],
    ['number', { kind: 'number', name: 'n', label: 'N' }, 3000, false],
  ])('%s takes %i characters, in several lines: %s', (_name, field, length, multiline) => {
    expect(elementOf(field)).toMatchObject({ type: 'plain_text_input', max_length: length, multiline });
  });

  it('keeps what was typed, as long as it fits', () => {
    expect(elementOf(LINE, { title: 'Zero trust' })).toMatchObject({ initial_value: 'Zero trust' });
    expect(elementOf(LINE, { title: 'a'.repeat(101) })).toMatchObject({ initial_value: `${'a'.repeat(99)}…` });
    expect(elementOf(LINE, { title: '' })).not.toHaveProperty('initial_value');
    expect(elementOf(LINE, { other: 'Zero trust' })).not.toHaveProperty('initial_value');
  });
});

it.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-2-28', false],
  ['28.02.2026', false],
  ['', false],
])('fills in the date %j: %s', (day, isFilled) => {
  expect(Object.hasOwn(elementOf(DATE, { day }) ?? {}, 'initial_date')).toBe(isFilled);
});

describe('a field with options', () => {
  it('fills in what was chosen', () => {
    const second = { text: { type: 'plain_text', text: 'Option 1', emoji: false }, value: 'v1' };

    expect(elementOf(CHOICE, { kind: 'v1' })).toMatchObject({ initial_option: second });
    expect(elementOf(CHOICES, { kinds: ['v2', 'v1'] })).toMatchObject({ initial_options: [second, { value: 'v2' }] });
    expect(elementOf({ ...SEARCH, options: many(2) }, { cert: 'v1' })).toMatchObject({ initial_option: second });
  });

  it('fills in nothing that is not among the options', () => {
    expect(elementOf(CHOICE, { kind: 'v9' })).not.toHaveProperty('initial_option');
    expect(elementOf(CHOICES, { kinds: ['v9'] })).not.toHaveProperty('initial_options');
    expect(elementOf(CHOICES, { kinds: [] })).not.toHaveProperty('initial_options');
    expect(elementOf(SEARCH, { cert: 'v9' })).not.toHaveProperty('initial_option');
  });

  it.each<[string, Field]>([
    ['choice', { ...CHOICE, label: 'Kind', options: [] }],
    ['choices', { ...CHOICES, label: 'Kind', options: [] }],
  ])('says so when there is nothing to choose in a %s', (_kind, field) => {
    expect(drawn(field)).toEqual([richText({ bold: 'Kind' }, `\n${ENGLISH.form.nothingToChoose}`)]);
  });

  it('lists up to a hundred options flat, and more in groups named by their ends', () => {
    expect(elementOf({ ...CHOICE, options: many(100) })).toMatchObject({ options: { length: 100 } });

    const element = elementOf({ ...CHOICE, options: many(201) });

    expect(element).not.toHaveProperty('options');
    expect(element).toMatchObject({
      option_groups: [
        { label: { text: 'Option 0 – Option 99' }, options: { length: 100 } },
        { label: { text: 'Option 100 – Option 199' }, options: { length: 100 } },
        { label: { text: 'Option 200 – Option 200' }, options: { length: 1 } },
      ],
    });
  });

  it('asks for suggestions under the name of its list', () => {
    expect(elementOf(SEARCH)).toMatchObject({
      type: 'external_select',
      action_id: 'certifications',
      min_query_length: 1,
    });
  });
});

describe('an option', () => {
  it.each<[string, Option, string | undefined]>([
    ['without a detail', { value: 'a', label: 'A' }, undefined],
    ['with a blank detail', { value: 'a', label: 'A', detail: ' ' }, undefined],
    ['with a detail', { value: 'a', label: 'A', detail: 'ISC2' }, 'ISC2'],
    ['with a long detail', { value: 'a', label: 'A', detail: 'b'.repeat(76) }, `${'b'.repeat(74)}…`],
  ])('%s has the description %j', (_name, option, description) => {
    expect(optionOf(option).description?.text).toBe(description);
  });

  it('keeps its value whole and shortens its label', () => {
    const option = optionOf({ value: 'v'.repeat(120), label: 'l'.repeat(76) });

    expect(option.value).toBe('v'.repeat(120));
    expect(option.text.text).toBe(`${'l'.repeat(74)}…`);
  });
});

describe('a file field', () => {
  it.each`
    max   | uploaded | room
    ${5}  | ${0}     | ${5}
    ${5}  | ${3}     | ${2}
    ${5}  | ${5}     | ${1}
    ${50} | ${0}     | ${10}
    ${50} | ${45}    | ${5}
  `('for $max files with $uploaded uploaded takes $room more', ({ max, uploaded, room }) => {
    const options = many(uploaded);
    const proof = options.map(({ value }) => value);

    expect(elementOf({ ...FILE, max, options }, { proof })).toMatchObject({ type: 'file_input', max_files: room });
  });

  it('shows uploaded files in checkboxes of ten above the input', () => {
    const blocks = drawn({ ...FILE, options: many(12) }, { proof: ['v1', 'v11'] });

    expect(blocks).toMatchObject([
      { block_id: 'kept:0:proof', element: { options: { length: 10 }, initial_options: [{ value: 'v1' }] } },
      { block_id: 'kept:1:proof', element: { options: { length: 2 }, initial_options: [{ value: 'v11' }] } },
      { block_id: 'proof', element: { type: 'file_input' } },
    ]);
  });

  it('ticks no box when no uploaded file is left', () => {
    const [boxes] = drawn({ ...FILE, options: many(1) }, { proof: [] });

    expect(boxes).toMatchObject({ element: { type: 'checkboxes' } });
    expect(boxes).not.toHaveProperty('element.initial_options');
  });

  it('gets another id when its uploaded files change, and only then', () => {
    const idOf = (options: Option[]) => elementOf({ ...FILE, options })?.action_id;

    expect(idOf(many(1))).toBe(idOf(many(1)));
    expect(idOf(many(1))).not.toBe(idOf(many(2)));
  });
});

it.each([
  ['title', 'title'],
  ['kept:0:proof', 'proof'],
  ['kept:12:proof', 'proof'],
  ['kept:x:proof', 'kept:x:proof'],
  ['not:kept:0:proof', 'not:kept:0:proof'],
])('finds the field of the block %s: %s', (block, field) => {
  expect(fieldOfBlock(block)).toBe(field);
});

describe('a field for people', () => {
  const people: Field = { kind: 'people', name: 'members', label: 'Members', max: 3, options: [] };

  it.each<[string, Field, Answers, Record<string, unknown>]>([
    ['several', people, { members: ['U1', 'W2'] }, { type: 'multi_users_select', initial_users: ['U1', 'W2'] }],
    ['one', { ...people, max: 1 }, { members: ['U1'] }, { type: 'users_select', initial_user: 'U1' }],
    // Slack refuses a form with anything but its own ids.
    ['none of its own', people, { members: ['no-id', '<@U1>'] }, { type: 'multi_users_select', max_selected_items: 3 }],
  ])('is a picker with %s chosen', (_what, field, answers, element) => {
    expect(elementOf(field, answers)).toMatchObject(element);
  });

  it('omits people it can’t show', () => {
    expect(elementOf(people, { members: ['no-id'] })).not.toHaveProperty('initial_users');
    expect(elementOf({ ...people, max: 1 }, {})).not.toHaveProperty('initial_user');
  });
});
