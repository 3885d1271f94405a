import { z } from 'zod';

const id = z.string().min(1).max(200);
const key = z.string().regex(/^[\w.-]{8,100}$/u);
const name = z.string().regex(/^[A-Za-z][\w.-]{0,99}$/u);
const value = z.string().max(100_000);

const files = z
  .array(z.object({ field: name.optional(), token: z.string().max(100) }))
  .max(20)
  .default([]);

/** A typed line, files, or both. */
export const lineRequest = z.object({ tenant: id, user: id, key, line: value, files });

/** A pressed button. */
export const pressRequest = z.object({ tenant: id, user: id, key, command: name, args: z.record(name, value) });

/** A sent form. */
export const submitRequest = z.object({
  tenant: id,
  user: id,
  key,
  command: name,
  state: z.string().max(2_000).optional(),
  answers: z.record(name, z.union([value, z.array(value).max(1_000)])),
  files,
});

/** A text typed into a search field. */
export const suggestRequest = z.object({ tenant: id, user: id, source: name, q: z.string().max(200).default('') });
