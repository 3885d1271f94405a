import type { Answers } from './form.ts';
import { withoutMentionMarks } from './mention.ts';

/** Far above the limit of any field. */
const MAX_CHARACTERS = 20_000;

// Control characters except newline and tab, direction marks, and zero-width spaces.
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Normalises a text: well-formed, NFC, newlines as `\n`, without control and direction marks and marks of mentions, trimmed. */
export function cleanText(text: string): string {
  return cleanMarkedText(withoutMentionMarks(text));
}

/** Normalises a text and leaves the marks of its mentions. */
export function cleanMarkedText(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC')
    .replace(UNWANTED, '')
    .trim();
}

/** Normalises all arguments. */
export function cleanArgs(args: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, cleanText(value)]));
}

/** Normalises all answers. */
export function cleanAnswers(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      typeof answer === 'string' ? cleanText(answer) : answer.map(cleanText),
    ]),
  );
}
