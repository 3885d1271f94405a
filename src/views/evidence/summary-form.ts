import type { Answers, Form } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';
import { descriptionPart } from '../record-fields.ts';

interface SummaryForm {
  readonly words: Words;
  readonly title: string;
  /** The required number of words. */
  readonly wanted: number;
  readonly count: number;
  readonly state: string;
  readonly answers: Answers;
}

/** The form for the summary that a body requires of a record. */
export function summaryForm({ words, title, wanted, count, state, answers }: SummaryForm): Form {
  const phrases = words.proof;
  return {
    command: 'summary',
    title: phrases.summaryTitle,
    submit: words.record.editSubmit,
    state,
    parts: [
      { kind: 'text', text: [...phrases.summaryOf(title, wanted), ' ', phrases.summaryNow(count)] },
      { ...descriptionPart(words), optional: false },
    ],
    answers,
  };
}
