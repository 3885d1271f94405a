import { z } from 'zod';

/** A text that must pass a check; without `got` its value is not repeated, as it may hold a secret. */
export function textThat(isRight: (text: string) => boolean, must: string, got: 'shown' | 'hidden' = 'shown') {
  return z
    .string()
    .refine(isRight, { error: ({ input }) => `must ${must}${got === 'shown' ? `, got '${input}'` : ''}.` });
}

/** A text that must be set. */
export function neededText(what: string) {
  return z.string({ error: `is missing: ${what}.` });
}

/** A whole number within a range. */
export function wholeNumber(from: number, to: number) {
  const isRight = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= from && Number(text) <= to;
  return textThat(isRight, `be a number between ${from} and ${to}`).transform(Number);
}

/** One of some words. */
export function choice<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: ({ input }) => `must be one of ${words.join(', ')}, got '${input}'.` });
}

/** `1` for yes and `0` for no. */
export function flag() {
  return z
    .enum(['0', '1'], { error: ({ input }) => `must be 0 or 1, got '${input}'.` })
    .transform((word) => word === '1');
}

/** Words with commas between them, in lower case. */
export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}
