/** What came as JSON, read without asking of what shape it is: a wrong one fails the test. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads deep into payloads whose shape it is about.
export type Json = Record<string, any>;

/** Looks at every object within a value, but not at what buttons carry. */
export function eachPart(value: unknown, look: (part: Json) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) eachPart(one, look);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  look(value);
  for (const [name, part] of Object.entries(value)) if (name !== 'data') eachPart(part, look);
}
