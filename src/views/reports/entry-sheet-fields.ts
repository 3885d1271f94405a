import type { Day } from '../../domain/calendar.ts';
import { decimalOf, sum } from '../../domain/credit.ts';
import type { SheetAmount, SheetEntry, SheetField, SheetLayout, SheetRecord } from '../../domain/entry-sheet.ts';
import { marksOf, withoutMarks } from '../../domain/split-by-mark.ts';
import type { Words } from '../../strings/index.ts';
import { bodyCategoryName } from '../requirement-words.ts';

/** The fields of a portal, and the words of its language. */
export interface Portal {
  readonly layout: SheetLayout;
  readonly spoken: Words;
}

/** Returns the values to enter into a portal, in its order and language; a field without a portal label has the reader's. */
export function sheetFields(
  entry: SheetEntry,
  { layout: { fields, days }, spoken }: Portal,
  words: Words,
): readonly { readonly label: string; readonly value: string }[] {
  return fields.flatMap(({ field, label }) => {
    if (field === 'credits') return amountFields(entry, label, words);
    const value = fieldValue(field, entry, { days, spoken });
    return value === '' ? [] : [{ label: label ?? words.sheet.fields[field], value }];
  });
}

function amountFields({ amounts }: SheetEntry, label: string | undefined, words: Words) {
  const [first, ...others] = amounts;
  const base = label ?? words.sheet.fields.credits;
  if (first !== undefined && others.length === 0 && first.category === undefined)
    return [{ label: base, value: decimalOf(first.credits) }];
  return amounts.map((amount) => ({ label: `${base}: ${amountName(amount)}`, value: decimalOf(amount.credits) }));
}

/** Returns the category of an amount, or the certifications it is for. */
export function amountName({ claims, category }: SheetAmount): string {
  const [first] = claims;
  if (category === undefined) return claims.map(({ certification }) => certification.short).join(', ');
  return (first && bodyCategoryName(category, first.renewal)) ?? category;
}

function fieldValue(
  field: Exclude<SheetField, 'credits'>,
  entry: SheetEntry,
  { days, spoken: words }: { readonly days: SheetLayout['days']; readonly spoken: Words },
): string {
  const { records, start, end } = entry;
  const [record] = records;
  switch (field) {
    case 'start':
      return portalDay(start, days);
    case 'end':
      return portalDay(end, days);
    case 'title':
      return entryTitle(entry, words);
    case 'provider':
      return record.provider;
    case 'activity':
      return activityOf(entry, words);
    case 'delivery':
      return record.delivery === '' ? '' : words.deliveries[record.delivery];
    case 'category':
      return perClaim(entry, ({ parts, renewal }) =>
        withoutMarks(parts)
          .flatMap(({ category }) => bodyCategoryName(category, renewal) ?? [])
          .join(', '),
      );
    case 'marks':
      return perClaim(entry, ({ parts, renewal }) =>
        marksOf(parts)
          .map((code) => renewal.marks.find((mark) => mark.code === code)?.name ?? code)
          .join(', '),
      );
    case 'description':
      return descriptionOf(records);
    case 'link':
      return [...new Set(records.map(({ link }) => link))].filter((link) => link !== '').join(' ');
    case 'files':
      return records.flatMap(({ files }) => files.map(({ name }) => name)).join('; ');
  }
}

/** Returns the title of an entry: its activity, or a summary of the bundled ones. */
export function entryTitle({ records, part }: SheetEntry, words: Words): string {
  const [first, ...others] = records;
  const phrases = words.sheet;
  const title =
    others.length === 0
      ? first.title
      : phrases.bundle(words.kinds[first.kind], first.provider, first.end, records.length);
  return part === undefined ? title : phrases.part(title, part.n, part.of);
}

function descriptionOf(records: SheetEntry['records']): string {
  const [first, ...others] = records;
  if (others.length === 0) return first.description;
  return records.map(({ title, end }) => `${end} ${title}`).join('; ');
}

/** The body's own name for the kind of activity, if it has exactly one. */
function activityOf({ records, amounts }: SheetEntry, words: Words): string {
  const [{ kind }] = records;
  const rules = amounts[0]?.claims[0]?.renewal.activities ?? [];
  const named = rules.filter(({ kinds, counts }) => kinds.includes(kind) && counts?.value !== false);
  return named.length === 1 && named[0] !== undefined ? named[0].name : words.kinds[kind];
}

/** Returns a text that is the same for all certifications once, or else one per certification. */
function perClaim({ amounts }: SheetEntry, textOf: (claim: SheetAmount['claims'][number]) => string): string {
  const claims = new Map(amounts.flatMap((amount) => amount.claims.map((claim) => [claim.holdingId, claim] as const)));
  const named = [...claims.values()].map((claim) => ({ short: claim.certification.short, text: textOf(claim) }));
  const texts = new Set(named.map(({ text }) => text));
  if (texts.size <= 1) return [...texts][0] ?? '';
  return named.flatMap(({ short, text }) => (text === '' ? [] : [`${short}: ${text}`])).join('; ');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns a date in the portal's format. */
function portalDay(day: Day, how: SheetLayout['days']): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (how === 'month-first') return `${month}/${date}/${year}`;
  return how === 'month-name' ? `${MONTHS[Number(month) - 1]} ${date}, ${year}` : day;
}

/** Returns the problems of an entry: lost credits, too many or too large files. */
export function warningsOf(
  { records, lost, amounts }: SheetEntry,
  layout: SheetLayout,
  words: Words,
): readonly string[] {
  const phrases = words.sheet;
  const files = records.flatMap((record) => record.files);
  const bytes = sum(files.map(({ size }) => size));
  const { files: limit } = layout;
  return [
    ...(lost > 0 ? [phrases.lost(lost)] : []),
    ...(amounts.every(({ credits }) => credits === 0) ? [phrases.tooSmall] : []),
    ...(limit !== undefined && files.length > limit.max ? [phrases.tooMany(files.length, limit.max)] : []),
    ...(limit !== undefined && bytes > limit.bytes ? [phrases.tooHeavy(bytes, limit.bytes)] : []),
  ];
}

/** Returns the ids of an entry's records, the same in every part of it. */
export function recordIds({ records }: SheetEntry): string {
  return records.map(({ id }: SheetRecord) => id).join(' ');
}
