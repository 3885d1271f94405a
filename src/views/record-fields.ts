import type { FormPart } from '../chat/form.ts';
import type { Certification } from '../domain/certification.ts';
import type { Words } from '../strings/index.ts';

/** Maximum characters of each text field. */
export const LOG_LIMITS = { title: 200, provider: 200, duration: 40, description: 2500, reason: 500 } as const;

/**
 * Returns the names of the form fields of a certification's claim: all credits, the category they are in, and how many of them are in other
 * categories (`part`), where a body lets one activity count in several.
 */
export function claimFields({ code }: Certification) {
  return {
    credits: `credits.${code}`,
    category: `category.${code}`,
    part: (category: string) => `credits.${code}.${category}`,
    mark: (mark: string) => `mark.${code}.${mark}`,
    item: `item.${code}`,
    items: `items.${code}`,
    reason: `reason.${code}`,
    cycle: `cycle.${code}`,
  };
}

/** The field for what was learned, which some bodies require. */
export function descriptionPart(words: Words) {
  const { description: label, descriptionHint: hint } = words.log;
  return {
    kind: 'paragraph' as const,
    name: 'description',
    label,
    hint,
    optional: true,
    maxLength: LOG_LIMITS.description,
  } satisfies FormPart;
}
