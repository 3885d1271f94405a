import { readXml } from './workbook.ts';

/** What a number in a cell is by its format. */
export type NumberKind = 'number' | 'date' | 'length';

/** Returns what numbers are by the index of the style of their cell. */
export function numberKinds(bytes: Uint8Array | undefined): readonly NumberKind[] {
  const kinds: NumberKind[] = [];
  const codes = new Map<number, string>();
  if (bytes === undefined) return kinds;
  let isCellStyle = false;
  readXml(bytes, {
    open(tag, { numFmtId = '0', formatCode = '' }) {
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (tag === 'cellXfs') isCellStyle = true;
      else if (tag === 'xf' && isCellStyle) kinds.push(kindOfFormat(Number(numFmtId), codes));
    },
    close(tag) {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  return kinds;
}

/** Formats without a code of their own: those of dates, of times, and of East Asian dates. */
function kindOfFormat(id: number, codes: ReadonlyMap<number, string>): NumberKind {
  const code = codes.get(id);
  if (code !== undefined) return kindOfCode(code);
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'length';
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number';
}

function kindOfCode(code: string): NumberKind {
  if (/\[(?:h+|m+|s+)\]/iu.test(code)) return 'length';
  // Texts, escaped characters, colours, conditions and currencies are no part of a date.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '').toLowerCase();
  if (/[yd]/u.test(bare) || /mmm/u.test(bare)) return 'date';
  return /[hs]/u.test(bare) ? 'length' : 'number';
}
