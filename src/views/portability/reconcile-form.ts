import type { Answers, Errors, Form, Option } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';

/** Characters of a pasted transcript; a platform may allow fewer. A longer one is sent as a file. */
const MAX_PASTED = 15_000;

interface ReconcileFormContents {
  readonly certifications: readonly Option[];
  readonly files: readonly Option[];
  readonly answers: Answers;
  readonly errors?: Errors;
}

/** The form for a transcript: which certification, and the text or a file. */
export function reconcileForm({ certifications, files, answers, errors }: ReconcileFormContents, words: Words): Form {
  const phrases = words.reconcile;
  return {
    command: 'reconcile',
    title: phrases.title,
    submit: phrases.compare,
    answers,
    parts: [
      { kind: 'text', text: phrases.intro },
      {
        kind: 'choice',
        name: 'certification',
        label: phrases.certification,
        hint: phrases.certificationHint,
        options: certifications,
        optional: true,
      },
      {
        kind: 'paragraph',
        name: 'transcript',
        label: phrases.transcript,
        hint: phrases.transcriptHint,
        maxLength: MAX_PASTED,
        optional: true,
      },
      { kind: 'file', name: 'file', label: phrases.file, max: 1, options: files, optional: true },
    ],
    ...(errors === undefined ? {} : { errors }),
  };
}
