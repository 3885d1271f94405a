import type { Answers } from '../../chat/form.ts';
import { findDate } from '../parse-date.ts';
import type { Request } from '../request.ts';

/** A typed line: the name of a certification, and the answers that its date fills in. */
interface AddLine {
  readonly text: string;
  readonly dates: Answers;
}

/** Reads `cissp since 2025-01-01` or `pmp expires 1 May 2027`. */
export function parseAddLine(line: string, { today, person }: Pick<Request, 'today' | 'person'>): AddLine {
  const found = findDate(line, { today, locale: person.locale ?? 'en-GB' });
  if (found === undefined) return { text: line, dates: {} };
  const before = line.slice(0, found.index).trim();
  const [word = ''] = /\b(?:since|from|on|until|till|to|expir\w*|valid until)$/iu.exec(before) ?? [];
  const text = before.slice(0, before.length - word.length).trim();
  return { text, dates: /^(?:until|till|to|expir|valid)/iu.test(word) ? { expiry: found.day } : { start: found.day } };
}
