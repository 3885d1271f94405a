/** The beginnings of the names of months, in English, German, French and Spanish. */
const MONTHS: readonly string[] = [
  'jan(?:uary|uar|vier)?|jän(?:ner)?|ene(?:ro)?',
  'feb(?:ruary|ruar|rero)?|f[ée]v(?:rier)?',
  'mar(?:ch|s|zo)?|mär(?:z)?|mrz',
  'apr(?:il)?|avr(?:il)?|abr(?:il)?',
  'may(?:o)?|mai',
  'june?|juni?|juin|junio',
  'july?|juli?|juil(?:let)?|julio',
  'aug(?:ust)?|ao[uû]t|ago(?:sto)?',
  'sep(?:t(?:ember|embre|iembre)?)?|set(?:iembre)?',
  'o[ck]t(?:ober|obre|ubre)?',
  'nov(?:ember|embre|iembre)?',
  'de[cz](?:ember)?|d[ée]c(?:embre)?|dic(?:iembre)?',
];

/** The source of a regular expression for the name of a month, with its point. */
export const MONTH = String.raw`(?:${MONTHS.join('|')})(?!\p{L})\.?`;

const NUMBERED = MONTHS.map((names) => new RegExp(`^(?:${names})$`, 'iu'));

/** Returns the number of a month, 1 to 12, from its name or its digits; 0 if it is none. */
export function monthNumber(typed: string): number {
  const name = typed.replace(/\.$/u, '');
  if (/^\d+$/u.test(name)) return Number(name) <= 12 ? Number(name) : 0;
  return NUMBERED.findIndex((month) => month.test(name)) + 1;
}
