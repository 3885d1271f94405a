import type { Block, Card, Fact } from '../../chat/card.ts';
import { answersOf, type Field, type Form, fieldsOf } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';

/** The card of a form that was left as a draft: what is filled in, what is still to be answered, and how to confirm it. */
export function logDraftCard(form: Form, words: Words): Card {
  const phrases = words.draft;
  const fields = fieldsOf(form.parts);
  const facts = fields.flatMap((field): readonly Fact[] => {
    const value = shownAnswer(field, form);
    return value === '' ? [] : [{ label: field.label, value }];
  });
  const problems = fields.flatMap(({ name, label }) => {
    const error = form.errors?.[name];
    return error === undefined ? [] : [{ label, value: error }];
  });
  const questions: readonly Block[] =
    problems.length === 0
      ? []
      : [
          { kind: 'heading', text: phrases.open },
          { kind: 'facts', facts: problems },
        ];
  return {
    title: phrases.logTitle,
    blocks: [{ kind: 'text', text: phrases.logHow }, { kind: 'facts', facts }, ...questions],
  };
}

/** The answer to a field as people read it: the labels of what is chosen, or the text. */
function shownAnswer(field: Field, { answers }: Form): string {
  const options = 'options' in field ? field.options : [];
  return answersOf(answers, field.name)
    .map((chosen) => options.find(({ value }) => value === chosen)?.label ?? chosen)
    .join(', ');
}
