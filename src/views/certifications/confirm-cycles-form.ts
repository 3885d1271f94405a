import type { Answers, Errors, Form, FormPart } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { OpeningYear } from '../../domain/opening-balance-years.ts';
import type { Words } from '../../strings/index.ts';
import { addFields } from './add-form.ts';
import { openingAmounts } from './opening-form.ts';

/** A certification that another renews, with the end of its cycle before and after. */
interface RenewedCertification {
  readonly code: string;
  readonly short: string;
  readonly before: Day;
  readonly after: Day;
}

/** A certification to add, and what is asked about it. */
export interface CycleToConfirm {
  readonly certification: Certification;
  /** The rule that its cycle follows from, in words. */
  readonly rule: string;
  /** That it is no longer offered, if so. */
  readonly warning?: string | undefined;
  /** Certifications of the person that it renews. */
  readonly renewed?: readonly RenewedCertification[];
  /** The years of its cycle for which it is asked what the portal shows. */
  readonly years?: readonly OpeningYear[];
}

interface ConfirmForm {
  readonly words: Words;
  /** Those without a cycle are left out. */
  readonly cycles: readonly (CycleToConfirm | undefined)[];
  /** What the first step proposed. */
  readonly state: string;
  readonly answers: Answers;
  readonly errors?: Errors;
  readonly problem?: string | undefined;
}

/** The second step of adding: the proposed cycles, to confirm or correct, and what was earned in them so far. */
export function confirmCyclesForm({ words, cycles, state, answers, errors, problem }: ConfirmForm): Form {
  const phrases = words.add;
  return {
    command: 'add',
    title: phrases.confirmTitle,
    submit: phrases.confirmSubmit,
    state,
    parts: cycles.flatMap((cycle, index) =>
      cycle === undefined ? [] : cycleParts(cycle, addFields(index, cycles.length), words),
    ),
    answers,
    ...(errors === undefined ? {} : { errors }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function cycleParts(
  { certification, rule, warning, renewed = [], years = [] }: CycleToConfirm,
  fields: ReturnType<typeof addFields>,
  words: Words,
): readonly FormPart[] {
  const phrases = words.add;
  return [
    ...(warning === undefined ? [] : [{ kind: 'text', text: [{ bold: warning }] } as const]),
    { kind: 'text', text: phrases.confirmIntro(certification.short, rule) },
    { kind: 'date', name: fields.cycleStart, label: phrases.cycleStart },
    { kind: 'date', name: fields.cycleEnd, label: phrases.cycleEnd },
    ...renewedField(renewed, fields.renews, words),
    ...earnedParts(certification, years, { prefix: fields.prefix, words }),
  ];
}

function renewedField(renewed: readonly RenewedCertification[], name: string, words: Words): readonly FormPart[] {
  const { renews: label, renewsHint: hint, renewsUntil } = words.add;
  const options = renewed.map(({ code, short, before, after }) => ({
    ...{ value: code, label: short, detail: renewsUntil(before, after) },
  }));
  return options.length === 0 ? [] : [{ kind: 'choices', name, label, hint, options, optional: true }];
}

/** Asks what the portal shows for each year; an empty field states nothing. */
function earnedParts(
  { short, body, renewal }: Certification,
  years: readonly OpeningYear[],
  { prefix, words }: { readonly prefix: string; readonly words: Words },
): readonly FormPart[] {
  if (renewal.kind !== 'credits' || years.length === 0) return [];
  const phrases = words.opening;
  return [
    { kind: 'text', text: phrases.portalQuestion(short, body) },
    ...years.flatMap((year): readonly FormPart[] => [
      { kind: 'text', text: [{ bold: words.span(year.days.start, year.days.end) }] },
      ...openingAmounts(year, renewal, { prefix, words }),
    ]),
  ];
}
