import { setImmediate as breathe } from 'node:timers/promises';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Answers } from '../../chat/form.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import { type DateOrder, parseCellDate } from '../../sheets/cell-dates.ts';
import type { ColumnField, Mapping } from '../../sheets/columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { type Words, wordsFor } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { parseDate } from '../parse-date.ts';
import { findActivityKind } from '../records/parse-quick-entry.ts';

/** A record as the form to log would have it, and the row it begins in. */
export interface RecordDraft {
  readonly number: number;
  readonly answers: Answers;
}

/** What is wrong with a row, in words. */
export interface RowProblem {
  readonly number: number;
  readonly text: string;
}

/** After so many rows others have their turn. */
export const ROWS_PER_TURN = 50;

interface Drafting {
  readonly order: DateOrder;
  /** What a row is for that names no certification. */
  readonly usual: string | undefined;
  readonly holdings: readonly CreditHolding[];
  readonly catalogue: Catalogue;
  readonly today: Day;
  readonly words: Words;
}

type Cells = (field: ColumnField) => string;

/**
 * Makes a record of each row; rows of one record, a line for each certification or category, are put together: those with one id, else those
 * that say the same of what was done and claim something else.
 */
export async function draftRecords(
  { rows }: Sheet,
  mapping: Mapping,
  context: Drafting,
): Promise<{ readonly drafts: readonly RecordDraft[]; readonly problems: readonly RowProblem[] }> {
  const problems: RowProblem[] = [];
  const open = new Map<string, { number: number; answers: Record<string, string | readonly string[]> }[]>();
  const drafts: RecordDraft[] = [];
  for (const [index, { number, cells }] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) await breathe();
    const get: Cells = (field) => cells[mapping[field] ?? -1] ?? '';
    if (get('removed') !== '') continue;
    const claims = claimsOf(get, context);
    if (typeof claims === 'string') {
      problems.push({ number, text: claims });
      continue;
    }
    const stated = answersOf(get, context);
    const key = get('id') !== '' ? get('id') : JSON.stringify(stated);
    const before = open.get(key) ?? [];
    const other = before.find(({ answers }) => Object.keys(claims.fields).every((field) => !(field in answers)));
    if (other !== undefined && claims.codes.length > 0) {
      Object.assign(other.answers, claims.fields);
      other.answers.counts = [...new Set([...(other.answers.counts as readonly string[]), ...claims.codes])];
      continue;
    }
    const draft = { number, answers: { ...stated, ...claims.fields, counts: claims.codes } };
    open.set(key, [...before, draft]);
    drafts.push(draft);
  }
  return { drafts, problems };
}

function answersOf(get: Cells, { order, today }: Drafting): Record<string, string> {
  const dayOf = (field: 'start' | 'end') => {
    const typed = get(field);
    return parseCellDate(typed, order) ?? parseDate(typed, { today, locale: 'de-DE' }) ?? typed;
  };
  const link = get('link');
  const isAddress = /^https?:\/\//iu.test(link);
  const note = [get('note'), isAddress ? '' : link].filter((one) => one !== '').join('; ');
  return {
    title: get('title'),
    provider: get('provider'),
    kind: kindOf(get('kind')) ?? findActivityKind(`${get('kind')} ${get('title')}`) ?? 'other',
    delivery: deliveryOf(get('delivery')),
    start: dayOf('start'),
    end: get('end') === '' ? '' : dayOf('end'),
    duration: durationOf(get),
    description: get('description'),
    link: isAddress ? link : '',
    note,
  };
}

/** Minutes as they stand, hours as hours; a bare number in a column of hours is no number of minutes. */
function durationOf(get: Cells): string {
  if (get('minutes') !== '') return get('minutes');
  const hours = get('hours');
  return /^\d+(?:[.,]\d+)?$/u.test(hours) ? `${hours}h` : hours;
}

const LANGUAGES = [wordsFor('en-GB'), wordsFor('de-DE')];

function kindOf(typed: string): string | undefined {
  return ACTIVITY_KINDS.find((kind) => isOneOf(typed, [kind, ...LANGUAGES.map(({ kinds }) => kinds[kind])]));
}

function deliveryOf(typed: string): string {
  return DELIVERIES.find((one) => isOneOf(typed, [one, ...LANGUAGES.map(({ deliveries }) => deliveries[one])])) ?? '';
}

function isOneOf(typed: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === typed.toLowerCase());
}

/** What a row claims, by field of the form; or what is wrong, field and sentence. */
function claimsOf(
  get: Cells,
  { usual: fallback, holdings, catalogue, words }: Drafting,
): { readonly codes: readonly string[]; readonly fields: Readonly<Record<string, string>> } | string {
  const phrases = words.import;
  const typed = get('certification') || fallback || '';
  const [only, ...others] = holdings;
  if (typed === '' && others.length > 0) return phrases.noCertification;
  const named = typed === '' ? [only?.certification.code ?? ''] : typed.split(/\s*(?:[;,+&]|\band\b|\bund\b)\s*/iu);
  const fields: Record<string, string> = {};
  const codes: string[] = [];
  for (const name of named.filter((one) => one !== '')) {
    const code = catalogue.find(name)?.code;
    const holding = holdings.find(({ certification }) => certification.code === code);
    if (holding === undefined) return phrases.notHeld(name.slice(0, 60));
    const category = categoryOf(get('category'), holding);
    if (category === undefined) {
      const names = leavesOf(holding.renewal).map((leaf) => leaf.name);
      return phrases.noCategory(get('category').slice(0, 60), holding.certification.short, names);
    }
    const own = claimFields(holding.certification);
    codes.push(holding.certification.code);
    fields[isSplit(holding.renewal) ? own.part(category) : own.credits] = get('credits');
    if (!isSplit(holding.renewal) && category !== '') fields[own.category] = category;
  }
  return { codes, fields };
}

/** The category that is meant by its code, its name or the beginning of one; the only one where there is one, or none. */
function categoryOf(typed: string, { renewal }: CreditHolding): string | undefined {
  const leaves = leavesOf(renewal);
  const query = typed.toLowerCase();
  const found = leaves.filter(({ code, name }) => isOneOf(typed, [code, name]));
  const near =
    found.length > 0 || query === '' ? found : leaves.filter(({ name }) => name.toLowerCase().includes(query));
  if (near.length === 1) return near[0]?.code;
  if (leaves.length <= 1) return leaves[0]?.code ?? '';
  return query === '' && !isSplit(renewal) ? (leaves[0]?.code ?? '') : undefined;
}
