import type { CreditRenewal } from '../domain/credit-rules.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Words } from '../strings/index.ts';

/** A requirement by name: `the total`, `the Group A minimum`, `the 2026 minimum`, `the year 2 suggestion`. */
export function requirementName(requirement: Requirement, renewal: CreditRenewal, words: Words): string {
  return words.pace.requirement(
    subjectOf(requirement, renewal, words),
    yearName(requirement, words),
    requirement.severity,
  );
}

/** Returns what a requirement is over besides the total: its own name, or that of its category or mark. */
export function subjectOf(
  { name, category, mark }: Pick<Requirement, 'name' | 'category' | 'mark'>,
  renewal: Pick<CreditRenewal, 'categories' | 'marks'>,
  words: Words,
): string | undefined {
  const over =
    name ??
    renewal.categories.find(({ code }) => code === category)?.name ??
    renewal.marks.find(({ code }) => code === mark)?.name;
  return over === undefined ? undefined : words.catalogueText(over);
}

/** Returns the name of a category, or undefined for a certification without categories. */
export function categoryName(code: string, renewal: CreditRenewal, words: Words): string | undefined {
  const name = bodyCategoryName(code, renewal);
  return name === undefined ? undefined : words.catalogueText(name);
}

/** Returns the name of a category as the certification body's portal has it. */
export function bodyCategoryName(code: string, renewal: CreditRenewal): string | undefined {
  return renewal.categories.find((category) => category.code === code)?.name;
}

/** Returns the name of a mark, or its code if the certification has no such mark. */
export function markName(code: string, renewal: Pick<CreditRenewal, 'marks'>, words: Words): string {
  const name = renewal.marks.find((mark) => mark.code === code)?.name;
  return name === undefined ? code : words.catalogueText(name);
}

function yearName({ year, window }: Requirement, words: Words): string | undefined {
  if (year === undefined) return undefined;
  const isCalendarYear = window.start.endsWith('-01-01') && window.end === `${window.start.slice(0, 4)}-12-31`;
  return isCalendarYear ? window.start.slice(0, 4) : words.pace.yearOf(year);
}

/** A text that begins a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
