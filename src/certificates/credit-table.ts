import { type Credits, parseCredits } from '../domain/credit.ts';
import type { CreditPart } from '../domain/document-reading.ts';
import type { TextBlock } from './blocks.ts';
import type { Paper } from './paper.ts';

/** A table that says in which fields the credits are. */
export interface CreditTable {
  readonly parts: readonly CreditPart[];
  readonly total?: Credits;
  readonly words: string;
}

const FIELD_HEADER =
  /^(?:field[s]?\s+of\s+study|subject\s+area|subject|category|area|domain|fachgebiet|themengebiet|kategorie|domaine|matière|área|categoría)$/iu;
const CREDIT_HEADER =
  /^(?:(?:recommended\s+|earned\s+)?(?:cpe|cpd|pdu|ceu)?s?\s*(?:credits?|credit\s+hours|hours|points|punkte|crédits|créditos)|cpes?|cpds?|pdus?|ceus?)(?:\s+(?:earned|awarded))?$/iu;
const TOTAL = /^(?:total|gesamt|summe|sum|totaux)\b/iu;
const ETHICS = /ethic|ethik|éthique|déontolog|ética/iu;
/** The areas in which project management bodies count. */
const AREA =
  /^(?:ways\s+of\s+working|power\s+skills|business\s+acumen|technical(?:\s+project\s+management)?|leadership|strategic(?:\s+(?:and|&)\s+business(?:\s+management)?)?)$/iu;

/** Finds a table of credits by field: one field a row, or one area a column. */
export function findCreditTable(paper: Paper): CreditTable | undefined {
  return tableOfFields(paper) ?? tableOfAreas(paper);
}

function tableOfFields({ rows }: Paper): CreditTable | undefined {
  const at = rows.findIndex(
    (row) => row.some(({ text }) => FIELD_HEADER.test(text)) && row.some(({ text }) => CREDIT_HEADER.test(text)),
  );
  const field = rows[at]?.find(({ text }) => FIELD_HEADER.test(text));
  const credits = rows[at]?.find(({ text }) => CREDIT_HEADER.test(text));
  if (field === undefined || credits === undefined) return undefined;
  const parts: CreditPart[] = [];
  const words: string[] = [];
  for (const row of rows.slice(at + 1)) {
    const name = cellUnder(field, row);
    const amount = cellUnder(credits, row);
    const read = parseCredits(amount?.text ?? '');
    if (name === undefined || amount === undefined || !('credits' in read)) break;
    words.push(`${name.text} ${amount.text}`);
    if (TOTAL.test(name.text)) return { parts, total: read.credits, words: words.join(', ') };
    if (read.credits > 0) parts.push(partOf(name.text, read.credits));
  }
  return parts.length === 0 ? undefined : { parts, words: words.join(', ') };
}

function tableOfAreas({ rows }: Paper): CreditTable | undefined {
  const at = rows.findIndex((row) => row.filter(({ text }) => AREA.test(text)).length > 1);
  const [header = [], values = []] = [rows[at], rows[at + 1]];
  if (at < 0) return undefined;
  const parts = header.flatMap((head): readonly CreditPart[] => {
    const amount = readAmount(cellUnder(head, values));
    return AREA.test(head.text) && amount !== undefined && amount > 0 ? [partOf(head.text, amount)] : [];
  });
  const head = header.find(({ text }) => TOTAL.test(text));
  const total = head && readAmount(cellUnder(head, values));
  const words = header.map((one) => `${one.text} ${cellUnder(one, values)?.text ?? ''}`).join(', ');
  return parts.length === 0 ? undefined : { parts, words, ...(total === undefined ? {} : { total }) };
}

function readAmount(cell: TextBlock | undefined): Credits | undefined {
  const read = parseCredits(cell?.text.replace(/\s*\p{L}+$/u, '') ?? '');
  return 'credits' in read ? read.credits : undefined;
}

function partOf(field: string, credits: Credits): CreditPart {
  return { field, credits, ...(ETHICS.test(field) ? { mark: 'ethics' as const } : {}) };
}

/** The cell of a row in the column of a heading: aligned at the left, the middle or the right. */
export function cellUnder(head: TextBlock, row: readonly TextBlock[]): TextBlock | undefined {
  const distance = (cell: TextBlock) =>
    Math.min(
      Math.abs(cell.x - head.x),
      Math.abs(cell.x + cell.width - head.x - head.width),
      Math.abs(cell.x + cell.width / 2 - head.x - head.width / 2),
    );
  const [nearest] = row.toSorted((one, other) => distance(one) - distance(other));
  return nearest !== undefined && distance(nearest) < 2 * head.size ? nearest : undefined;
}
