import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Answers } from '../../chat/form.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import { type DateOrder, parseCellDate } from '../../sheets/cell-dates.ts';
import type { ColumnField } from '../../sheets/column-names.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { type Words, wordsFor } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { parseDate } from '../parse-date.ts';
import { findActivityKind } from '../records/parse-quick-entry.ts';

/** The answers of the log form for a record of a table, with its first row. */
export interface RecordDraft {
  readonly number: number;
  readonly answers: Answers;
}

/** A problem with a row of a table. */
export interface RowProblem {
  readonly number: number;
  readonly text: string;
}

/** A long import lets other requests run after this many rows. */
export const ROWS_PER_TURN = 50;

interface DraftContext {
  readonly order: DateOrder;
  /** The certification of rows that name none. */
  readonly defaultCertification: string | undefined;
  readonly holdings: readonly CreditHolding[];
  readonly catalogue: Catalogue;
  readonly today: Day;
  readonly words: Words;
}

/** A draft that later rows can add claims to. */
interface OpenDraft extends RecordDraft {
  readonly answers: Record<string, string | readonly string[]> & { counts: readonly string[] };
}

type Cells = (field: ColumnField) => string;

/**
 * Turns the rows of a table into records. Rows of one record, one for each certification or category, are combined: those with the same id,
 * or with the same activity and different claims.
 */
export async function draftRecords(
  { rows }: Sheet,
  mapping: Mapping,
  context: DraftContext,
): Promise<{ readonly drafts: readonly RecordDraft[]; readonly problems: readonly RowProblem[] }> {
  const problems: RowProblem[] = [];
  const openDrafts = new Map<string, OpenDraft[]>();
  const drafts: RecordDraft[] = [];
  for (const [index, { number, cells }] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) await yieldToEventLoop();
    const get: Cells = (field) => cells[mapping[field] ?? -1] ?? '';
    if (get('removed') !== '') continue;
    const claims = readRowClaims(get, context);
    if (typeof claims === 'string') {
      problems.push({ number, text: claims });
      continue;
    }
    const activity = readRowAnswers(get, context);
    const key = get('id') !== '' ? get('id') : JSON.stringify(activity);
    const sameActivity = openDrafts.get(key) ?? [];
    const other = sameActivity.find(({ answers }) => Object.keys(claims.fields).every((field) => !(field in answers)));
    if (other !== undefined && claims.codes.length > 0) {
      Object.assign(other.answers, claims.fields);
      other.answers.counts = [...new Set([...other.answers.counts, ...claims.codes])];
      continue;
    }
    const draft: OpenDraft = { number, answers: { ...activity, ...claims.fields, counts: claims.codes } };
    openDrafts.set(key, [...sameActivity, draft]);
    drafts.push(draft);
  }
  return { drafts, problems };
}

function readRowAnswers(get: Cells, { order, today }: DraftContext): Record<string, string> {
  const readDay = (field: 'start' | 'end') => {
    const typed = get(field);
    return parseCellDate(typed, order) ?? parseDate(typed, { today, locale: 'de-DE' }) ?? typed;
  };
  const link = get('link');
  const isAddress = /^https?:\/\//iu.test(link);
  const note = [get('note'), isAddress ? '' : link].filter((one) => one !== '').join('; ');
  return {
    title: get('title'),
    provider: get('provider'),
    kind: parseKind(get('kind')) ?? findActivityKind(`${get('kind')} ${get('title')}`) ?? 'other',
    delivery: parseDelivery(get('delivery')),
    start: readDay('start'),
    end: get('end') === '' ? '' : readDay('end'),
    duration: readDuration(get),
    description: get('description'),
    link: isAddress ? link : '',
    note,
  };
}

/** Adds `h` to a bare number in the column of hours, which would be read as minutes. */
function readDuration(get: Cells): string {
  if (get('minutes') !== '') return get('minutes');
  const hours = get('hours');
  return /^\d+(?:[.,]\d+)?$/u.test(hours) ? `${hours}h` : hours;
}

const LANGUAGES = [wordsFor('en-GB'), wordsFor('de-DE')];

function parseKind(typed: string): string | undefined {
  return ACTIVITY_KINDS.find((kind) => isOneOf(typed, [kind, ...LANGUAGES.map(({ kinds }) => kinds[kind])]));
}

function parseDelivery(typed: string): string {
  return DELIVERIES.find((one) => isOneOf(typed, [one, ...LANGUAGES.map(({ deliveries }) => deliveries[one])])) ?? '';
}

function isOneOf(typed: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === typed.toLowerCase());
}

interface RowClaims {
  /** The codes of the claimed certifications. */
  readonly codes: readonly string[];
  /** The answers of the claim fields. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads what a row claims. Returns a text when there is a problem. */
function readRowClaims(
  get: Cells,
  { defaultCertification, holdings, catalogue, words }: DraftContext,
): RowClaims | string {
  const phrases = words.import;
  const typed = get('certification') || defaultCertification || '';
  const [only, ...others] = holdings;
  if (typed === '' && others.length > 0) return phrases.noCertification;
  const names = typed === '' ? [only?.certification.code ?? ''] : typed.split(/\s*(?:[;,+&]|\band\b|\bund\b)\s*/iu);
  const fields: Record<string, string> = {};
  const codes: string[] = [];
  for (const name of names.filter((one) => one !== '')) {
    const code = catalogue.find(name)?.code;
    const holding = holdings.find(({ certification }) => certification.code === code);
    if (holding === undefined) return phrases.notYours(name.slice(0, 60));
    const category = findCategory(get('category'), holding);
    if (category === undefined) {
      const categories = leavesOf(holding.renewal).map((leaf) => leaf.name);
      return phrases.noCategory(get('category').slice(0, 60), holding.certification.short, categories);
    }
    const claim = claimFields(holding.certification);
    codes.push(holding.certification.code);
    fields[isSplit(holding.renewal) ? claim.part(category) : claim.credits] = get('credits');
    if (!isSplit(holding.renewal) && category !== '') fields[claim.category] = category;
  }
  return { codes, fields };
}

/** Returns the code of the category with this code, name or part of a name; the only one if there is one. */
function findCategory(typed: string, { renewal }: CreditHolding): string | undefined {
  const leaves = leavesOf(renewal);
  const query = typed.toLowerCase();
  const exact = leaves.filter(({ code, name }) => isOneOf(typed, [code, name]));
  const matches =
    exact.length > 0 || query === '' ? exact : leaves.filter(({ name }) => name.toLowerCase().includes(query));
  if (matches.length === 1) return matches[0]?.code;
  if (leaves.length <= 1) return leaves[0]?.code ?? '';
  return query === '' && !isSplit(renewal) ? (leaves[0]?.code ?? '') : undefined;
}
