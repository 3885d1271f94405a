import type { Answers, Errors, Form, FormPart } from '../../chat/form.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import { type Credits, sum } from '../../domain/credit.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { OpeningBalance } from '../../domain/holding.ts';
import type { OpeningYear } from '../../domain/opening-balance-years.ts';
import { creditsWithMark } from '../../domain/split-by-mark.ts';
import type { Words } from '../../strings/index.ts';
import { categoryName } from '../requirement-words.ts';
import { yesNoOptions } from '../yes-no-options.ts';

/** Field names of the statement for a year of the cycle, from 1. A prefix tells apart the certifications of one form. */
export function openingFields(year: number, prefix = '') {
  const name = `${prefix}opening.${year}`;
  return {
    day: `${name}.day`,
    credits: (category: string) => `${name}.credits.${category}`,
    mark: (mark: string) => `${name}.mark.${mark}`,
    accepted: `${name}.accepted`,
  };
}

interface OpeningForm {
  readonly words: Words;
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  /** The cycle in words. */
  readonly cycle: string;
  readonly years: readonly OpeningYear[];
  readonly state: string | undefined;
  readonly answers: Answers;
  readonly errors?: Errors;
}

/** The form for credits earned before recert was used: one statement for each year that is asked about. */
export function openingForm({
  words,
  certification,
  renewal,
  cycle,
  years,
  state,
  answers,
  errors,
}: OpeningForm): Form {
  const phrases = words.opening;
  return {
    command: 'edit',
    title: phrases.title,
    submit: phrases.submit,
    state,
    parts: [
      { kind: 'text', text: phrases.intro(certification.short, cycle) },
      ...years.flatMap((year) => yearParts(year, renewal, words)),
    ],
    answers,
    ...(errors === undefined ? {} : { errors }),
  };
}

/** Returns the categories in which a statement may be made: the innermost ones, those it has already, and none in particular. */
export function openingCategories(renewal: CreditRenewal, stated: OpeningBalance | undefined): readonly string[] {
  const leaves = leavesOf(renewal).map(({ code }) => code);
  if (leaves.length === 0) return [WHOLE];
  const before = stated?.parts.map(({ category }) => category) ?? [];
  return [...new Set([...leaves, ...before, ...(leaves.length > 1 ? [WHOLE] : [])])];
}

/** Returns the stored statements as the answers of the form; without one only its day is filled in. */
export function openingAnswers(years: readonly OpeningYear[], renewal: CreditRenewal, words: Words): Answers {
  const answers: Record<string, string> = {};
  for (const { year, days, stated } of years) {
    const fields = openingFields(year);
    answers[fields.day] = stated?.on ?? days.end;
    if (stated === undefined) continue;
    const fill = (name: string, credits: Credits) => {
      if (credits > 0) answers[name] = words.amount(credits);
    };
    for (const category of openingCategories(renewal, stated))
      fill(
        fields.credits(category),
        sum(stated.parts.flatMap((one) => (one.category === category ? one.credits : []))),
      );
    for (const { code } of renewal.marks) fill(fields.mark(code), creditsWithMark(stated.parts, code));
    answers[fields.accepted] = stated.accepted === true ? 'yes' : 'no';
  }
  return answers;
}

function yearParts(year: OpeningYear, renewal: CreditRenewal, words: Words): readonly FormPart[] {
  const phrases = words.opening;
  const { days } = year;
  const fields = openingFields(year.year);
  return [
    { kind: 'text', text: [{ bold: phrases.year(days.start, days.end) }] },
    { kind: 'date', name: fields.day, label: phrases.day, hint: phrases.dayHint, optional: true },
    ...openingAmounts(year, renewal, { words, prefix: '' }),
    {
      kind: 'choice',
      name: fields.accepted,
      label: phrases.accepted,
      hint: phrases.acceptedHint,
      options: yesNoOptions(phrases.yes, phrases.no),
      optional: true,
    },
  ];
}

/** The fields for the amounts of a year: one for each category, and what of them has a mark. */
export function openingAmounts(
  { year, stated }: OpeningYear,
  renewal: CreditRenewal,
  { words, prefix }: { readonly words: Words; readonly prefix: string },
): readonly FormPart[] {
  const phrases = words.opening;
  const fields = openingFields(year, prefix);
  const amounts = openingCategories(renewal, stated).map(
    (category, index): FormPart => ({
      kind: 'number',
      name: fields.credits(category),
      label: amountLabel(category, renewal, words),
      optional: true,
      ...(index === 0 ? { hint: phrases.emptyHint } : {}),
    }),
  );
  const marks = renewal.marks.map(
    ({ code, name }): FormPart => ({
      kind: 'number',
      name: fields.mark(code),
      label: phrases.marked(words.catalogueText(name), renewal.unit),
      optional: true,
    }),
  );
  return [...amounts, ...marks];
}

function amountLabel(category: string, renewal: CreditRenewal, words: Words): string {
  const phrases = words.opening;
  const name = categoryName(category, renewal, words);
  if (name !== undefined) return phrases.creditsIn(name, renewal.unit);
  return renewal.categories.length === 0 ? phrases.credits(renewal.unit) : phrases.anyCategory(renewal.unit);
}
