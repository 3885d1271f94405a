import type { types } from '@slack/bolt';
import { type Answers, answerOf, answersOf, type Field, type Option } from '../../src/chat/form.ts';
import { shorten } from '../../src/chat/shorten.ts';
import { LIMITS } from './limits.ts';
import { plainText, richText } from './text.ts';
import { words } from './words.ts';

type Offered = { readonly options: types.PlainTextOption[] } | { readonly option_groups: Group[] };
interface Group {
  readonly label: types.PlainTextElement;
  readonly options: types.PlainTextOption[];
}

/** A field as an input whose `block_id` is the field's name. */
export function inputOf(field: Field, answers: Answers | undefined): types.KnownBlock {
  if ((field.kind === 'choice' || field.kind === 'choices') && field.options.length === 0) {
    return richText({ bold: field.label }, `\n${words.nothingToChoose}`);
  }
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, LIMITS.inputLabel),
    element: elementOf(field, answers),
    optional: field.optional ?? false,
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
      return { type: 'static_select', action_id: field.kind, ...offered(field.options), ...initial, ...hint(field) };
    }
    case 'choices': {
      const chosen = chosenOf(field, ...answersOf(answers, field.name));
      // An empty list of initial options is refused.
      const initial = chosen.length === 0 ? {} : { initial_options: chosen.map(optionOf) };
      return {
        type: 'multi_static_select',
        action_id: field.kind,
        ...offered(field.options),
        ...initial,
        ...hint(field),
      };
    }
    case 'search': {
      const [chosen] = chosenOf(field, answerOf(answers, field.name));
      const initial = chosen === undefined ? {} : { initial_option: optionOf(chosen) };
      // The id names the list: a suggestion comes back with nothing else.
      return { type: 'external_select', action_id: field.source, min_query_length: 1, ...initial, ...hint(field) };
    }
  }
}

function typed(field: Field, answer: string, as: { maxLength: number; multiline: boolean }): types.PlainTextInput {
  const most = Math.min(Math.max(as.maxLength, 1), LIMITS.typed);
  return {
    type: 'plain_text_input',
    action_id: field.kind,
    multiline: as.multiline,
    max_length: most,
    ...(answer === '' ? {} : { initial_value: shorten(answer, most) }),
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

// More options than a menu takes stand in groups, named by their first and last.
function offered(options: readonly Option[]): Offered {
  if (options.length <= LIMITS.options) return { options: options.map(optionOf) };
  const size = LIMITS.options;
  return {
    option_groups: Array.from({ length: Math.ceil(options.length / size) }, (_, index) => {
      const some = options.slice(index * size, (index + 1) * size);
      const label = `${some[0]?.label ?? ''} – ${some.at(-1)?.label ?? ''}`;
      return { label: plainText(label, LIMITS.optionLabel), options: some.map(optionOf) };
    }),
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
