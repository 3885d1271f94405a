import type { Catalogue } from '../../catalogue/index.ts';
import type { Answers } from '../../chat/form.ts';
import { readTypedDays } from '../ambiguous-date.ts';
import { findDate } from '../parse-date.ts';
import type { Request } from '../request.ts';
import { MAX_ADDED } from './add-state.ts';
import { findCertificationNames } from './certification-names.ts';

/** The name of a certification as typed, and its dates by field: `start`, `expiry`. */
interface AddLine {
  readonly text: string;
  readonly dates: Answers;
}

/** Between two certifications. A comma before a year belongs to a date: `Oct 12, 2025`. */
const SEPARATOR = /\s*(?:[;&\n]|,(?!\s*\d{4}\b)|(?<=\s)(?:and|und)(?=\s))\s*/u;

/** Reads the certifications of a line, each with its date: `cissp since 2025-01-01, cism and aws saa`. A name may be one of many words. */
export function parseAddLines(
  line: string,
  catalogue: Pick<Catalogue, 'find' | 'namesakes'>,
  request: Pick<Request, 'today' | 'person'>,
): readonly AddLine[] {
  const isName = ({ text }: AddLine) =>
    text !== '' && (catalogue.find(text) !== undefined || catalogue.namesakes(text).length > 0);
  const whole = parseAddLine(line, request);
  if (isName({ text: line.trim(), dates: {} })) return [whole];
  const listed = line
    .split(SEPARATOR)
    .map((piece) => parseAddLine(piece, request))
    .filter(({ text }) => text !== '');
  if (listed.length > 1 && listed.some(isName)) return listed;
  if (isName(whole)) return [whole];
  const { certifications, rest } = findCertificationNames(whole.text, catalogue);
  if (certifications.length < 2 || rest !== '') return [whole];
  return certifications.map(({ code }) => ({ text: code, dates: {} }));
}

/** Returns the certifications that a line about an activity names, as many as can be added at once. */
export function namesToAdd(line: string, catalogue: Pick<Catalogue, 'find'>): readonly string[] {
  return findCertificationNames(line, catalogue)
    .certifications.map(({ code }) => code)
    .slice(0, MAX_ADDED);
}

const SINCE = /(?<![\p{L}\p{N}])(?:since|from|on|seit|vom|von|ab|am)$/iu;
const UNTIL = /(?<![\p{L}\p{N}])(?:valid until|until|till|to|expir\w*(?: on)?|gültig bis|läuft ab am|bis)$/iu;

/** Reads `cissp since 2025-01-01` or `pmp expires 1 May 2027`. A date that can be read in two ways isn't filled in. */
export function parseAddLine(line: string, { today, person }: Pick<Request, 'today' | 'person'>): AddLine {
  const reading = { today, locale: person.locale ?? 'en-GB' };
  const found = findDate(line, reading);
  if (found === undefined) return { text: line.trim(), dates: {} };
  const before = line.slice(0, found.index).trim();
  const until = UNTIL.exec(before)?.[0];
  const word = until ?? SINCE.exec(before)?.[0] ?? '';
  const text = before.slice(0, before.length - word.length).trim();
  if (found.isAmbiguous && 'readings' in readTypedDays(found.words, { ...reading, direction: 'past' }))
    return { text, dates: {} };
  if (until === undefined) return { text, dates: { start: found.day } };
  return { text, dates: { expiry: findDate(line, { ...reading, direction: 'future' })?.day ?? found.day } };
}
