import type { FormPart } from '../chat/form.ts';
import { isSplit, leavesOf } from '../domain/category-tree.ts';
import type { Certification } from '../domain/certification.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import type { Words } from '../strings/index.ts';

/** Maximum characters of each text field. */
export const LOG_LIMITS = { title: 200, provider: 200, duration: 40, description: 2500, reason: 500 } as const;

/** Returns the names of the form fields of a certification's claim. */
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

/** Returns the name of the first field for the credits of a claim. */
export function firstCreditsField({
  certification,
  renewal,
}: {
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
}): string {
  const { credits, part } = claimFields(certification);
  const [first] = isSplit(renewal) ? leavesOf(renewal) : [];
  return first === undefined ? credits : part(first.code);
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
