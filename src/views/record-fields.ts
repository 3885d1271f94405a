import type { FormPart } from '../chat/form.ts';
import type { Certification } from '../domain/certification.ts';
import type { Words } from '../strings/index.ts';

/** The most characters of each text, as people count them. */
export const LOG_LIMITS = { title: 200, provider: 200, duration: 40, description: 2500 } as const;

/** The names of the fields that hold a certification's claim. */
export function claimFields({ code }: Certification) {
  return {
    credits: `credits.${code}`,
    category: `category.${code}`,
    part: (category: string) => `credits.${code}.${category}`,
    marks: `marks.${code}`,
  };
}

/** What was learned, which some bodies want to read. */
export function descriptionPart(words: Words): FormPart {
  const { description: label, descriptionHint: hint } = words.log;
  return { kind: 'paragraph', name: 'description', label, hint, optional: true, maxLength: LOG_LIMITS.description };
}
