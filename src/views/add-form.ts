import type { Card } from '../chat/card.ts';
import type { Answers, Errors, Form, Option } from '../chat/form.ts';
import type { Span } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Words } from '../strings/index.ts';

/** A certification as an option to choose. */
export function certificationOption({ code, short, name, body }: Certification): Option {
  return { value: code, label: `${short} · ${name}`, detail: body };
}

/** The most characters of a certificate number. */
export const MOST_NUMBER = 100;

interface AddForm {
  readonly words: Words;
  readonly chosen?: Certification | undefined;
  readonly answers?: Answers;
  readonly errors?: Errors;
}

/** The first step: which certification, and one of its dates. */
export function addForm({ words, chosen, answers, errors }: AddForm): Form {
  const say = words.add;
  return {
    command: 'add',
    title: say.title,
    submit: say.submit,
    parts: [
      {
        kind: 'search',
        name: 'certification',
        label: say.certification,
        hint: say.certificationHint,
        source: 'certifications',
        options: chosen === undefined ? [] : [certificationOption(chosen)],
      },
      { kind: 'line', name: 'number', label: say.number, optional: true, maxLength: MOST_NUMBER },
      { kind: 'date', name: 'start', label: say.start, hint: say.startHint, optional: true },
      { kind: 'date', name: 'expiry', label: say.expiry, hint: say.expiryHint, optional: true },
    ],
    ...(answers === undefined ? {} : { answers }),
    ...(errors === undefined ? {} : { errors }),
  };
}

interface ConfirmForm {
  readonly words: Words;
  readonly certification: Certification;
  readonly rule: string;
  /** What the first step answered: code, number and dates. */
  readonly state: string;
  readonly answers: Answers;
  readonly errors?: Errors;
}

/** The second step: the cycle that follows from the dates, to be corrected. */
export function confirmCycleForm({ words, certification, rule, state, answers, errors }: ConfirmForm): Form {
  const say = words.add;
  return {
    command: 'add',
    title: say.confirmTitle,
    submit: say.confirmSubmit,
    state,
    parts: [
      { kind: 'text', text: say.confirmIntro(certification.short, rule) },
      { kind: 'date', name: 'cycleStart', label: say.cycleStart },
      { kind: 'date', name: 'cycleEnd', label: say.cycleEnd },
    ],
    answers,
    ...(errors === undefined ? {} : { errors }),
  };
}

/** What was added. */
export function addedCard(certification: Certification, number: string, cycle: Span | undefined, words: Words): Card {
  const say = words.add;
  const facts = [
    { label: say.certification, value: `${certification.name} (${certification.body})` },
    ...(number === '' ? [] : [{ label: say.number, value: number }]),
    ...(cycle === undefined ? [] : [{ label: say.cycle, value: words.span(cycle.start, cycle.end) }]),
  ];
  const log = { label: say.log, command: 'log', args: { text: `for ${certification.short}` }, opensForm: true };
  return {
    title: say.added(certification.short),
    blocks: [
      { kind: 'facts', facts },
      ...(cycle === undefined ? [{ kind: 'note', text: say.neverExpires } as const] : []),
    ],
    actions: [
      ...(certification.renewal.kind === 'credits' ? [{ ...log, style: 'primary' } as const] : []),
      { label: words.log.pace, command: 'pace', args: { text: certification.code } },
      { label: words.log.undo, command: 'remove', args: { text: certification.code } },
    ],
  };
}
