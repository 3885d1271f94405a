import type { CreditRenewal } from '../domain/credit-rules.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Words } from '../strings/index.ts';

/** A requirement by name: `the total`, `the Group A minimum`, `the 2026 minimum`, `the year 2 suggestion`. */
export function requirementName(requirement: Requirement, renewal: CreditRenewal, words: Words): string {
  const over =
    requirement.name ??
    renewal.categories.find((one) => one.code === requirement.category)?.name ??
    renewal.marks.find((one) => one.code === requirement.mark)?.name;
  return words.pace.requirement(over, yearName(requirement, words), requirement.severity);
}

/** Returns the name of a category, or undefined for a certification without categories. */
export function categoryName(code: string, renewal: CreditRenewal): string | undefined {
  return renewal.categories.find((category) => category.code === code)?.name;
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
