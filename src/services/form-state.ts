import { z } from 'zod';

const State = z.object({
  /** The id of the plan that became a record. */
  plan: z.string().optional(),
  /** The first and the last day on which an opportunity was attended. */
  date: z.string().optional(),
  until: z.string().optional(),
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
  /** The certification for which an opening balance is stated, or a cure of a missed requirement is recorded. */
  opening: z.string().optional(),
  cure: z.object({ certification: z.string(), requirement: z.string() }).optional(),
  /** The team, the person, the certification or the custom rule to edit, and the hashes of what the form showed. */
  team: z.string().optional(),
  person: z.string().optional(),
  certification: z.string().optional(),
  shown: z.string().optional(),
  /** A numeric date of the line, of which day and month could be swapped. */
  typedDate: z.string().max(60).optional(),
  /** A hash of the warnings already shown; the form is saved if they are the same. */
  seen: z.string().optional(),
  /** The arguments of what was to be logged before any certification was there. */
  pending: z.record(z.string(), z.string()).optional(),
  /** The entry of a transcript that the form was opened for, and the state that its record can be marked with. */
  transcript: z.object({ entry: z.string().max(40), state: z.enum(['submitted', 'accepted']).optional() }).optional(),
  /** The fields that were read from a file, with a hash of what was read. */
  read: z.record(z.string(), z.string()).optional(),
  /** Short ids of the files that were read for the form, and the day that it proposed. */
  files: z.array(z.string().max(8)).optional(),
  day: z.string().max(10).optional(),
  /** A program left the draft for the person. */
  byAgent: z.boolean().optional(),
  /** The credits that the form proposed, by field. */
  proposed: z.record(z.string(), z.string()).optional(),
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
