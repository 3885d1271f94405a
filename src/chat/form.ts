import type { Language } from './language.ts';
import type { Text } from './text.ts';

/** An option to choose; `detail` is a second, smaller line on platforms with room for it. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

interface Common {
  /** The key of the answer, unique in its form: a letter, then at most 99 letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly optional?: boolean;
  /** Shown only on request, because most people don't need it. Not showing it loses nothing. */
  readonly extra?: true;
}

/** A field of a form. Its answer is the text as typed; for `choices`, `people` and `file`, a list of values. */
export type Field =
  | (Common & { readonly kind: 'line'; readonly maxLength: number })
  | (Common & { readonly kind: 'paragraph'; readonly maxLength: number })
  /** An amount, answered as typed, so that a wrong answer can be shown again. */
  | (Common & { readonly kind: 'number' })
  /** A day, answered as `2026-03-31`. */
  | (Common & { readonly kind: 'date' })
  | (Common & { readonly kind: 'choice'; readonly options: readonly Option[] })
  | (Common & { readonly kind: 'choices'; readonly options: readonly Option[] })
  /** One of a list too long to show: `source` names the list for `Core.suggest`, `options` contains the current choice. */
  | (Common & { readonly kind: 'search'; readonly source: string; readonly options: readonly Option[] })
  /** At most `max` people, answered with the platform's own ids of users; the core resolves them. `options` names the chosen people, and on platforms without a picker all that can be chosen. */
  | (Common & { readonly kind: 'people'; readonly max: number; readonly options: readonly Option[] })
  /** At most `max` files, answered with the ids of uploaded ones, which `options` names. New ones are in `Interaction.files`. */
  | (Common & { readonly kind: 'file'; readonly max: number; readonly options: readonly Option[] });

/** A field, or a text between fields; `extra` as for a field. */
export type FormPart = Field | { readonly kind: 'text'; readonly text: Text; readonly extra?: true };

/** The answers by field name. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** The error texts by field name. */
export type Errors = Readonly<Record<string, string>>;

/** A form, which is sent as an `Interaction` for `command`. One with `errors` was refused and is shown again with its answers. */
export interface Form {
  readonly command: string;
  readonly title: string;
  readonly submit: string;
  readonly parts: readonly FormPart[];
  /** Ids that the command needs when the form is sent, at most 2,000 characters. Validated again then, never trusted. */
  readonly state?: string | undefined;
  readonly answers?: Answers;
  readonly errors?: Errors;
  /** An error that concerns the whole form. */
  readonly problem?: string;
  /** The label of the button that shows the `extra` parts, in place of the platform's own. */
  readonly moreFields?: string;
  /** The language of the texts; an adapter adds its phrases in the same language. */
  readonly language?: Language;
}

/** The fields of a form, without the texts between them. */
export function fieldsOf(parts: readonly FormPart[]): readonly Field[] {
  return parts.filter((part): part is Field => part.kind !== 'text');
}

/** The users chosen in the people fields of a form, each once. */
export function usersIn(answers: Answers, fields: Iterable<string>): readonly string[] {
  return [...new Set([...fields].flatMap((name) => answersOf(answers, name)))];
}

/** The parts that are shown at first, and those that are shown on request; a field with an error is always shown. */
export function partsByNeed({ parts, errors = {} }: Form): {
  readonly main: readonly FormPart[];
  readonly extra: readonly FormPart[];
} {
  const isExtra = (part: FormPart) => part.extra === true && (part.kind === 'text' || errors[part.name] === undefined);
  return { main: parts.filter((part) => !isExtra(part)), extra: parts.filter(isExtra) };
}

/** The arguments of a request for a form with all its fields; it is sent with the answers so far, and nothing is saved. */
export const MORE_FIELDS = { more: 'yes' } as const;

/** The errors of a form that belong to none of its fields. */
export function errorsWithoutField({ parts, errors = {} }: Form): readonly string[] {
  const names = new Set(fieldsOf(parts).map(({ name }) => name));
  return Object.entries(errors).flatMap(([name, error]) => (names.has(name) ? [] : [error]));
}

/** The answer to a field of one value; empty if there is none. */
export function answerOf(answers: Answers | undefined, name: string): string {
  const answer = answers?.[name];
  return typeof answer === 'string' ? answer : '';
}

/** The answers to a field of several values. */
export function answersOf(answers: Answers | undefined, name: string): readonly string[] {
  const answer = answers?.[name];
  if (answer === undefined || answer === '') return [];
  return typeof answer === 'string' ? [answer] : answer;
}
