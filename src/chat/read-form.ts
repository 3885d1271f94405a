import { type Answers, answerOf, answersOf, type Field, type FormPart, fieldsOf } from './form.ts';

/** What a form's shape says about an answer, before its meaning is looked at. */
export type ShapeProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number }
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

function problemOf(field: Field, answers: Answers): ShapeProblem | undefined {
  const given = answersOf(answers, field.name);
  if (given.length === 0) return field.optional ? undefined : { kind: 'missing' };
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const length = countCharacters(answerOf(answers, field.name));
      return length > field.maxLength ? { kind: 'too-long', length, most: field.maxLength } : undefined;
    }
    case 'choice':
    case 'choices': {
      const offered = new Set(field.options.map((option) => option.value));
      return given.every((value) => offered.has(value)) ? undefined : { kind: 'not-offered' };
    }
    case 'number':
    case 'date':
    case 'search':
      return undefined;
  }
}
