import type { Answers, Form } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';
import { descriptionPart } from '../record-fields.ts';

interface SummaryForm {
  readonly words: Words;
  readonly title: string;
  /** Words that are asked for, and that there are. */
  readonly wanted: number;
  readonly count: number;
  readonly state: string;
  readonly answers: Answers;
}

/** The form for what a body wants to read about a record. */
export function summaryForm({ words, title, wanted: query, count, state, answers }: SummaryForm): Form {
  const phrases = words.proof;
  return {
    command: 'summary',
    title: phrases.summaryTitle,
    submit: words.record.editSubmit,
    state,
    parts: [
      { kind: 'text', text: [...phrases.summaryOf(title, query), ' ', phrases.summaryNow(count)] },
      { ...descriptionPart(words), optional: false } as Form['parts'][number],
    ],
    answers,
  };
}
