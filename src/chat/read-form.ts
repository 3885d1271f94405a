import { type Answers, answerOf, answersOf, type Field, type FormPart, fieldsOf } from './form.ts';

/** What a form's shape says about an answer, before its meaning is looked at. */
export type ShapeProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'not-offered' };

/** The shape problems of sent answers, by field name. Days and amounts are for the command to read. */
export function readForm(parts: readonly FormPart[], answers: Answers): ReadonlyMap<string, ShapeProblem> {
  const problems = new Map<string, ShapeProblem>();
  for (const field of fieldsOf(parts)) {
    const problem = problemOf(field, answers);
    if (problem !== undefined) problems.set(field.name, problem);
  }
  return problems;
}

/** How many characters a person sees: an emoji or a letter with its accents is one. */
export function countCharacters(text: string): number {
  return text.length <= 20 ? text.length : [...new Intl.Segmenter().segment(text)].length;
}

/** Whether a text has anything that can be seen. */
function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

function problemOf(field: Field, answers: Answers): ShapeProblem | undefined {
  const given = answersOf(answers, field.name);
  if (field.kind !== 'choices' && field.kind !== 'file' && typeof (answers[field.name] ?? '') !== 'string')
    return { kind: 'not-offered' };
  if (!given.some(isVisible)) return field.optional && given.length === 0 ? undefined : { kind: 'missing' };
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const answer = answerOf(answers, field.name);
      const length = countCharacters(answer);
      // A character may be a letter with many accents, but not with thousands.
      const isLong = length > field.maxLength || answer.length > field.maxLength * 8;
      return isLong
        ? { kind: 'too-long', length: Math.max(length, field.maxLength + 1), max: field.maxLength }
        : undefined;
    }
    case 'choice':
    case 'choices':
    case 'file': {
      const offered = new Set(field.options.map((option) => option.value));
      return given.every((value) => offered.has(value)) ? undefined : { kind: 'not-offered' };
    }
    case 'number':
    case 'date':
    case 'search':
      return undefined;
  }
}
