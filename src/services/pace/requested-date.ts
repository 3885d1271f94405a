import type { Day } from '../../domain/calendar.ts';
import { findDate } from '../parse-date.ts';
import { Refusal } from '../refusal.ts';
import type { Request } from '../request.ts';

/** The day asked for, today unless said otherwise, and the rest of the line: `--on 20 Nov cissp` may hold both. */
export function requestedDate({ args, person, today, words }: Request): { day: Day; text: string } {
  const { on, text = '' } = args;
  if (on === undefined) return { day: today, text };
  const found = findDate(on, today, person.locale ?? 'en-GB', 'future');
  if (found === undefined || found.index > 0) throw new Refusal(words.pace.badDay(on.slice(0, 60)));
  return { day: found.day, text: `${text} ${on.slice(found.words.length)}`.trim() };
}
