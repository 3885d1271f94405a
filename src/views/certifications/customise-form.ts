import type { Answers, Form, FormPart } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';

/** The figures of a certification that a workspace can set itself. */
export function customiseForm(of: {
  readonly words: Words;
  readonly code: string;
  readonly isNew: boolean;
  /** It is renewed by credits: credits can be set. */
  readonly hasCredits: boolean;
  readonly answers: Answers;
}): Form {
  const { words, code, isNew, hasCredits, answers } = of;
  const phrases = words.customise;
  const line = (name: 'short' | 'name' | 'body', label: string): FormPart => ({
    kind: 'line',
    name,
    label,
    maxLength: 100,
  });
  return {
    command: 'customise',
    title: phrases.title,
    submit: phrases.submit,
    state: code,
    parts: [
      { kind: 'text', text: isNew ? phrases.introNew(code) : phrases.intro },
      line('short', phrases.short),
      line('name', phrases.name),
      line('body', phrases.body),
      ...(hasCredits ? creditParts(words) : []),
      { kind: 'number', name: 'fee', label: phrases.fee, optional: true },
    ],
    answers,
  };
}

function creditParts({ customise: phrases }: Words): readonly FormPart[] {
  return [
    { kind: 'line', name: 'unit', label: phrases.unit, optional: true, maxLength: 40 },
    { kind: 'number', name: 'months', label: phrases.months, optional: true },
    { kind: 'number', name: 'total', label: phrases.total, optional: true },
    { kind: 'number', name: 'yearly', label: phrases.yearly, optional: true },
  ];
}
