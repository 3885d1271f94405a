import { z } from 'zod';

/** What a setting must look like, as its error message says it. */
interface Format {
  /** Follows “Use ”: `an https address without a path`. */
  readonly use: string;
  /** Follows “isn't a valid ”: `bucket name`. */
  readonly noun?: string;
  /** The value may be or contain a secret, so the message does not repeat it. */
  readonly isSecret?: true;
}

/** A text that passes a check; the message of any other says what to use instead. */
export function textThat(isRight: (text: string) => boolean, { use, noun, isSecret }: Format) {
  const problem = `${noun === undefined ? "isn't valid" : `isn't a valid ${noun}`}. Use ${use}.`;
  return z.string().refine(isRight, { error: ({ input }) => (isSecret ? problem : `'${input}' ${problem}`) });
}

/** A text that must be set; `what` follows “Set it to ”. */
export function neededText(what: string) {
  return z.string({ error: `is missing. Set it to ${what}.` });
}

/** A whole number from `from` to `to`. */
export function wholeNumber(from: number, to: number) {
  const isRight = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= from && Number(text) <= to;
  return textThat(isRight, { use: `a number from ${from} to ${to}` }).transform(Number);
}

/** One of some words. */
export function choice<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: ({ input }) => `'${input}' isn't valid. Use one of: ${words.join(', ')}.` });
}

/** `1` for yes and `0` for no. */
export function flag() {
  return z
    .enum(['0', '1'], { error: ({ input }) => `'${input}' isn't valid. Use 0 or 1.` })
    .transform((word) => word === '1');
}

/** Returns the words of a list with commas, in lower case. */
export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}
