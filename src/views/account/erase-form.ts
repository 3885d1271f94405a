import type { Form, FormPart } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';

interface Erasing {
  readonly records: number;
  readonly certifications: number;
  /** Until when a body may ask for some of it. */
  readonly until: Day | undefined;
}

/** The form that confirms erasure by typing a word. */
export function eraseForm({ records, certifications, until }: Erasing, words: Words): Form {
  const phrases = words.erase;
  const warning: readonly FormPart[] =
    until === undefined ? [] : [{ kind: 'text', text: phrases.warning(words.date(until)) }];
  return {
    command: 'erase',
    title: phrases.title,
    submit: phrases.submit,
    parts: [
      { kind: 'text', text: phrases.intro(records, certifications) },
      ...warning,
      { kind: 'line', name: 'word', label: phrases.word, maxLength: 20 },
    ],
  };
}
