import type { TimeSpan } from '../../domain/cycle-rule.ts';
import type { Version } from '../../domain/sourced-value.ts';
import type { Words } from '../../strings/index.ts';

/** Returns a span of days or months in words. */
export function timeSpanText(timeSpan: TimeSpan, words: Words): string {
  return 'days' in timeSpan ? words.days(timeSpan.days) : words.rules.months(timeSpan.months);
}

/** Returns a text with the dates between which it applies, if limited. */
export function dated<T>(text: string, { from, until }: Version<T>, words: Words): string {
  return from === undefined && until === undefined ? text : words.rules.dated(text, from, until);
}
