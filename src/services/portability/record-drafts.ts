import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Answers } from '../../chat/form.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import type { CategoryChoice } from '../../domain/claim-category.ts';
import type { Category } from '../../domain/credit-rules.ts';
import { type DateOrder, dateSides, parseCellDate } from '../../sheets/cell-dates.ts';
import type { ColumnField } from '../../sheets/column-names.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { type Words, wordsFor } from '../../strings/index.ts';
import { claimFields, LOG_LIMITS } from '../../views/record-fields.ts';
import { candidatesAmong } from '../certifications/find-certification.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { parseDate, parseDays } from '../parse-date.ts';
import { chooseCategory } from '../records/choose-category.ts';
import { findActivityKind } from '../records/find-activity-kind.ts';

/** The answers of the log form for a record of a table, with its first row. */
export interface RecordDraft {
  readonly number: number;
  readonly answers: Answers;
}

/** A problem with a row of a table. */
export interface RowProblem {
  readonly number: number;
  readonly text: string;
  /** The certification whose category must be asked for. */
  readonly asks?: CreditHolding;
}

/** The categories that rows without one were placed in by the rules, with the number of rows. */
export interface PlacedRows {
  readonly holding: CreditHolding;
  readonly category: string;
  readonly rows: number;
}

/** A long import lets other requests run after this many rows. */
export const ROWS_PER_TURN = 50;

interface DraftContext {
  readonly order: DateOrder;
  /** The certification of rows that name none. */
  readonly defaultCertification: string | undefined;
  /** The categories of rows whose category isn't decided, by the code of the certification. */
  readonly categories: Readonly<Partial<Record<string, string>>>;
  readonly holdings: readonly CreditHolding[];
  readonly catalogue: Pick<Catalogue, 'find' | 'candidates'>;
  readonly today: Day;
  readonly words: Words;
}

/** A draft that later rows can add claims to. */
interface OpenDraft extends RecordDraft {
  readonly answers: Record<string, string | readonly string[]> & { counts: readonly string[] };
}

/** The records of a table, the problems of its rows, and the categories that the rules decided. */
interface DraftedRecords {
  readonly drafts: readonly RecordDraft[];
  readonly problems: readonly RowProblem[];
  readonly placed: readonly PlacedRows[];
}

type Cells = (field: ColumnField) => string;

/**
 * Turns the rows of a table into records. Rows of one record, one for each certification or category, are combined: those with the same id,
 * or with the same activity and different claims.
 */
export async function draftRecords({ rows }: Sheet, mapping: Mapping, context: DraftContext): Promise<DraftedRecords> {
  const problems: RowProblem[] = [];
  const placed = new Map<string, PlacedRows>();
  const openDrafts = new Map<string, OpenDraft[]>();
  const drafts: RecordDraft[] = [];
  for (const [index, { number, cells }] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) await yieldToEventLoop();
    const get: Cells = (field) => cells[mapping[field] ?? -1] ?? '';
    if (get('removed') !== '') continue;
    const activity = readRowAnswers(get, context);
    const claims = readRowClaims(get, activity, context);
    if ('text' in claims) {
      problems.push({ number, ...claims });
      continue;
    }
    for (const { holding, category } of claims.placed) {
      const key = `${holding.certification.code} ${category}`;
      placed.set(key, { holding, category, rows: (placed.get(key)?.rows ?? 0) + 1 });
    }
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
  return { drafts, problems, placed: [...placed.values()] };
}

function readRowAnswers(get: Cells, { order, today }: DraftContext): Record<string, string> {
  const link = get('link');
  const isAddress = /^https?:\/\//iu.test(link);
  const note = [get('note'), isAddress ? '' : link].filter((one) => one !== '').join('; ');
  return {
    title: get('title'),
    provider: get('provider'),
    kind: parseKind(get('kind')) ?? findActivityKind(`${get('kind')} ${get('title')}`) ?? 'other',
    delivery: parseDelivery(get('delivery')),
    ...readRowDays(get, { order, today }),
    duration: readDuration(get),
    description: get('description'),
    link: isAddress ? link : '',
    note,
  };
}

