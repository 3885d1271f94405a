import type { Answers, Form } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';

/** Maximum characters of what was done. */
const MAX_CURE_LENGTH = 500;

/** The form for how the body made a missed requirement good. */
export function cureForm(of: {
  readonly words: Words;
  /** Names the certification, the requirement and the body. */
  readonly intro: string;
  readonly state: string | undefined;
  readonly answers: Answers;
}): Form {
  const { words, intro, state, answers } = of;
  const phrases = words.opening.cure;
  return {
    command: 'edit',
    title: phrases.title,
    submit: phrases.submit,
    state,
    parts: [
      { kind: 'text', text: intro },
      { kind: 'date', name: 'on', label: phrases.on, optional: true },
      {
        kind: 'paragraph',
        name: 'what',
        label: phrases.what,
        hint: phrases.whatHint,
        optional: true,
        maxLength: MAX_CURE_LENGTH,
      },
    ],
    answers,
  };
}
