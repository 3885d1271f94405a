import type { EncodingChoice } from '../../sheets/detect-encoding.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { BalanceQuestion, DraftQuestion } from './draft-reading.ts';

/** What a person is asked about a table. Rows that wait for an answer are left out until it is given. */
export type ImportQuestion =
  | { readonly about: 'encoding'; readonly choices: readonly EncodingChoice[] }
  | { readonly about: 'sheet'; readonly sheets: readonly string[] }
  | { readonly about: 'order' | 'unit' | 'length' | 'certification' | BalanceQuestion }
  | { readonly about: 'name'; readonly name: string }
  | { readonly about: 'category'; readonly holding: CreditHolding }
  /** The numbers of the rows of each record that looks like an earlier one, and those of that one. */
  | { readonly about: 'duplicates'; readonly pairs: readonly (readonly [number, number])[] }
  /** The numbers of the rows that look like records of the person; none once it is answered. */
  | { readonly about: 'existingRecords'; readonly lines: readonly number[] };

/** Returns what is asked about a file before its rows are read. */
export function fileQuestions({ source }: Sheet): readonly ImportQuestion[] {
  if (source.kind === 'text') return source.isEncodingUnclear ? [{ about: 'encoding', choices: source.encodings }] : [];
  return source.isSheetUnclear ? [{ about: 'sheet', sheets: source.sheets }] : [];
}

/** Returns each question once, those about the file first. */
export function distinctQuestions(
  sheet: Sheet,
  drafted: readonly DraftQuestion[],
  pairs: readonly (readonly [number, number])[],
): readonly ImportQuestion[] {
  const byKey = new Map(drafted.map((question) => [keyOf(question), question]));
  const last: readonly ImportQuestion[] = pairs.length === 0 ? [] : [{ about: 'duplicates', pairs }];
  return [...fileQuestions(sheet), ...byKey.values(), ...last];
}

function keyOf(question: DraftQuestion): string {
  switch (question.about) {
    case 'name':
      return `name ${question.name}`;
    case 'category':
      return `category ${question.holding.holdingId}`;
    default:
      return question.about;
  }
}
