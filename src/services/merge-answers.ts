import { createHash } from 'node:crypto';
import { type Answers, type Errors, type Field, type Form, fieldsOf } from '../chat/form.ts';
import type { Words } from '../strings/index.ts';
import { type FormState, parseFormState, serializeFormState } from './form-state.ts';
import type { Request } from './request.ts';

/** The length of the hash of one value, so that the hashes of a hundred members fit into a form's state. */
const HASH_LENGTH = 6;

/** Returns a form that edits what is stored, with a state that also carries what it shows. */
export function editableForm(form: Form, state: FormState = {}): Form {
  return withShown(form, { ...state, shown: hashesOf(form) });
}

interface MergedForm {
  /** The answers to save. */
  readonly answers: Answers;
  /** The form with these answers, to show again with errors. */
  readonly form: Form;
  /** Fields were changed in the form and meanwhile, so it is to be shown again: sending it once more keeps the sent values. */
  readonly isConflict: boolean;
}

/** Merges a sent form with what was changed since it was shown; `form` shows what is stored now. */
export function mergeSentForm(
  form: Form,
  { answers = {}, state, words }: Pick<Request, 'answers' | 'state' | 'words'>,
  keep: FormState = {},
): MergedForm {
  const { shown } = parseFormState(state);
  const current = form.answers ?? {};
  const merged = mergeAnswers({ shown, current, sent: answers }, form.parts);
  const again = { ...form, answers: merged.answers };
  if (merged.conflicts.length === 0)
    return { answers: merged.answers, form: withShown(again, { ...keep, shown: hashesOf(form) }), isConflict: false };
  const errors = conflictErrors(merged.conflicts, form, words);
  const seen = withShown({ ...again, errors }, { ...keep, shown: hashesOf(form) });
  return { answers: merged.answers, form: seen, isConflict: true };
}

interface SentAnswers {
  /** The hashes of what the form showed; without them nothing can be compared. */
  readonly shown: string | undefined;
  /** What the form would show now. */
  readonly current: Answers;
  readonly sent: Answers;
}

/** Merges answers, lists by element; a field with one value conflicts if it was changed in the form and meanwhile. */
function mergeAnswers(
  { shown, current, sent }: SentAnswers,
  parts: Form['parts'],
): { readonly answers: Answers; readonly conflicts: readonly string[] } {
  if (shown === undefined) return { answers: sent, conflicts: [] };
  const hashes = new Set(shown.match(new RegExp(`.{${HASH_LENGTH}}`, 'gu')));
  const merged: Record<string, Answers[string]> = { ...sent };
  const conflicts: string[] = [];
  for (const { name, kind } of fieldsOf(parts)) {
    const [given, stored] = [sent[name], current[name] ?? ''];
    if (given === undefined || kind === 'file') continue;
    const wasShown = (value: string) => hashes.has(hashOf(name, value));
    if (isList(kind)) merged[name] = mergedList(valuesOf(stored), valuesOf(given), wasShown);
    else if (textOf(given) === textOf(stored) || wasShown(textOf(stored))) continue;
    else if (wasShown(textOf(given))) merged[name] = stored;
    else conflicts.push(name);
  }
  return { answers: merged, conflicts };
}

function mergedList(
  stored: readonly string[],
  given: readonly string[],
  wasShown: (value: string) => boolean,
): readonly string[] {
  const remaining = stored.filter((one) => !wasShown(one) || given.includes(one));
  return [...remaining, ...given.filter((one) => !wasShown(one) && !remaining.includes(one))];
}

/** Returns the error that lists the current values. It belongs to no field, so every platform draws the form again. */
function conflictErrors(conflicts: readonly string[], { parts, answers = {} }: Form, words: Words): Errors {
  const changes = fieldsOf(parts)
    .filter(({ name }) => conflicts.includes(name))
    .map((field) => words.shape.isNow(field.label, labelOf(field, textOf(answers[field.name] ?? ''))));
  return { changed: words.shape.changedMeanwhile(changes) };
}

function hashesOf({ parts, answers = {} }: Form): string {
  return fieldsOf(parts)
    .flatMap(({ name, kind }) => {
      const answer = answers[name] ?? '';
      return (isList(kind) ? valuesOf(answer) : [textOf(answer)]).map((value) => hashOf(name, value));
    })
    .join('');
}

function withShown(form: Form, state: FormState): Form {
  const text = serializeFormState(state);
  return text === undefined ? form : { ...form, state: text };
}

function isList(kind: Field['kind']): boolean {
  return kind === 'choices' || kind === 'people';
}

function labelOf(field: Field, value: string): string {
  return 'options' in field ? (field.options.find((option) => option.value === value)?.label ?? value) : value;
}

function hashOf(name: string, value: string): string {
  return createHash('sha256')
    .update(JSON.stringify([name, value]))
    .digest('base64url')
    .slice(0, HASH_LENGTH);
}

function valuesOf(answer: Answers[string]): readonly string[] {
  return (typeof answer === 'string' ? [answer] : answer).filter((one) => one !== '');
}

function textOf(answer: Answers[string]): string {
  return (typeof answer === 'string' ? answer : answer.join(',')).trim();
}
