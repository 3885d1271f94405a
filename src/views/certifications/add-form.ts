import type { Card } from '../../chat/card.ts';
import type { Answers, Errors, Form, FormPart, Option } from '../../chat/form.ts';
import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';
import { retiredText } from '../change-words.ts';
import { openingAction } from '../stated-words.ts';

/** Returns a certification as an option of a form. */
export function certificationOption({ code, short, name, body }: Certification): Option {
  return { value: code, label: `${short} · ${name}`, detail: body };
}

/** Maximum characters of a certificate number. */
export const MAX_NUMBER_LENGTH = 100;

interface AddForm {
  readonly words: Words;
  readonly chosen?: Certification | undefined;
  /** What a typed name may mean; none of them is filled in. */
  readonly which?: WhichCertification | undefined;
  readonly answers?: Answers;
  readonly errors?: Errors;
}

/** A typed name that isn't one certification's, and all that it may mean. */
export interface WhichCertification {
  readonly typed: string;
  readonly candidates: readonly Certification[];
}

/** The first step of adding: the certification and one of its dates. */
export function addForm({ words, chosen, which, answers, errors }: AddForm): Form {
  const phrases = words.add;
  return {
    command: 'add',
    title: phrases.title,
    submit: phrases.submit,
    ...(which === undefined ? {} : { state: stateOfName(which.typed) }),
    parts: [
      ...(which === undefined ? [searchField(chosen, words)] : choiceAmong(which, words)),
      { kind: 'line', name: 'number', label: phrases.number, optional: true, maxLength: MAX_NUMBER_LENGTH },
      { kind: 'date', name: 'start', label: phrases.start, hint: phrases.startHint, optional: true },
      { kind: 'date', name: 'expiry', label: phrases.expiry, hint: phrases.expiryHint, optional: true },
    ],
    ...(answers === undefined ? {} : { answers }),
    ...(errors === undefined ? {} : { errors }),
  };
}

function searchField(chosen: Certification | undefined, { add: phrases }: Words): FormPart {
  return {
    kind: 'search',
    name: 'certification',
    label: phrases.certification,
    hint: phrases.certificationHint,
    source: 'certifications',
    options: chosen === undefined ? [] : [certificationOption(chosen)],
  };
}

/** A list of what the name may mean, because a search field can't be opened with more than one option everywhere. */
function choiceAmong({ typed, candidates }: WhichCertification, { add: phrases }: Words): readonly FormPart[] {
  const { certification: label, whichHint: hint } = phrases;
  return [
    { kind: 'text', text: phrases.whichOne(typed, candidates.length) },
    { kind: 'choice', name: 'certification', label, hint, options: candidates.map(certificationOption) },
  ];
}

const NAME = 'name ';

function stateOfName(typed: string): string {
  return `${NAME}${typed}`;
}

/** Returns the typed name in the state of the first step's form, if it has one. */
export function nameInState(state: string | undefined): string | undefined {
  return state?.startsWith(NAME) ? state.slice(NAME.length) : undefined;
}

interface ConfirmForm {
  readonly words: Words;
  readonly certification: Certification;
  readonly rule: string;
  /** That it is no longer offered, if so. */
  readonly warning?: string | undefined;
  /** The answers of the first step: code, number and dates. */
  readonly state: string;
  readonly answers: Answers;
  /** Certifications of the person that it renews. */
  readonly renewed?: readonly RenewedCertification[];
  readonly errors?: Errors;
}

/** A certification that another renews, with the end of its cycle before and after. */
interface RenewedCertification {
  readonly code: string;
  readonly short: string;
  readonly before: Day;
  readonly after: Day;
}

/** The second step of adding: the cycle proposed from the dates, to confirm or correct. */
export function confirmCycleForm({
  words,
  certification,
  rule,
  warning,
  state,
  answers,
  renewed = [],
  errors,
}: ConfirmForm): Form {
  const phrases = words.add;
  const options = renewed.map(({ code, short, before, after }) => ({
    value: code,
    label: short,
    detail: phrases.renewsUntil(before, after),
  }));
  return {
    command: 'add',
    title: phrases.confirmTitle,
    submit: phrases.confirmSubmit,
    state,
    parts: [
      ...(warning === undefined ? [] : [{ kind: 'text', text: [{ bold: warning }] } as const]),
      { kind: 'text', text: phrases.confirmIntro(certification.short, rule) },
      { kind: 'date', name: 'cycleStart', label: phrases.cycleStart },
      { kind: 'date', name: 'cycleEnd', label: phrases.cycleEnd },
      ...(options.length === 0
        ? []
        : [
            {
              kind: 'choices',
              name: 'renews',
              label: phrases.renews,
              hint: phrases.renewsHint,
              options,
              optional: true,
            } as const,
          ]),
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
export function addedCard({ certification, number, cycle }: AddedHolding, today: Day, words: Words): Card {
  const phrases = words.add;
  const hasBegun = certification.renewal.kind === 'credits' && cycle !== undefined && cycle.start <= today;
  const warning = retiredText(certification, today, words);
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
      ...(warning === undefined ? [] : [{ kind: 'note', text: warning } as const]),
      ...(cycle === undefined ? [{ kind: 'note', text: phrases.neverExpires } as const] : []),
    ],
    actions: [
      ...(certification.renewal.kind === 'credits' ? [{ ...log, style: 'primary' } as const] : []),
      ...(hasBegun ? [openingAction(certification.code, words)] : []),
      { label: words.log.pace, command: 'pace', args: { text: certification.code } },
      { label: words.log.undo, command: 'remove', args: { text: certification.code } },
    ],
  };
}
