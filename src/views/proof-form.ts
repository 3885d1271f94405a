import type { Answers, Errors, Field, Form, Option } from '../chat/form.ts';
import type { Text } from '../chat/text.ts';
import { EVIDENCE_FORMS } from '../domain/evidence.ts';
import type { Words } from '../strings/index.ts';

/** The facts that only a proof can show; all others are fields of the record. */
const SHOWN_BY_PROOF = ['attendee', 'hours', 'signature', 'location', 'instructor', 'sponsor-id', 'relevance'] as const;

/** Maximum characters of a link and a note, and maximum files at once. */
const PROOF_LIMITS = { link: 2048, note: 2000, files: 5 } as const;

/** The fields of a proof; `files` are already uploaded. */
export function proofParts(files: readonly Option[], words: Words): readonly Field[] {
  const phrases = words.log;
  const forms = EVIDENCE_FORMS.map((value) => ({ value, label: capital(words.rules.evidenceForms[value]) }));
  const shows = SHOWN_BY_PROOF.map((value) => ({ value, label: capital(words.rules.evidenceFacts[value]) }));
  return [
    {
      kind: 'file',
      name: 'proof',
      label: words.proof.file,
      hint: words.proof.fileHint,
      optional: true,
      max: PROOF_LIMITS.files,
      options: files,
    },
    {
      kind: 'line',
      name: 'link',
      label: phrases.link,
      hint: phrases.linkHint,
      optional: true,
      maxLength: PROOF_LIMITS.link,
    },
    { kind: 'choice', name: 'proofForm', label: words.proof.form, options: forms, optional: true },
    {
      kind: 'choices',
      name: 'shows',
      label: words.proof.shows,
      hint: words.proof.showsHint,
      options: shows,
      optional: true,
    },
    {
      kind: 'paragraph',
      name: 'note',
      label: phrases.note,
      hint: phrases.noteHint,
      optional: true,
      maxLength: PROOF_LIMITS.note,
    },
  ];
}

interface ProofForm {
  readonly words: Words;
  /** Identifies the record. */
  readonly about: Text;
  readonly files: readonly Option[];
  readonly state: string;
  readonly answers: Answers;
  readonly errors?: Errors;
}

/** The form for one more proof of a record. */
export function proofForm({ words, about, files, state, answers, errors }: ProofForm): Form {
  return {
    command: 'attach',
    title: words.proof.title,
    submit: words.proof.submit,
    state,
    parts: [{ kind: 'text', text: about }, ...proofParts(files, words)],
    answers,
    ...(errors === undefined ? {} : { errors }),
  };
}

function capital(text: string): string {
  const bare = text.replace(/^an? /u, '');
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
}
