import type { Answers, Errors, Form, FormPart } from '../../chat/form.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { DueAction } from '../../domain/required-actions.ts';
import type { Words } from '../../strings/index.ts';
import { MAX_NUMBER_LENGTH } from './add-form.ts';

/** Field names of what the rules ask the holder, by the code of the condition, the period or the act. */
export const editFields = {
  condition: (code: string) => `condition.${code}`,
  period: (code: string) => `period.${code}`,
  act: (code: string) => `act.${code}`,
};

interface EditForm {
  readonly words: Words;
  readonly certification: Certification;
  /** The day of certification isn't known and is asked for. */
  readonly asksCertified?: boolean;
  /** Required actions other than credits. */
  readonly acts: readonly DueAction[];
  readonly answers?: Answers;
  readonly errors?: Errors;
}

/** The form of a holding: number, cycle and the answers its rules depend on. */
export function editForm({ words, certification, asksCertified = false, acts, answers, errors }: EditForm): Form {
  const phrases = words.edit;
  const { renewal } = certification;
  const dates: readonly FormPart[] =
    renewal.kind === 'never-expires'
      ? []
      : [
          { kind: 'date', name: 'cycleStart', label: words.add.cycleStart },
          { kind: 'date', name: 'cycleEnd', label: words.add.cycleEnd },
        ];
  return {
    command: 'edit',
    title: phrases.title(certification.short),
    submit: phrases.submit,
    parts: [
      { kind: 'line', name: 'number', label: words.add.number, optional: true, maxLength: MAX_NUMBER_LENGTH },
      ...(asksCertified
        ? [
            {
              kind: 'date',
              name: 'certifiedOn',
              label: phrases.certifiedOn,
              hint: phrases.certifiedHint,
              optional: true,
            } as const,
          ]
        : []),
      ...dates,
      ...(renewal.kind === 'credits' ? ruleParts(renewal, acts, words) : []),
    ],
    ...(answers === undefined ? {} : { answers }),
    ...(errors === undefined ? {} : { errors }),
  };
}

function ruleParts(
  { conditions, requirements }: CreditRenewal,
  acts: readonly DueAction[],
  words: Words,
): readonly FormPart[] {
  return [
    ...conditions.map(
      ({ code, question, options }): FormPart => ({
        kind: 'choice',
        name: editFields.condition(code),
        label: words.catalogueText(question),
        options: options.map((option) => ({ value: option.code, label: words.catalogueText(option.name) })),
        optional: true,
      }),
    ),
    ...requirements
      .filter(({ per }) => per === 'period')
      .map(
        ({ code, name = code }): FormPart => ({
          kind: 'date',
          name: editFields.period(code),
          label: words.edit.periodEnds(words.catalogueText(name)),
          optional: true,
        }),
      ),
    ...acts.map(
      ({ act, key, year }): FormPart => ({
        kind: 'date',
        name: editFields.act(key),
        label: words.edit.doneOn(words.catalogueText(act.name), year),
        optional: true,
      }),
    ),
  ];
}
