import type { Card } from '../../chat/card.ts';
import type { Answers, Errors, Form, Option } from '../../chat/form.ts';
import type { DateRange } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';

/** Returns a certification as an option of a form. */
export function certificationOption({ code, short, name, body }: Certification): Option {
  return { value: code, label: `${short} · ${name}`, detail: body };
}

/** Maximum characters of a certificate number. */
export const MAX_NUMBER_LENGTH = 100;

interface AddForm {
  readonly words: Words;
  readonly chosen?: Certification | undefined;
  readonly answers?: Answers;
  readonly errors?: Errors;
}

/** The first step of adding: the certification and one of its dates. */
export function addForm({ words, chosen, answers, errors }: AddForm): Form {
  const phrases = words.add;
  return {
    command: 'add',
    title: phrases.title,
    submit: phrases.submit,
    parts: [
      {
        kind: 'search',
        name: 'certification',
        label: phrases.certification,
        hint: phrases.certificationHint,
        source: 'certifications',
        options: chosen === undefined ? [] : [certificationOption(chosen)],
      },
      { kind: 'line', name: 'number', label: phrases.number, optional: true, maxLength: MAX_NUMBER_LENGTH },
      { kind: 'date', name: 'start', label: phrases.start, hint: phrases.startHint, optional: true },
      { kind: 'date', name: 'expiry', label: phrases.expiry, hint: phrases.expiryHint, optional: true },
    ],
    ...(answers === undefined ? {} : { answers }),
    ...(errors === undefined ? {} : { errors }),
  };
}

interface ConfirmForm {
  readonly words: Words;
  readonly certification: Certification;
  readonly rule: string;
  /** The answers of the first step: code, number and dates. */
  readonly state: string;
  readonly answers: Answers;
  readonly errors?: Errors;
}

/** The second step of adding: the cycle proposed from the dates, to confirm or correct. */
export function confirmCycleForm({ words, certification, rule, state, answers, errors }: ConfirmForm): Form {
  const phrases = words.add;
  return {
    command: 'add',
    title: phrases.confirmTitle,
    submit: phrases.confirmSubmit,
    state,
    parts: [
      { kind: 'text', text: phrases.confirmIntro(certification.short, rule) },
      { kind: 'date', name: 'cycleStart', label: phrases.cycleStart },
      { kind: 'date', name: 'cycleEnd', label: phrases.cycleEnd },
    ],
    answers,
    ...(errors === undefined ? {} : { errors }),
  };
}

interface AddedHolding {
  readonly certification: Certification;
  readonly number: string;
  readonly cycle: DateRange | undefined;
}

/** The confirmation of an added certification. */
export function addedCard({ certification, number, cycle }: AddedHolding, words: Words): Card {
  const phrases = words.add;
  const facts = [
    { label: phrases.certification, value: `${certification.name} (${certification.body})` },
    ...(number === '' ? [] : [{ label: phrases.number, value: number }]),
    ...(cycle === undefined ? [] : [{ label: phrases.cycle, value: words.span(cycle.start, cycle.end) }]),
  ];
  const log = { label: phrases.log, command: 'log', args: { text: `for ${certification.short}` }, opensForm: true };
  return {
    title: phrases.added(certification.short),
    blocks: [
      { kind: 'facts', facts },
      ...(cycle === undefined ? [{ kind: 'note', text: phrases.neverExpires } as const] : []),
    ],
    actions: [
      ...(certification.renewal.kind === 'credits' ? [{ ...log, style: 'primary' } as const] : []),
      { label: words.log.pace, command: 'pace', args: { text: certification.code } },
      { label: words.log.undo, command: 'remove', args: { text: certification.code } },
    ],
  };
}
