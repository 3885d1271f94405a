import { COLUMN_NAMES, type ColumnField, FIELDS } from './column-names.ts';

/** The index of the column of each field; fields without a column are absent. */
export type Mapping = Readonly<Partial<Record<ColumnField, number>>>;

/** Maps columns to fields by name, the first of several; other columns are not guessed. */
export function proposeMapping(header: readonly string[]): Mapping {
  const names = header.map(folded);
  const mapping: Partial<Record<ColumnField, number>> = {};
  for (const field of FIELDS) {
    const at = names.findIndex((name) => name !== '' && COLUMN_NAMES[field].includes(name));
    if (at >= 0) mapping[field] = at;
  }
  return mapping;
}

/** Returns the index of a column given by name or by number from 1. */
export function columnNamed(typed: string, header: readonly string[]): number | undefined {
  const at = header.findIndex((name) => folded(name) === folded(typed));
  if (at >= 0) return at;
  const number = /^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= header.length ? number - 1 : undefined;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
