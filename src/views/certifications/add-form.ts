import type { Answers, Errors, Form, FormPart, Option } from '../../chat/form.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';

/** Returns a certification as an option of a form. */
export function certificationOption({ code, short, name, body }: Certification): Option {
  return { value: code, label: `${short} · ${name}`, detail: body };
}

/** Maximum characters of a certificate number. */
export const MAX_NUMBER_LENGTH = 100;

/** A name that was typed to add a certification, and what it may mean. */
export interface NamedEntry {
  readonly typed: string;
  readonly chosen: Certification | undefined;
  readonly candidates: readonly Certification[];
  /** The person has it already, or it was named before; it isn't added. */
  readonly isAlreadyAdded?: boolean;
}

/** The field names of one of the certifications that are added; those of a single one have no number. */
export interface AddFields {
  readonly prefix: string;
  readonly certification: string;
  readonly number: string;
  readonly start: string;
  readonly expiry: string;
  readonly cycleStart: string;
  readonly cycleEnd: string;
  readonly renews: string;
}

/** Returns the field names of a certification at an index, of so many that are added. */
export function addFields(index: number, count: number): AddFields {
  const prefix = count < 2 ? '' : `c${index + 1}.`;
  return {
    prefix,
    certification: `${prefix}certification`,
    number: `${prefix}number`,
    start: `${prefix}start`,
    expiry: `${prefix}expiry`,
    cycleStart: `${prefix}cycleStart`,
    cycleEnd: `${prefix}cycleEnd`,
    renews: `${prefix}renews`,
  };
}

/** Returns the named certifications that can be added, with their fields; one without a name if none was typed. */
export function entriesToAdd(
  named: readonly NamedEntry[],
): readonly { readonly fields: AddFields; readonly entry: NamedEntry | undefined }[] {
  if (named.length < 2) return [{ fields: addFields(0, 1), entry: named[0] }];
  return named.flatMap((entry, index) =>
    canBeAdded(entry) ? [{ fields: addFields(index, named.length), entry }] : [],
  );
}

function canBeAdded({ chosen, candidates, isAlreadyAdded = false }: NamedEntry): boolean {
  return !isAlreadyAdded && (chosen !== undefined || candidates.length > 0);
}

interface AddForm {
  readonly words: Words;
  /** The typed names. */
  readonly named?: readonly NamedEntry[];
  /** A text above the fields. */
  readonly intro?: string | undefined;
  /** The typed names as the form's state. */
  readonly state?: string | undefined;
  readonly answers?: Answers;
  readonly errors?: Errors;
}

/** The first step of adding: the certifications, and one date of each. */
export function addForm({ words, named = [], intro, state, answers, errors }: AddForm): Form {
  const phrases = words.add;
  return {
    command: 'add',
    title: phrases.title,
    submit: phrases.submit,
    ...(state === undefined ? {} : { state }),
    parts: [
      ...(intro === undefined ? [] : [{ kind: 'text', text: intro } as const]),
      ...(named.length > 1 ? severalParts(named, words) : singleParts(named[0], words)),
    ],
    ...(answers === undefined ? {} : { answers }),
    ...(errors === undefined ? {} : { errors }),
  };
}

function singleParts(entry: NamedEntry | undefined, words: Words): readonly FormPart[] {
  const phrases = words.add;
  const fields = addFields(0, 1);
  const isChoice = entry !== undefined && entry.candidates.length > 0;
  return [
    ...(isChoice ? choiceAmong(entry, fields, words) : [searchField(entry?.chosen, words)]),
    { kind: 'line', name: fields.number, label: phrases.number, optional: true, maxLength: MAX_NUMBER_LENGTH },
    ...dateFields(fields, words),
  ];
}

/** Several certifications, each with its dates; the numbers can be added later. */
function severalParts(named: readonly NamedEntry[], words: Words): readonly FormPart[] {
  const leftOut = named.filter((entry) => !canBeAdded(entry)).map((entry) => leftOutText(entry, words));
  return [
    ...leftOut.map((text): FormPart => ({ kind: 'text', text })),
    ...entriesToAdd(named).flatMap(({ fields, entry }): readonly FormPart[] => [
      ...(entry?.chosen === undefined ? [] : [titleOf(entry.chosen)]),
      ...(entry === undefined || entry.chosen !== undefined ? [] : choiceAmong(entry, fields, words)),
      ...dateFields(fields, words),
    ]),
  ];
}

function leftOutText({ typed, chosen }: NamedEntry, { add: phrases }: Words): string {
  return chosen === undefined ? phrases.unknown(typed, undefined) : phrases.twice(chosen.short);
}

function titleOf({ short, name }: Certification): FormPart {
  return { kind: 'text', text: [{ bold: short }, ` · ${name}`] };
}

function dateFields({ start, expiry }: AddFields, { add: phrases }: Words): readonly FormPart[] {
  return [
    { kind: 'date', name: start, label: phrases.start, hint: phrases.startHint, optional: true },
    { kind: 'date', name: expiry, label: phrases.expiry, hint: phrases.expiryHint, optional: true },
  ];
}

function searchField(chosen: Certification | undefined, { add: phrases }: Words): FormPart {
  return {
    kind: 'search',
    name: addFields(0, 1).certification,
    label: phrases.certification,
    hint: phrases.certificationHint,
    source: 'certifications',
    options: chosen === undefined ? [] : [certificationOption(chosen)],
  };
}

/** A list of what the name may mean, because a search field can't be opened with more than one option everywhere. */
function choiceAmong(
  { typed, candidates }: NamedEntry,
  { certification: name }: AddFields,
  { add: phrases }: Words,
): readonly FormPart[] {
  const { certification: label, whichHint: hint } = phrases;
  return [
    { kind: 'text', text: phrases.whichOne(typed, candidates.length) },
    { kind: 'choice', name, label, hint, options: candidates.map(certificationOption) },
  ];
}
