import type { Form, FormPart } from '../chat/form.ts';
import type { Day } from '../domain/calendar.ts';
import type { Words } from '../strings/index.ts';

interface Erasing {
  readonly records: number;
  readonly certifications: number;
  /** Until when a body may ask for some of it. */
  readonly until: Day | undefined;
}

/** Says what would be gone, and asks for a word that nobody types by mistake. */
export function eraseForm({ records, certifications, until }: Erasing, words: Words): Form {
  const say = words.erase;
  const warning: readonly FormPart[] =
    until === undefined ? [] : [{ kind: 'text', text: say.warning(words.date(until)) }];
  return {
    command: 'erase',
    title: say.title,
    submit: say.submit,
    parts: [
      { kind: 'text', text: say.intro(records, certifications) },
      ...warning,
      { kind: 'line', name: 'word', label: say.word, maxLength: 20 },
    ],
  };
}
