import type { Language } from './language.ts';
import type { Text } from './text.ts';

/** One of several things to choose; `detail` is a second, smaller line where the platform has room for it. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

interface Common {
  /** The key of the answer: letters, digits, `.` and `-`, unique in its form. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly optional?: boolean;
}

/** A question of a form. Every answer is a text as typed, but that of `choices` and `file`, which is a list of values. */
export type Field =
  | (Common & { readonly kind: 'line'; readonly maxLength: number })
  | (Common & { readonly kind: 'paragraph'; readonly maxLength: number })
  /** An amount; the answer stays as it was typed, so that a wrong one can be shown again. */
  | (Common & { readonly kind: 'number' })
  /** A day, answered as `2026-03-31`. */
  | (Common & { readonly kind: 'date' })
  | (Common & { readonly kind: 'choice'; readonly options: readonly Option[] })
  | (Common & { readonly kind: 'choices'; readonly options: readonly Option[] })
  /** One of a list too long to show: `source` names the list for `Core.suggest`, `options` holds what is chosen already. */
  | (Common & { readonly kind: 'search'; readonly source: string; readonly options: readonly Option[] })
  /** Files, at most `most`; answered by the ids of those that are kept already, `options` names them. New ones come as `Interaction.files`. */
  | (Common & { readonly kind: 'file'; readonly max: number; readonly options: readonly Option[] });

/** A field, or words between fields. */
export type FormPart = Field | { readonly kind: 'text'; readonly text: Text };

/** What was typed: by field name. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong: by field name, in words. */
export type Errors = Readonly<Record<string, string>>;

/** A form; sent, it returns as an `Interaction` for `command`. A form with `errors` is a refused one, shown again filled in. */
export interface Form {
  readonly command: string;
  readonly title: string;
  readonly submit: string;
  readonly parts: readonly FormPart[];
  /** What the command must remember until the form returns: ids only, at most 2,000 characters. Never trusted when it comes back. */
  readonly state?: string;
  readonly answers?: Answers;
  readonly errors?: Errors;
  /** What is wrong with the whole form, or kept it from being saved. */
  readonly problem?: string;
  /** What it is written in; what an adapter adds is written in the same. */
  readonly language?: Language;
}

/** The fields of a form, without the words between them. */
export function fieldsOf(parts: readonly FormPart[]): readonly Field[] {
  return parts.filter((part): part is Field => part.kind !== 'text');
}

/** The errors of a form that belong to none of its fields. */
export function errorsWithoutField({ parts, errors = {} }: Form): readonly string[] {
  const names = new Set(fieldsOf(parts).map(({ name }) => name));
  return Object.entries(errors).flatMap(([name, error]) => (names.has(name) ? [] : [error]));
}

/** The answer to a field of one value; empty when there is none. */
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
