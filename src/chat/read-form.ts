import { type Answers, answerOf, answersOf, type Field, type FormPart, fieldsOf } from './form.ts';

/** What is wrong with the format of an answer. */
export type ShapeProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'not-offered' };

/** The format problems of sent answers by field name. Dates and amounts are checked by the command. */
export function readForm(parts: readonly FormPart[], answers: Answers): ReadonlyMap<string, ShapeProblem> {
  const problems = new Map<string, ShapeProblem>();
  for (const field of fieldsOf(parts)) {
    const problem = problemOf(field, answers);
    if (problem !== undefined) problems.set(field.name, problem);
  }
  return problems;
}

/** The number of visible characters; an emoji or a letter with accents counts as one. */
export function countCharacters(text: string): number {
  return text.length <= 20 ? text.length : [...new Intl.Segmenter().segment(text)].length;
}

/** Whether a text contains a visible character. */
function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

function problemOf(field: Field, answers: Answers): ShapeProblem | undefined {
  const given = answersOf(answers, field.name);
  if (
    field.kind !== 'choices' &&
    field.kind !== 'people' &&
    field.kind !== 'file' &&
    typeof (answers[field.name] ?? '') !== 'string'
  )
    return { kind: 'not-offered' };
  if (!given.some(isVisible)) return field.optional && given.length === 0 ? undefined : { kind: 'missing' };
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const answer = answerOf(answers, field.name);
      // There are never more characters than code units, and counting them takes long.
      if (answer.length <= field.maxLength) return undefined;
      const length = countCharacters(answer);
      // A visible character may consist of several code units, but not of thousands.
      const isLong = length > field.maxLength || answer.length > field.maxLength * 8;
      return isLong
        ? { kind: 'too-long', length: Math.max(length, field.maxLength + 1), max: field.maxLength }
        : undefined;
    }
    case 'choice':
    case 'choices':
    case 'file': {
      const suggested = new Set(field.options.map((option) => option.value));
      return given.every((value) => suggested.has(value)) ? undefined : { kind: 'not-offered' };
    }
    case 'people':
      return given.length > field.max ? { kind: 'not-offered' } : undefined;
    case 'number':
    case 'date':
    case 'search':
      return undefined;
  }
}
