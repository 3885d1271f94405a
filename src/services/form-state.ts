import { z } from 'zod';

const State = z.object({
  /** The plan that was done. */
  plan: z.string().optional(),
  /** The file that is read. */
  file: z.string().optional(),
  /** The record that is corrected or proved, and the version of it that was shown. */
  record: z.string().optional(),
  version: z.number().int().optional(),
  /** The body into whose portal an entry goes, which of its entries, and whether months are one. */
  body: z.string().optional(),
  entry: z.string().optional(),
  monthly: z.boolean().optional(),
  /** The report that is packed. */
  report: z.string().optional(),
  /** What was said before saving, as a hash: the second time it is saved. */
  seen: z.string().optional(),
});

/** What a form remembers. It comes from outside and proves nothing. */
export type FormState = z.infer<typeof State>;

/** Reads a form's state; an unreadable one says nothing. */
export function parseFormState(text: string | undefined): FormState {
  try {
    return State.catch({}).parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

/** A form's state as text; nothing where there is nothing to remember. */
export function serializeFormState(state: FormState): string | undefined {
  const text = JSON.stringify(state);
  return text === '{}' ? undefined : text;
}
