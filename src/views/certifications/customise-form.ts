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

/** How cycles are counted, as a workspace can set it. */
const CYCLES = ['certified', 'january', 'fixed-day', 'fixed-day-own'] as const;

function creditParts({ customise: phrases }: Words): readonly FormPart[] {
  const options = CYCLES.map((value) => ({ value, label: phrases.anchors[value] }));
  const paragraph = (name: string, label: string, hint: string): FormPart => {
    return { kind: 'paragraph', name, label, hint, optional: true, maxLength: 2000 };
  };
  return [
    { kind: 'line', name: 'unit', label: phrases.unit, optional: true, maxLength: 40 },
    { kind: 'number', name: 'months', label: phrases.months, optional: true },
    { kind: 'number', name: 'total', label: phrases.total, optional: true },
    { kind: 'number', name: 'yearly', label: phrases.yearly, optional: true },
    paragraph('minimums', phrases.minimums, phrases.minimumsHint),
    paragraph('caps', phrases.caps, phrases.capsHint),
    { kind: 'choice', name: 'anchor', label: phrases.anchor, optional: true, options },
    { kind: 'date', name: 'endsOn', label: phrases.endsOn, hint: phrases.endsOnHint, optional: true },
  ];
}
