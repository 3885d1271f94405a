import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { type Answers, answerOf, answersOf, type Field, type Option } from '../../../src/chat/form.ts';
import type { FormPhrases } from '../../../src/chat/platform-phrases.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { chunks } from './chunks.ts';
import { LIMITS } from './limits.ts';
import { plainText, richText } from './text.ts';

type OptionList = { readonly options: types.PlainTextOption[] } | { readonly option_groups: Group[] };
interface Group {
  readonly label: types.PlainTextElement;
  readonly options: types.PlainTextOption[];
}

/** The id of a user. */
export const USER = /^[UW][A-Z0-9]{1,30}$/u;

/** The prefix of a block that shows a field's uploaded files. */
const UPLOADED_PREFIX = /^kept:\d+:/u;

/** The name of the field that a block belongs to. */
export function fieldOfBlock(id: string): string {
  return id.replace(UPLOADED_PREFIX, '');
}

/** A field as blocks; the `block_id` of the input that can be marked as wrong is the field's name. */
export function inputsOf(field: Field, answers: Answers | undefined, phrases: FormPhrases): types.KnownBlock[] {
  const input = inputOf(field, answers, phrases);
  return field.kind === 'file' ? [...uploadedFiles(field, answers, phrases), input] : [input];
}

function inputOf(field: Field, answers: Answers | undefined, phrases: FormPhrases): types.KnownBlock {
  if ((field.kind === 'choice' || field.kind === 'choices') && field.options.length === 0) {
    return richText({ bold: field.label }, `\n${phrases.nothingToChoose}`);
  }
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, LIMITS.inputLabel),
    element: elementOf(field, answers),
    optional: field.optional === true || (field.kind === 'file' && field.options.length > 0),
    ...(field.hint === undefined ? {} : { hint: plainText(field.hint, LIMITS.hint) }),
  };
}

/** An option as Slack lists it. */
export function optionOf(option: Option): types.PlainTextOption {
  return {
    text: plainText(option.label, LIMITS.optionLabel),
    value: option.value,
    ...(option.detail === undefined || option.detail.trim() === ''
      ? {}
      : { description: plainText(option.detail, LIMITS.optionLabel) }),
  };
}

function elementOf(field: Field, answers: Answers | undefined): types.InputBlockElement {
  switch (field.kind) {
    case 'line':
      return typed(field, answerOf(answers, field.name), { maxLength: field.maxLength, multiline: false });
    case 'paragraph':
      return typed(field, answerOf(answers, field.name), { maxLength: field.maxLength, multiline: true });
    case 'number':
      return typed(field, answerOf(answers, field.name), { maxLength: LIMITS.typed, multiline: false });
    case 'date': {
      const day = answerOf(answers, field.name);
      return {
        type: 'datepicker',
        action_id: field.kind,
        ...(isDay(day) ? { initial_date: day } : {}),
        ...hint(field),
      };
    }
    case 'choice': {
      const [chosen] = chosenOf(field, answerOf(answers, field.name));
      const initial = chosen === undefined ? {} : { initial_option: optionOf(chosen) };
      return {
        type: 'static_select',
        action_id: field.kind,
        ...optionList(field.options),
        ...initial,
        ...hint(field),
      };
    }
    case 'choices': {
      const chosen = chosenOf(field, ...answersOf(answers, field.name));
      // Slack refuses an empty list of initial options.
      const initial = chosen.length === 0 ? {} : { initial_options: chosen.map(optionOf) };
      return {
        type: 'multi_static_select',
        action_id: field.kind,
        ...optionList(field.options),
        ...initial,
        ...hint(field),
      };
    }
    case 'people':
      return peopleSelect(field, answersOf(answers, field.name));
    case 'file': {
      const uploaded = answersOf(answers, field.name);
      const room = Math.min(Math.max(field.max - uploaded.length, 1), LIMITS.filesInInput);
      return { type: 'file_input', action_id: actionOf('file', field), max_files: room };
    }
    case 'search': {
      const [chosen] = chosenOf(field, answerOf(answers, field.name));
      const initial = chosen === undefined ? {} : { initial_option: optionOf(chosen) };
      // A suggestion request contains only this id, so it is the name of the list.
      return { type: 'external_select', action_id: field.source, min_query_length: 1, ...initial, ...hint(field) };
    }
  }
}

function peopleSelect(
  field: Extract<Field, { kind: 'people' }>,
  answered: readonly string[],
): types.UsersSelect | types.MultiUsersSelect {
  // Slack refuses a form with an id that isn't one of its own.
  const chosen = answered.filter((user) => USER.test(user));
  const [first] = chosen;
  if (field.max === 1) {
    const initial = first === undefined ? {} : { initial_user: first };
    return { type: 'users_select', action_id: field.kind, ...initial, ...hint(field) };
  }
  const initial = first === undefined ? {} : { initial_users: chosen };
  return {
    type: 'multi_users_select',
    action_id: field.kind,
    max_selected_items: field.max,
    ...initial,
    ...hint(field),
  };
}

// A file input can't be filled in, so uploaded files are checkboxes above it, which can be unticked.
function uploadedFiles(
  field: Extract<Field, { kind: 'file' }>,
  answers: Answers | undefined,
  phrases: FormPhrases,
): types.KnownBlock[] {
  return chunks(field.options, LIMITS.checkboxes).map((files, index) => {
    const chosen = chosenOf({ options: files }, ...answersOf(answers, field.name));
    return {
      type: 'input',
      block_id: `kept:${index}:${field.name}`,
      label: plainText(phrases.uploaded(field.label), LIMITS.inputLabel),
      element: {
        type: 'checkboxes',
        action_id: actionOf('kept', field),
        options: files.map(optionOf),
        ...(chosen.length === 0 ? {} : { initial_options: chosen.map(optionOf) }),
      },
      optional: true,
    };
  });
}

// Slack keeps the content of an input with the same id, so the id changes with the uploaded files.
function actionOf(name: string, { options }: Extract<Field, { kind: 'file' }>): string {
  const values = options.map(({ value }) => value).join();
  return `${name}.${createHash('sha256').update(values).digest('base64url').slice(0, 8)}`;
}

function typed(
  field: Field,
  answer: string,
  { maxLength, multiline }: { maxLength: number; multiline: boolean },
): types.PlainTextInput {
  const max = Math.min(Math.max(maxLength, 1), LIMITS.typed);
  return {
    type: 'plain_text_input',
    action_id: field.kind,
    multiline,
    max_length: max,
    ...(answer === '' ? {} : { initial_value: shorten(answer, max) }),
    ...hint(field),
  };
}

function hint({ placeholder }: Field): { placeholder?: types.PlainTextElement } {
  if (placeholder === undefined || placeholder.trim() === '') return {};
  return { placeholder: plainText(placeholder, LIMITS.placeholder) };
}

function chosenOf(field: { readonly options: readonly Option[] }, ...values: readonly string[]): readonly Option[] {
  return field.options.filter((option) => values.includes(option.value));
}

// More options than Slack allows are split into groups named by their first and last.
function optionList(options: readonly Option[]): OptionList {
  if (options.length <= LIMITS.options) return { options: options.map(optionOf) };
  return {
    option_groups: chunks(options, LIMITS.options).map((group) => {
      const label = `${group[0]?.label ?? ''} – ${group.at(-1)?.label ?? ''}`;
      return { label: plainText(label, LIMITS.optionLabel), options: group.map(optionOf) };
    }),
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
