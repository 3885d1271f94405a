import type { Answers, Errors, Form, FormPart, Option } from '../../chat/form.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../../domain/activity-kinds.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { versionsOf } from '../../domain/sourced-value.ts';
import type { Words } from '../../strings/index.ts';
import { proofParts } from '../proof-form.ts';
import { claimFields, descriptionPart, LOG_LIMITS } from '../record-fields.ts';

/** A certification that credits can be logged for. */
export interface Claimable {
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  /** Present when the duration is known. */
  readonly estimate?: Estimate | undefined;
}

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
}

/** The form for an activity and what it claims for each certification. */
export function logForm({ words, claimable, notes, files, state, errors, ...form }: LogForm): Form {
  return {
    ...form,
    parts: [
      ...notes.map((text) => ({ kind: 'text', text }) as const),
      ...activityParts(words),
      { kind: 'choices', name: 'counts', label: words.log.counts, options: claimable.map(optionOf) },
      ...claimable.flatMap((one) => claimParts(one, words)),
      ...(files === undefined ? [] : proofParts(files, words)),
      descriptionPart(words),
    ],
    ...(state === undefined ? {} : { state }),
    ...(errors === undefined ? {} : { errors }),
  };
}

function activityParts(words: Words): readonly FormPart[] {
  const phrases = words.log;
  const kinds = ACTIVITY_KINDS.map((value) => ({ value, label: words.kinds[value] }));
  const deliveries = DELIVERIES.map((value) => ({ value, label: words.deliveries[value] }));
  return [
    {
      kind: 'line',
      name: 'title',
      label: phrases.activityTitle,
      placeholder: phrases.titlePlaceholder,
      maxLength: LOG_LIMITS.title,
    },
    { kind: 'line', name: 'provider', label: phrases.provider, optional: true, maxLength: LOG_LIMITS.provider },
    { kind: 'choice', name: 'kind', label: phrases.kind, options: kinds },
    { kind: 'choice', name: 'delivery', label: phrases.delivery, optional: true, options: deliveries },
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
  ];
}

function claimParts(claimable: Claimable, words: Words): readonly FormPart[] {
  const { certification, renewal } = claimable;
  const options = renewal.marks.map(({ code, name }) => ({ value: code, label: name }));
  const label = words.log.marksOf(certification.short);
  const marks = { kind: 'choices', name: claimFields(certification).marks, label, options, optional: true } as const;
  return [...creditParts(claimable, words), ...(options.length === 0 ? [] : [marks])];
}

function creditParts({ certification, renewal, estimate }: Claimable, words: Words): readonly FormPart[] {
  const phrases = words.log;
  const { short } = certification;
  const { unit } = renewal;
  const fields = claimFields(certification);
  const hint = estimate === undefined ? phrases.creditsHint : estimateHint(estimate, renewal, words);
  const leaves = leavesOf(renewal);
  if (isSplit(renewal)) {
    return leaves.map(({ code, name }, index) => ({
      kind: 'number',
      name: fields.part(code),
      label: phrases.creditsIn(short, name, unit),
      optional: true,
      ...(index === 0 ? { hint } : {}),
    }));
  }
  const credits: FormPart = {
    kind: 'number',
    name: fields.credits,
    label: phrases.creditsOf(short, unit),
    hint,
    optional: true,
  };
  if (leaves.length < 2) return [credits];
  const options = leaves.map(({ code, name }) => ({ value: code, label: name }));
  return [
    credits,
    { kind: 'choice', name: fields.category, label: phrases.categoryOf(short), options, optional: true },
  ];
}

function estimateHint({ low, likely, high }: Estimate, { conversion, unit }: CreditRenewal, words: Words): string {
  const perCredit = versionsOf(conversion.minutesPerCredit).at(-1);
  if (perCredit === undefined) return words.log.noConversion;
  const hint = words.log.estimate(low, likely, high, perCredit.value, unit);
  return perCredit.certainty === 'M' ? `${hint.slice(0, -1)}${words.log.unverified}.` : hint;
}

function optionOf({ certification: { code, short, name } }: Claimable): Option {
  return { value: code, label: short, detail: name };
}
