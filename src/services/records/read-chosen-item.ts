import { type Answers, answerOf } from '../../chat/form.ts';
import type { Certification } from '../../domain/certification.ts';
import { claimFields } from '../../views/record-fields.ts';

const MAX_ITEMS = 1000;

/** The body's item that was selected in a form, and how many there were; undefined where the answer is missing or wrong. */
export interface StatedItems {
  readonly item: string | undefined;
  readonly items: number | undefined;
}

/** Returns the item and the number of items stated for a certification. */
export function readItems(certification: Certification, answers: Answers): StatedItems {
  const fields = claimFields(certification);
  const item = answerOf(answers, fields.item);
  const typed = answerOf(answers, fields.items);
  const items = /^\d{1,4}$/u.test(typed) ? Number(typed) : undefined;
  const isValid = items !== undefined && items >= 1 && items <= MAX_ITEMS;
  return { item: item === '' ? undefined : item, items: isValid ? items : undefined };
}
