import type { Answers, Form, FormPart } from '../chat/form.ts';
import type { Words } from '../strings/index.ts';

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
  const say = words.customise;
  const line = (name: 'short' | 'name' | 'body', label: string): FormPart => ({
    kind: 'line',
    name,
    label,
    maxLength: 100,
  });
  return {
    command: 'customise',
    title: say.title,
    submit: say.submit,
    state: code,
    parts: [
      { kind: 'text', text: isNew ? say.introNew(code) : say.intro },
      line('short', say.short),
      line('name', say.name),
      line('body', say.body),
      ...(hasCredits ? creditParts(words) : []),
      { kind: 'number', name: 'fee', label: say.fee, optional: true },
    ],
    answers,
  };
}

function creditParts({ customise: say }: Words): readonly FormPart[] {
  return [
    { kind: 'line', name: 'unit', label: say.unit, optional: true, maxLength: 40 },
    { kind: 'number', name: 'months', label: say.months, optional: true },
    { kind: 'number', name: 'total', label: say.total, optional: true },
    { kind: 'number', name: 'yearly', label: say.yearly, optional: true },
  ];
}
