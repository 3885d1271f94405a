import { type Answers, answerOf, answersOf, type Errors, type Field, type Form, type Option } from '../../chat/form.ts';
import { DELIVERIES } from '../../domain/activity-kinds.ts';
import type { Words } from '../../strings/index.ts';
import { activityKindOptions } from '../activity-kind-options.ts';
import { proofParts } from '../proof-form.ts';
import { claimFields, descriptionPart, LOG_LIMITS } from '../record-fields.ts';
import { type Claimable, claimParts, isCategoryDecided } from './claim-parts.ts';

export interface LogForm {
  readonly words: Words;
  readonly claimable: readonly Claimable[];
  /** Notes above the fields: how a date was read, what was not understood. */
  readonly notes: readonly string[];
  /** Files already uploaded for it; absent if the form has no proof fields. */
  readonly files?: readonly Option[];
  readonly command: 'log' | 'edit';
  readonly title: string;
  readonly submit: string;
  readonly state?: string | undefined;
  readonly answers: Answers;
  readonly errors?: Errors;
  /** The fields whose answers were read from a file. */
  readonly read?: readonly string[] | undefined;
  /** Shows the fields that most records don't need as well. */
  readonly isExpanded?: boolean | undefined;
}

/** The form for an activity and what it claims for each selected certification. Fields that most records don't need are extra. */
export function logForm({
  words,
  claimable,
  notes,
  files,
  state,
  errors,
  isExpanded = false,
  read = [],
  ...form
}: LogForm): Form {
  const { answers } = form;
  const fields = [
    ...activityParts(words),
    { kind: 'choices', name: 'counts', label: words.log.counts, options: claimable.map(optionOf) } as const,
    ...claimable.filter((one) => isClaimed(one, answers)).flatMap((one) => claimParts(one, words)),
    ...(files === undefined ? [] : proofParts(files, words)),
    descriptionPart(words),
  ];
  const decided = new Set(
    claimable.filter(isCategoryDecided).map(({ certification }) => claimFields(certification).category),
  );
  const isExtra = (field: Field) =>
    !isExpanded &&
    field.optional === true &&
    !MAIN_FIELDS.test(field.name) &&
    (decided.has(field.name) || isEmpty(field, answers));
  return {
    ...form,
    parts: [
      ...notes.map((text) => ({ kind: 'text', text }) as const),
      ...fields
        .map((field) => (read.includes(field.name) ? markedAsRead(field, words) : field))
        .map((field) => (isExtra(field) ? { ...field, extra: true as const } : field)),
    ],
    ...(state === undefined ? {} : { state }),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** A field whose hint says that its answer was read from a file. */
function markedAsRead(field: Field, { certificate }: Words): Field {
  const { hint = '' } = field;
  return { ...field, hint: `${certificate.readFromFile} ${hint}`.trim() };
}

/** Optional fields that every record should have: the duration, the credits and the proof file. */
const MAIN_FIELDS = /^(?:duration|proof|credits\.[\w-]+)$/u;

/** Whether a certification is selected, or has credits that were typed for it. */
function isClaimed({ certification }: Claimable, answers: Answers): boolean {
  const { credits } = claimFields(certification);
  return answersOf(answers, 'counts').includes(certification.code) || answerOf(answers, credits) !== '';
}

function isEmpty({ name }: Field, answers: Answers): boolean {
  return answersOf(answers, name).length === 0;
}

function activityParts(words: Words): readonly Field[] {
  const phrases = words.log;
  const kinds = activityKindOptions(words);
  const deliveries = DELIVERIES.map((value) => ({ value, label: words.deliveries[value] }));
  return [
    {
      kind: 'line',
      name: 'title',
      label: phrases.activityTitle,
      placeholder: phrases.titlePlaceholder,
      maxLength: LOG_LIMITS.title,
    },
    { kind: 'choice', name: 'kind', label: phrases.kind, options: kinds },
    { kind: 'date', name: 'start', label: phrases.start },
    { kind: 'date', name: 'end', label: phrases.end, hint: phrases.endHint, optional: true },
    {
      kind: 'line',
      name: 'duration',
      label: phrases.duration,
      hint: phrases.durationHint,
      optional: true,
      maxLength: LOG_LIMITS.duration,
    },
    { kind: 'line', name: 'provider', label: phrases.provider, optional: true, maxLength: LOG_LIMITS.provider },
    { kind: 'choice', name: 'delivery', label: phrases.delivery, optional: true, options: deliveries },
  ];
}

function optionOf({ certification: { code, short, name } }: Claimable): Option {
  return { value: code, label: short, detail: name };
}
