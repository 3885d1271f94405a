import { type Credits, parseCredits, sum } from '../domain/credit.ts';
import type { CreditPart, ReadValue } from '../domain/document-reading.ts';
import type { TextBlock } from './blocks.ts';
import { findCreditTable } from './credit-table.ts';
import { labelledAs, type Paper } from './paper.ts';

/** The credits on a document; `isUnclear` where it states several amounts. */
export interface PrintedCredits {
  readonly credits?: ReadValue<Credits>;
  /** `CPE`, `CPE hour` or `PDU`, as far as the document says it. */
  readonly unit?: string;
  readonly split?: readonly CreditPart[];
  readonly isUnclear?: true;
}

const UNIT = String.raw`(?<unit>cpe|cpd|ceu|pdu|ece|seu|cle|pdh|cpeu|cme|cec|cet|ce|ecpd|nasba\s+cpe)s?(?![\p{L}\p{N}])`;
const PER = String.raw`(?:[\s-]*(?<per>credit\s+hours?|hours?|stunden?|heures?|horas?|credits?|points?|punkte?))?`;
const AMOUNT = String.raw`(?<amount>\d{1,3}(?:[.,]\d{1,2})?)`;
const BEHIND = new RegExp(String.raw`(?<![\p{L}\p{N}.,:/-])${AMOUNT}\s*(?:of\s+)?${UNIT}${PER}`, 'giu');
const BEFORE = new RegExp(
  String.raw`${UNIT}${PER}(?:\s+(?:earned|awarded|granted|total))*\s*(?::|=|–|-)\s*${AMOUNT}(?![\p{N}.,:/-]*\p{N})`,
  'giu',
);
const UNIT_ALONE = new RegExp(String.raw`(?<!\p{L})${UNIT}${PER}`, 'giu');
/** Credits that could be earned are none. */
const NOT_EARNED =
  /\b(?:on\s+attendance|upon|will\s+be|can\s+be|may\s+be|available|up\s+to|eligible|offered|bis\s+zu|möglich|jusqu['’]à|hasta|maximum|max\.?|out\s+of|of\s+a\s+possible)\b/iu;

interface CreditMention extends ReadValue<Credits> {
  readonly unit: string;
}

/** Finds the credits that a document grants. Blocks in `ignored` are titles and names. */
export function findPrintedCredits(paper: Paper, ignored: readonly TextBlock[]): PrintedCredits {
  const blocks = paper.blocks.filter((block) => !ignored.includes(block));
  const table = findCreditTable(paper);
  const unit = oneUnit(blocks.map(({ text }) => text));
  if (table !== undefined) {
    const { parts, total } = table;
    const isExact = total === undefined || sum(parts.map(({ credits }) => credits)) === total;
    if (!isExact) return { isUnclear: true };
    const value = total ?? sum(parts.map(({ credits }) => credits));
    return { credits: { value, words: table.words }, split: parts, ...unit };
  }
  const mentions = blocks.flatMap(({ text }) => (NOT_EARNED.test(text) ? [] : creditsIn(text)));
  const [first] = mentions.length > 0 ? mentions : labelledCredits(paper);
  if (first === undefined) return {};
  if (mentions.some(({ value }) => value !== first.value)) return { isUnclear: true };
  const { value, words } = first;
  return { credits: { value, words }, ...(first.unit === '' ? unit : { unit: first.unit }) };
}

function creditsIn(text: string): readonly CreditMention[] {
  return [...text.matchAll(BEHIND), ...text.matchAll(BEFORE)].flatMap(({ 0: words, groups = {} }) => {
    const read = parseCredits(groups.amount ?? '');
    return 'credits' in read && read.credits > 0 ? [{ value: read.credits, words, unit: unitOf(groups) }] : [];
  });
}

/** `Credits: 8`, with the unit that the document names elsewhere, if it names one. */
function labelledCredits(paper: Paper): readonly CreditMention[] {
  const found = labelledAs(paper, 'credits').flatMap(({ value, label }) => {
    const read = parseCredits(value.trim());
    const groups = [...label.matchAll(UNIT_ALONE)][0]?.groups;
    return 'credits' in read && read.credits > 0
      ? [{ value: read.credits, words: `${label} ${value}`, unit: groups ? unitOf(groups) : '' }]
      : [];
  });
  return found.every(({ value }) => value === found[0]?.value) ? found : [];
}

function oneUnit(texts: readonly string[]): { readonly unit?: string } {
  const units = texts.flatMap((text) =>
    [...text.matchAll(UNIT_ALONE)].map(({ groups = {} }) => (groups.unit ?? '').toUpperCase()),
  );
  const [unit] = units;
  return unit !== undefined && units.every((one) => one === unit) ? { unit } : {};
}

/** The unit in the singular; an hour of credit is one if it is called so. */
function unitOf({ unit = '', per = '' }: Readonly<Record<string, string | undefined>>): string {
  const name = unit.toUpperCase().replace(/^NASBA\s+/u, '');
  return /^(?:hours?|stunden?|heures?|horas?)$/iu.test(per) ? `${name} hour` : name;
}
