import type { Field, Option } from '../../chat/form.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import { foldName } from '../../sheets/column-heading.ts';
import type { EncodingChoice } from '../../sheets/detect-encoding.ts';
import type { Words } from '../../strings/index.ts';
import { LOG_LIMITS } from '../record-fields.ts';
import { lineNumbersText } from './line-numbers.ts';

/** The fields of questions about the whole table; their answers decide how it is read. */
export const QUESTION_FIELDS = [
  'order',
  'unit',
  'encoding',
  'sheet',
  'length',
  'distinct',
  'existingRecords',
  'balanceRows',
  'balanceDay',
  'balanceAmounts',
  'existingBalances',
] as const;

/** The prefix of the fields for names that aren't known, and the answer for “none of mine”. */
export const NAME_PREFIX = 'name.';
export const NO_CERTIFICATION = '-';

/** A question about a table, as it is shown. */
export type ShownQuestion =
  | { readonly about: 'encoding'; readonly choices: readonly EncodingChoice[] }
  | { readonly about: 'sheet'; readonly sheets: readonly string[] }
  | { readonly about: 'order' | 'unit' | 'length' | 'certification' }
  | { readonly about: 'balanceRows' | 'balanceDay' | 'balanceAmounts' | 'existingBalances' }
  | { readonly about: 'name'; readonly name: string }
  | {
      readonly about: 'category';
      readonly holding: { readonly certification: Certification; readonly renewal: CreditRenewal };
    }
  | { readonly about: 'duplicates'; readonly pairs: readonly (readonly [number, number])[] }
  | { readonly about: 'existingRecords'; readonly lines: readonly number[] };

/** Maximum bytes of a folded name whose field can be named after it. */
const MAX_NAME_BYTES = 66;

/** Whether a form can ask what a name means: one that is longer than any certification's isn't asked about. */
export function canAskName(name: string): boolean {
  return name !== '' && Buffer.byteLength(foldName(name)) <= MAX_NAME_BYTES;
}

/** Returns the name of the field that asks what a name means. */
export function nameField(name: string): string {
  return `${NAME_PREFIX}${Buffer.from(foldName(name)).toString('base64url')}`;
}

/** Returns the folded name that a field asks about. */
export function nameOfField(field: string): string {
  return Buffer.from(field.slice(NAME_PREFIX.length), 'base64url').toString();
}

/** Returns the name of the field for the category of rows that name none. */
export function categoryField(code: string): string {
  return `category.${code}`;
}

/** The name of the field for the certification of rows that name none. */
export const DEFAULT_CERTIFICATION_FIELD = 'defaultCertification';

/** Returns the name of the field that answers a question. */
export function fieldOfQuestion(question: ShownQuestion): string {
  switch (question.about) {
    case 'certification':
      return DEFAULT_CERTIFICATION_FIELD;
    case 'name':
      return nameField(question.name);
    case 'category':
      return categoryField(question.holding.certification.code);
    case 'duplicates':
      return 'distinct';
    default:
      return question.about;
  }
}

/** Returns the part of the form that asks a question; undefined for those that the form always has. */
export function questionPart(
  question: ShownQuestion,
  { words, certifications }: { readonly words: Words; readonly certifications: readonly Option[] },
): Field | undefined {
  const phrases = words.import.questions;
  const choice = (label: string, hint: string, options: readonly Option[]): Field => {
    return { kind: 'choice', name: fieldOfQuestion(question), label, hint, options, optional: true };
  };
  switch (question.about) {
    case 'order':
    case 'certification':
      return undefined;
    case 'unit':
      return choice(phrases.unit, phrases.unitHint, optionsOf(phrases.units));
    case 'length':
      return {
        kind: 'line',
        name: 'length',
        label: phrases.length,
        hint: phrases.lengthHint,
        optional: true,
        maxLength: LOG_LIMITS.duration,
      };
    case 'balanceRows':
    case 'balanceAmounts':
    case 'existingBalances': {
      const { label, hint, answers } = words.import.balances.questions[question.about];
      return choice(label, hint, optionsOf(answers));
    }
    case 'balanceDay': {
      const { label, hint } = words.import.balances.questions.balanceDay;
      return { kind: 'date', name: 'balanceDay', label, hint, optional: true };
    }
    case 'encoding': {
      const options = question.choices.map(({ encoding, sample }) => ({
        value: encoding,
        label: `${sample} (${encoding})`,
      }));
      return choice(phrases.encoding, phrases.encodingHint, options);
    }
    case 'sheet':
      return choice(
        phrases.sheet,
        phrases.sheetHint,
        question.sheets.map((value) => ({ value, label: value })),
      );
    case 'name':
      return choice(phrases.nameMeans(question.name), phrases.nameHint, [
        ...certifications,
        { value: NO_CERTIFICATION, label: phrases.noneOfMine },
      ]);
    case 'category': {
      const { rowCategory, rowCategoryHint } = words.import;
      const options = leavesOf(question.holding.renewal).map(({ code, name }) => ({
        value: code,
        label: words.catalogueText(name),
      }));
      return choice(rowCategory(question.holding.certification.short), rowCategoryHint, options);
    }
    case 'duplicates': {
      const numbers = [...new Set(question.pairs.flat())];
      const hint = phrases.distinctHint(lineNumbersText(numbers, words), numbers.length);
      return choice(phrases.distinct, hint, optionsOf(phrases.distinctAnswers));
    }
    case 'existingRecords': {
      const { lines } = question;
      const hint = lines.length === 0 ? '' : phrases.distinctHint(lineNumbersText(lines, words), lines.length);
      return choice(phrases.existingRecords, hint, optionsOf(phrases.existingRecordsAnswers));
    }
  }
}

function optionsOf(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
