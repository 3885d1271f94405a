import { z } from 'zod';
import { isTimeZone } from '../../../src/chat/time-zone.ts';
import { LIMITS } from '../cards/limits.ts';

const Key = z.string().regex(/^[\w.-]{8,100}$/u);
const Name = z.string().regex(/^[A-Za-z][\w.-]{0,99}$/u);
const Value = z.string().max(100_000);

// What Teams says of the person's client, as it does with each message; others are left out.
const Client = {
  zone: z.string().max(100).refine(isTimeZone).optional().catch(undefined),
  locale: z.string().max(100).transform(canonical).optional().catch(undefined),
};

/** A pressed button. Without a key it only reads. */
export const TabPress = z.object({
  ...Client,
  key: Key.optional(),
  command: Name,
  args: z.record(Name, z.string().max(LIMITS.typed)),
});

/** A sent form. */
export const TabSubmission = z.object({
  ...Client,
  key: Key,
  command: Name,
  state: z.string().max(2000).optional(),
  answers: z.record(Name, z.union([Value, z.array(Value).max(1000)])),
  /** The fields whose answers are users. */
  people: z.array(Name).max(100).default([]),
});

/** A text typed into a search field. */
export const TabSearch = z.object({ source: Name, q: z.string().max(200).default('') });

/** The client of the person who sends a request. */
export type TabClient = Pick<z.infer<typeof TabPress>, 'zone' | 'locale'>;

function canonical(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