/** Reads the days of a row. A cell may hold the first and the last day; a column of last days wins. */
function readRowDays(
  get: Cells,
  { order, today }: Pick<DraftContext, 'order' | 'today'>,
): Readonly<Record<'start' | 'end', string>> {
  const reading = { today, locale: order === 'month-first' ? 'en-US' : 'de-DE' };
  const readCell = (typed: string): { readonly start: string; readonly end: string } => {
    const [first, last] = dateSides(typed).map((side) => parseCellDate(side, order) ?? parseDate(side, reading));
    if (first !== undefined && last !== undefined) return { start: first, end: last };
    const one = parseCellDate(typed, order);
    return one === undefined ? (parseDays(typed, reading) ?? { start: typed, end: typed }) : { start: one, end: one };
  };
  const [start, end] = [readCell(get('start')), get('end') === '' ? undefined : readCell(get('end'))];
  const last = end?.end ?? start.end;
  return { start: start.start, end: end === undefined && last === start.start ? '' : last };
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
  /** The categories that the row doesn't name and the rules decide. */
  readonly placed: readonly Omit<PlacedRows, 'rows'>[];
}

type ClaimProblem = Omit<RowProblem, 'number'>;

/** Reads what a row claims, or its problem. */
function readRowClaims(
  get: Cells,
  activity: Readonly<Record<string, string>>,
  context: DraftContext,
): RowClaims | ClaimProblem {
  const { defaultCertification, holdings, catalogue, words } = context;
  const phrases = words.import;
  const typed = get('certification') || defaultCertification || '';
  const [only, ...others] = holdings;
  if (typed === '' && others.length > 0) return { text: phrases.noCertification };
  const names = typed === '' ? [only?.certification.code ?? ''] : typed.split(/\s*(?:[;,+&]|\band\b|\bund\b)\s*/iu);
  const fields: Record<string, string> = {};
  const codes: string[] = [];
  const placed: Omit<PlacedRows, 'rows'>[] = [];
  for (const name of names.filter((one) => one !== '')) {
    const code = catalogue.find(name)?.code;
    const holding = holdings.find(({ certification }) => certification.code === code);
    if (holding === undefined) {
      const candidates = candidatesAmong(name, holdings, catalogue);
      return {
        text: phrases.notYours(
          name.slice(0, 60),
          candidates.map(({ short }) => short),
        ),
      };
    }
    const choice = categoryOfRow(get('category'), holding, { activity, context });
    if ('text' in choice) return choice;
    const { category, why } = choice;
    const claim = claimFields(holding.certification);
    codes.push(holding.certification.code);
    if (why !== 'only' && why !== 'stated') placed.push({ holding, category });
    fields[isSplit(holding.renewal) ? claim.part(category) : claim.credits] = get('credits');
    if (!isSplit(holding.renewal) && why !== 'only') fields[claim.category] = category;
    if (get('reason') !== '') fields[claim.reason] = get('reason').slice(0, LOG_LIMITS.reason);
  }
  return { codes, fields, placed };
}

/** Returns the category that a row names or the rules decide, then the one selected for such rows. */
function categoryOfRow(
  typed: string,
  holding: CreditHolding,
  row: { readonly activity: Readonly<Record<string, string>>; readonly context: DraftContext },
): CategoryChoice | ClaimProblem {
  const { categories, words } = row.context;
  const { certification, renewal } = holding;
  const leaves = leavesOf(renewal);
  const names = leaves.map(({ name }) => name);
  const stated = findCategory(typed, leaves);
  if (typed !== '' && stated === undefined && leaves.length > 1)
    return { text: words.import.noCategory(typed.slice(0, 60), certification.short, names) };
  const { title, provider } = row.activity;
  const kind = ACTIVITY_KINDS.find((one) => one === row.activity.kind);
  const choice =
    chooseCategory(holding, { kind, title, provider }, stated) ??
    chooseCategory(holding, {}, categories[certification.code]);
  return choice ?? { text: words.import.askCategory(certification.short, names), asks: holding };
}

/** Returns the code of the category with this code, name or part of a name. */
function findCategory(typed: string, leaves: readonly Category[]): string | undefined {
  if (typed === '') return undefined;
  const query = typed.toLowerCase();
  const exact = leaves.filter(({ code, name }) => isOneOf(typed, [code, name]));
  const matches = exact.length > 0 ? exact : leaves.filter(({ name }) => name.toLowerCase().includes(query));
  return matches.length === 1 ? matches[0]?.code : undefined;
}
