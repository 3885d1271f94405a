import type { Answers } from './form.ts';

/** Far above any field's own limit, far below anything that could hurt. */
const MOST_CHARACTERS = 20_000;

// Control characters but newline and tab, the marks that turn the direction of a text, and spaces of no width.
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Text as it may enter: well-formed, NFC, newlines as `\n`, without control and direction marks, trimmed. */
export function cleanText(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC')
    .replace(UNWANTED, '')
    .trim();
}

/** Every text of a record, cleaned. */
export function cleanArgs(args: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, cleanText(value)]));
}

/** Every answer of a form, cleaned. */
export function cleanAnswers(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      typeof answer === 'string' ? cleanText(answer) : answer.map(cleanText),
    ]),
  );
}
