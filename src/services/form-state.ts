import { z } from 'zod';

const State = z.object({
  /** The id of the plan that became a record. */
  plan: z.string().optional(),
  /** The id of the file to import. */
  file: z.string().optional(),
  /** The record to edit or prove, and the version that was shown. */
  record: z.string().optional(),
  version: z.number().int().optional(),
  /** The body of an entry sheet, the key of an entry, and whether entries are combined by month. */
  body: z.string().optional(),
  entry: z.string().optional(),
  monthly: z.boolean().optional(),
  /** The id of the report to pack. */
  report: z.string().optional(),
  /** A hash of the warnings already shown; the form is saved if they are the same. */
  seen: z.string().optional(),
});

/** What a form carries until it is sent. It comes back from the platform and isn't trusted. */
export type FormState = z.infer<typeof State>;

/** Reads a form's state; invalid JSON gives an empty state. */
export function parseFormState(text: string | undefined): FormState {
  try {
    return State.catch({}).parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

/** Returns a form's state as JSON, or undefined when it is empty. */
export function serializeFormState(state: FormState): string | undefined {
  const text = JSON.stringify(state);
  return text === '{}' ? undefined : text;
}
