import { type Answers, answerOf, answersOf, type Field, type Option } from '../../../src/chat/form.ts';
import type { FormPhrases } from '../../../src/chat/platform-phrases.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import type { Element } from './elements.ts';
import { LIMITS } from './limits.ts';
import { plainText, richText } from './text.ts';

// Keeps answers apart from the button's own data, whatever a field is called.
const PREFIX = 'answer.';
/** The field kinds whose answer is a list. */
const SEVERAL: ReadonlySet<Field['kind']> = new Set(['choices', 'people', 'file']);

/** The list of the people of the tenant, which Teams searches itself. */
const PEOPLE = 'graph.microsoft.com/users';

/** A field's answers and error, and the adapter's phrases. */
export interface FieldState {
  readonly answers: Answers | undefined;
  readonly error: string | undefined;
  readonly phrases: FormPhrases;
}

/** A field with its hint and error. */
export function fieldOf(field: Field, { answers, error, phrases }: FieldState): Element {
  const below = [
    ...(field.kind === 'file'
      ? [richText(phrases.filesByChat, { size: 'small', isSubtle: true, spacing: 'small' })]
      : []),
    ...(field.hint === undefined ? [] : [richText(field.hint, { size: 'small', isSubtle: true, spacing: 'small' })]),
    ...(error === undefined ? [] : [warning(error)]),
  ];
  return { type: 'Container', items: [inputOf(field, answers, phrases), ...below] };
}

/** An error text. */
export function warning(text: string): Element {
  return richText(`⚠ ${shorten(text, LIMITS.error)}`, { color: 'attention', weight: 'bolder', spacing: 'small' });
}

/** The names of the fields whose answer is a list; Teams sends each list as one text. */
export function severalIn(fields: readonly Field[]): readonly string[] {
  return fields.filter(({ kind }) => SEVERAL.has(kind)).map(({ name }) => name);
}

/** The names of the fields whose answers are users. */
export function peopleIn(fields: readonly Field[]): readonly string[] {
  return fields.filter(({ kind }) => kind === 'people').map(({ name }) => name);
}

/** The answers in a dialog's data; those of the fields in `several` are lists. */
export function answersIn(data: Readonly<Record<string, unknown>>, several: readonly string[]): Answers {
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) => {
      if (!id.startsWith(PREFIX) || typeof value !== 'string') return [];
      const name = id.slice(PREFIX.length);
      return [[name, several.includes(name) ? value.split(',').filter(Boolean).map(decoded) : value]];
    }),
  );
}

function inputOf(field: Field, answers: Answers | undefined, phrases: FormPhrases): Element {
  const label = plainText(field.label, LIMITS.label);
  if (field.kind === 'file' && field.options.length === 0) return richText([{ bold: field.label }]);
  if ((field.kind === 'choice' || field.kind === 'choices') && field.options.length === 0) {
    return richText([{ bold: field.label }, `\n${phrases.nothingToChoose}`]);
  }
  // Files arrive by chat, so the field may still be empty.
  const required =
    field.optional === true || field.kind === 'file' ? {} : { isRequired: true, errorMessage: phrases.required(label) };
  return { ...controlOf(field, answers), id: `${PREFIX}${field.name}`, label, ...required };
}

function controlOf(field: Field, answers: Answers | undefined): Element {
  const answer = answerOf(answers, field.name);
  switch (field.kind) {
    case 'line':
      return typed(field, answer, field.maxLength);
    case 'paragraph':
      return { ...typed(field, answer, field.maxLength), isMultiline: true };
    case 'number':
      return typed(field, answer, LIMITS.label);
    case 'date':
      return { type: 'Input.Date', ...(/^\d{4}-\d\d-\d\d$/u.test(answer) ? { value: answer } : {}) };
    case 'choice':
      return chooser(field, { choices: field.options.map(choiceOf) }, answer);
    case 'choices':
      return several(field, answers);
    case 'people': {
      const users = answersOf(answers, field.name);
      // Teams looks up people itself; the choices name those who are chosen already.
      const choices = field.options.filter(({ value }) => users.includes(value)).map(choiceOf);
      const query = { type: 'Data.Query', dataset: PEOPLE };
      const about = { choices, style: 'filtered', 'choices.data': query, isMultiSelect: field.max > 1 };
      return chooser(field, about, users.join(','));
    }
    case 'file':
      // Uploaded files can be unticked; forms in Teams accept no new ones.
      return { ...several(field, answers), style: 'expanded' };
    case 'search': {
      const query = { type: 'Data.Query', dataset: field.source, count: LIMITS.suggestions };
      const choices = field.options.map(choiceOf);
      return chooser(field, { choices, style: 'filtered', 'choices.data': query }, answer);
    }
  }
}

function several(field: Extract<Field, { kind: 'choices' | 'file' }>, answers: Answers | undefined): Element {
  const choices = field.options.map((option) => ({ ...choiceOf(option), value: encoded(option.value) }));
  const chosen = answersOf(answers, field.name).map(encoded).join(',');
  return chooser(field, { choices, isMultiSelect: true }, chosen);
}

/** An option as Teams lists it. */
export function choiceOf({ label, detail, value }: Option): { readonly title: string; readonly value: string } {
  const title = detail === undefined || detail.trim() === '' ? label : `${label} – ${detail}`;
  return { title: plainText(title, LIMITS.optionLabel), value };
}

// A longer answer than allowed is shown again in full.
function typed(field: Field, answer: string, max: number): Element {
  const maxLength = Math.min(Math.max(max, answer.length, 1), LIMITS.typed);
  const value = answer === '' ? {} : { value: shorten(answer, LIMITS.typed) };
  return { type: 'Input.Text', maxLength, ...value, ...hint(field) };
}

function chooser(field: Field, about: Readonly<Record<string, unknown>>, value: string): Element {
  return {
    type: 'Input.ChoiceSet',
    style: 'compact',
    wrap: true,
    ...about,
    ...(value === '' ? {} : { value }),
    ...hint(field),
  };
}

function hint({ placeholder }: Field): { readonly placeholder?: string } {
  if (placeholder === undefined || placeholder.trim() === '') return {};
  return { placeholder: plainText(placeholder, LIMITS.placeholder) };
}

// Teams joins the values of a list with commas.
function encoded(value: string): string {
  return value.replace(/[%,]/gu, encodeURIComponent);
}

function decoded(value: string): string {
  return value.replace(/%(?:25|2C)/gu, decodeURIComponent);
}
