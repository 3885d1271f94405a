import type { Answers, Form } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';
import { activityKindOptions } from '../activity-kind-options.ts';

/** The form for posting an offer to the team. */
export function offerForm(words: Words, answers: Answers): Form {
  const phrases = words.opportunity;
  return {
    command: 'offer',
    title: phrases.offerTitle,
    submit: phrases.submit,
    parts: [
      { kind: 'line', name: 'title', label: words.log.activityTitle, maxLength: 200 },
      { kind: 'line', name: 'url', label: phrases.address, maxLength: 2048 },
      { kind: 'line', name: 'provider', label: words.record.provider, optional: true, maxLength: 100 },
      {
        kind: 'choice',
        name: 'kind',
        label: phrases.kind,
        options: activityKindOptions(words),
      },
      { kind: 'date', name: 'start', label: words.log.when, hint: phrases.whenHint, optional: true },
      { kind: 'line', name: 'duration', label: words.log.duration, optional: true, maxLength: 40 },
      {
        kind: 'choice',
        name: 'free',
        label: phrases.isFree,
        optional: true,
        options: [
          { value: 'yes', label: phrases.yes },
          { value: 'no', label: phrases.no },
        ],
      },
    ],
    answers,
  };
}

interface AttendedForm {
  readonly chosen: { readonly id: string; readonly title: string } | undefined;
  readonly state: string | undefined;
}

/** The form that searches for an attended opportunity. */
export function attendedForm(words: Words, { chosen, state }: AttendedForm): Form {
  const phrases = words.opportunity;
  const options = chosen === undefined ? [] : [{ value: chosen.id, label: chosen.title }];
  return {
    command: 'attended',
    title: phrases.attended,
    submit: phrases.onwards,
    parts: [
      { kind: 'search', name: 'offer', label: phrases.which, hint: phrases.whichHint, source: 'offers', options },
    ],
    ...(chosen === undefined ? {} : { answers: { offer: chosen.id } }),
    state,
  };
}
