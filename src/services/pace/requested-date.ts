import type { Day } from '../../domain/calendar.ts';
import { findDate } from '../parse-date.ts';
import { Refusal } from '../refusal.ts';
import type { Request } from '../request.ts';

interface RequestedDate {
  readonly day: Day;
  /** The rest of the line: `cissp` in `--on 20 Nov cissp`. */
  readonly text: string;
}

/** Returns the day of `--on`, or today, with the rest of the line. Throws `Refusal` when `--on` isn't a date. */
export function requestedDate({ args, person, today, words }: Request): RequestedDate {
  const { on, text = '' } = args;
  if (on === undefined) return { day: today, text };
  const found = findDate(on, { today, locale: person.locale ?? 'en-GB', direction: 'future' });
  if (found === undefined || found.index > 0) throw new Refusal(words.pace.badDay(on.slice(0, 60)));
  return { day: found.day, text: `${text} ${on.slice(found.words.length)}`.trim() };
}
