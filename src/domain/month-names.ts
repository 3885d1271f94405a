/** The names of months in English, German, French, Spanish and Italian, in the order of the year; short ones only where they are no other word. */
const NAMES: readonly string[] = [
  'jan(?:uary|uar|v|vier)?|jän(?:ner)?|enero|gennaio',
  'feb(?:ruary|ruar|rero|braio)?|f[ée]v(?:r|rier)?',
  'mar(?:ch|s|zo)?|mär(?:z)?|mrz',
  'apr(?:il|ile)?|avr(?:il)?|abril',
  'may(?:o)?|mai|maggio',
  'june?|juni|juin|junio|giugno',
  'july?|juli|juil(?:let)?|julio|luglio',
  'aug(?:ust)?|ao[uû]t|agosto',
  'sep(?:t(?:ember|embre|iembre)?)?|setiembre|settembre',
  'o[ck]t(?:ober|obre|ubre)?|ottobre',
  'nov(?:ember|embre|iembre)?',
  'de[cz](?:ember)?|d[ée]c(?:embre)?|diciembre|dicembre',
];
/** Short names that a free text has as other words, too: `set`, `ago`. */
const SHORT: readonly string[] = ['ene|gen', '', '', 'abr', 'mag', 'giu', 'lug', 'ago', 'set|sett', 'ott', '', 'dic'];

/** The source of a regular expression for the name of a month in a free text; it needs the flags `i` and `u`, and an end of its own. */
export const MONTH_NAME = `(?:${NAMES.join('|')})`;

/** As `MONTH_NAME`, with the short names that are safe only in a date. */
export const MONTH_NAME_IN_DATE = `(?:${[...NAMES, ...SHORT.filter((names) => names !== '')].join('|')})`;

const NUMBERED = NAMES.map((names, at) => new RegExp(`^(?:${names}${SHORT[at] === '' ? '' : `|${SHORT[at]}`})$`, 'iu'));

/** Returns the number of a month, 1 to 12, from its name or its digits; 0 if it is none. */
export function monthNumber(typed: string): number {
  const name = typed.replace(/\.$/u, '').normalize('NFC');
  if (/^\d+$/u.test(name)) return Number(name) <= 12 ? Number(name) : 0;
  return NUMBERED.findIndex((month) => month.test(name)) + 1;
}
