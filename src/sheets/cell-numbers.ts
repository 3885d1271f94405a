const UNITS =
  /\s*\b(?:cpes?|pdus?|ceus?|eces?|cpds?|cees?|seus?|pdcs?|cdus?|credits?|credit hours|hours?|hrs?|h|std\.?|stunden?|points?|punkte?|pkt\.?)\.?$/iu;
const FRACTIONS: Readonly<Record<string, string>> = {
  '¼': '25',
  '½': '5',
  '¾': '75',
  '1/4': '25',
  '1/2': '5',
  '3/4': '75',
};

/** Returns an amount of credits as a decimal number: `1½`, `1.5 CPE` and `1,50` are 1.5. Anything else is returned as it is. */
export function plainAmount(cell: string): string {
  const bare = cell.trim().replace(UNITS, '').trim();
  const [, whole, fraction = ''] = /^(\d{0,4})\s*(¼|½|¾|(?<=^|\s)(?:1\/4|1\/2|3\/4))$/u.exec(bare) ?? [];
  return whole === undefined ? bare : `${whole || '0'}.${FRACTIONS[fraction] ?? ''}`;
}

/** Whether `1.500` of a column may be fifteen hundred: its other numbers have a decimal comma. */
export function hasDecimalComma(values: readonly string[]): boolean {
  return values.some((value) => /^\d{1,4},\d{1,2}$/u.test(plainAmount(value)));
}

/** Whether a number groups its thousands in a column whose decimal mark is the comma. */
export function mayGroupThousands(value: string): boolean {
  return /^\d{1,3}\.\d{3}$/u.test(value);
}

/** Whether a cell ticks something: `x`, `yes`, `✓`. */
export function isTick(cell: string): boolean {
  return /^(?:x|✓|✔|☑|y|yes|ja|j|oui|o|si|sí|s|true|wahr|vrai|verdadero|vero)$/iu.test(cell.trim());
}

/** Whether a cell says that there is nothing: `no`, `0`, `–`. */
export function isNothing(cell: string): boolean {
  return cell === '' || /^(?:n|no|nein|non|false|falsch|faux|☐|0+(?:[.,]0+)?)$/iu.test(cell.trim());
}

/** Returns a cell, or an empty text where it says that nothing is known: `N/A`, `-`. */
export function withoutPlaceholder(cell: string): string {
  const isPlaceholder = /^(?:n\s*\/\s*a|n\.\s*a\.|#n\/a|k\.?\s*a\.?|nil|none|null|-+|–|—|\.)$/iu.test(cell.trim());
  return isPlaceholder || isUndecided(cell) ? '' : cell;
}

/** Whether a cell says that its value is still to come: `TBD`. */
export function isUndecided(cell: string): boolean {
  return /^(?:\?+|tbd|t\.b\.d\.|tba|tbc)$/iu.test(cell.trim());
}
