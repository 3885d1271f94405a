import { editDistance } from './edit-distance.ts';

/** How the name on a document differs from a member's: not at all, by missing parts, by its spelling, or altogether. */
export type NameComparison = 'same' | 'shorter' | 'spelling' | 'other';

/** Letters by which two spellings of one name may differ. */
const MAX_EDITS = 2;

/** Compares the name on a document with a member's. Order, case, accents and further middle names on the document make no difference. */
export function compareNames(onDocument: string, ofMember: string): NameComparison {
  const [printed, own] = [partsOf(onDocument), partsOf(ofMember)];
  if (printed.length === 0 || own.length === 0) return 'other';
  const missing = own.filter((part) => !printed.includes(part));
  if (missing.length === 0) return 'same';
  const unknown = printed.filter((part) => !own.includes(part));
  const hasFamilyName = printed.includes(own.at(-1) ?? '') || printed.includes(own[0] ?? '');
  const isInitial = (part: string) => part.length === 1 && missing.some((name) => name.startsWith(part));
  if (hasFamilyName && unknown.every(isInitial)) return 'shorter';
  const isNear = (part: string) => missing.some((name) => isSpelling(part, name));
  return unknown.length > 0 && unknown.length === missing.length && unknown.every(isNear) ? 'spelling' : 'other';
}

/** Short names are other names if more than one letter differs. */
function isSpelling(part: string, name: string): boolean {
  const length = Math.min(part.length, name.length);
  const max = length > 4 ? MAX_EDITS : 1;
  return length > 2 && editDistance(part, name, max) <= max;
}

/** Particles such as `van` are parts like any other; a point ends an initial. */
function partsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}
