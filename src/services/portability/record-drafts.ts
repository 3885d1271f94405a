import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Answers } from '../../chat/form.ts';
import { decimalOf } from '../../domain/credit.ts';
import { isUndecided } from '../../sheets/cell-numbers.ts';
import type { ColumnField } from '../../sheets/column-names.ts';
import type { GridRow } from '../../sheets/grid.ts';
import type { PortalState } from '../../store/reports/report-entities.ts';
import { classifyRow } from './classify-row.ts';
import type { DraftContext, DraftQuestion } from './draft-reading.ts';
import { areOtherParts, creditsIn, type ExactPart } from './exported-rows.ts';
import type { LeftOutRow } from './left-out-rows.ts';
import { type Cells, readRowActivity } from './row-activity.ts';
import { type BalanceOutcome, type BalanceRow, readBalanceRow } from './row-balances.ts';
import { type PlacedClaim, readRowClaims } from './row-claims.ts';

/** The answers of the log form for a record of a table, with the rows that it was read from. */
export interface RecordDraft {
  readonly rows: readonly number[];
  readonly answers: Answers;
  /** The state that the body's portal gives it. */
  readonly portal: PortalState | undefined;
  /** The id that recert gave it, if recert wrote the table. */
  readonly id: string | undefined;
  /** The parts that recert's own table states. */
  readonly parts: readonly ExactPart[];
}

/** The category that a row without one was placed in. */
export interface PlacedRow extends PlacedClaim {
  readonly row: number;
}

/** A long import lets other requests run after this many rows. */
export const ROWS_PER_TURN = 50;

/** A draft that later rows can add claims to. */
interface OpenDraft extends RecordDraft {
  readonly rows: number[];
  readonly parts: ExactPart[];
  readonly answers: Record<string, string | readonly string[]> & { counts: readonly string[] };
}

/** The records and opening balances of a table, the rows that give none, and what to ask. */
export interface DraftedRecords {
  readonly drafts: readonly RecordDraft[];
  readonly balances: readonly BalanceRow[];
  readonly leftOut: readonly LeftOutRow[];
  readonly placed: readonly PlacedRow[];
  readonly questions: readonly DraftQuestion[];
}

/** What a row gives: a record or a part of one, or why it is left out. */
type RowOutcome =
  | { readonly draft: OpenDraft; readonly key: string; readonly placed: readonly PlacedClaim[] }
  | BalanceOutcome;

/**
 * Turns the rows of a table into records; each row is in one record or left out with a reason. Rows of one activity, one for each
 * certification or category, are combined.
 */
export async function draftRecords(rows: readonly GridRow[], context: DraftContext): Promise<DraftedRecords> {
  const drafts = new Drafts();
  const leftOut: LeftOutRow[] = [];
  const questions: DraftQuestion[] = [];
  const balances: BalanceRow[] = [];
  const placed: PlacedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) await yieldToEventLoop();
    const outcome = readRow(row, context);
    if ('text' in outcome) {
      const { reason, text, question } = outcome;
      leftOut.push({ number: row.number, reason, text });
      if (question !== undefined) questions.push(question);
      continue;
    }
    if ('balances' in outcome) {
      balances.push(...outcome.balances);
      continue;
    }
    drafts.add(outcome.draft, outcome.key);
    placed.push(...outcome.placed.map((claim) => ({ ...claim, row: row.number })));
  }
  return { drafts: drafts.all, balances, leftOut, questions, placed };
}

/** The records of a table while its rows are read. */
class Drafts {
  readonly all: OpenDraft[] = [];
  readonly #byActivity = new Map<string, OpenDraft[]>();

  /** Adds a row: to the record of an earlier one with the same activity that claims something else, else as a record of its own. */
  add(draft: OpenDraft, key: string): void {
    const sameActivity = this.#byActivity.get(key) ?? [];
    const { counts, ...fields } = draft.answers;
    const claimed = Object.keys(fields).filter((name) => /^(?:credits|category)\./u.test(name));
    const other =
      sameActivity.find(({ answers }) => claimed.every((name) => !(name in answers))) ??
      sameActivity.find((one) => hasOtherMarks(draft, one));
    if (other === undefined || counts.length === 0) {
      this.#byActivity.set(key, [...sameActivity, draft]);
      this.all.push(draft);
      return;
    }
    other.parts.push(...draft.parts);
    Object.assign(other.answers, fields, summedCredits(draft, other));
    other.answers.counts = [...new Set([...other.answers.counts, ...counts])];
    other.rows.push(...draft.rows);
  }
}

/** Whether a row of recert's own table is a part in the same category as a record's, with other marks. */
function hasOtherMarks(draft: OpenDraft, record: OpenDraft): boolean {
  const [part] = draft.parts;
  const isSameCategory = Object.entries(draft.answers).every(
    ([name, answer]) => !name.startsWith('category.') || record.answers[name] === answer,
  );
  return (
    part !== undefined &&
    isSameCategory &&
    creditsIn(record.parts, part) > 0 &&
    areOtherParts(draft.parts, record.parts)
  );
}

/** Returns the credits of a record in the category of a row that was added to its parts. */
function summedCredits({ answers, parts }: OpenDraft, record: OpenDraft): Readonly<Record<string, string>> {
  const [part] = parts;
  const field = Object.keys(answers).find((name) => name.startsWith('credits.'));
  return part === undefined || field === undefined ? {} : { [field]: decimalOf(creditsIn(record.parts, part)) };
}

function readRow(row: GridRow, context: DraftContext): RowOutcome {
  const { words, mapping, classifier } = context;
  const phrases = words.import;
  if (row.fault !== undefined) return { reason: 'problem', text: phrases.faults[row.fault] };
  const kind = classifyRow(row, classifier);
  const get: Cells = (field: ColumnField) => row.cells[mapping[field] ?? -1] ?? '';
  const isOfPortal = context.activity.preset?.body !== undefined;
  switch (kind.kind) {
    case 'balance':
      return readBalanceRow(row, { get, accepted: isOfPortal && kind.portal === 'accepted' }, context);
    case 'possible-balance':
      return { reason: 'question', text: phrases.balances.unclearRow, question: { about: 'balanceRows' } };
    case 'carry-over':
      return { reason: 'problem', text: phrases.balances.carryOver };
    case 'skipped':
      return { reason: kind.reason, text: phrases.skipped[kind.reason] };
    case 'unknown-status':
      return { reason: 'problem', text: phrases.unknownStatus(kind.status) };
    case 'activity':
      return readActivityRow(row, { get, portal: isOfPortal ? kind.portal : undefined }, context);
  }
}

/** Only ids that recert gave tell records apart; others are often the number of a member. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

function readActivityRow(
  row: GridRow,
  { get, portal }: { readonly get: Cells; readonly portal: PortalState | undefined },
  context: DraftContext,
): RowOutcome {
  const phrases = context.words.import;
  const { answers, isEitherDate, isUnclearLength } = readRowActivity(get, context.activity);
  if (isEitherDate && context.activity.order === 'unclear')
    return { reason: 'question', text: phrases.unclear, question: { about: 'order' } };
  if (isEitherDate) return { reason: 'problem', text: phrases.eitherDate(get('start')) };
  if (isUnclearLength) return { reason: 'question', text: phrases.unclearUnit, question: { about: 'unit' } };
  const claims = readRowClaims(row, { get, activity: answers }, context.claims);
  if ('text' in claims) {
    const reason = claims.isNothing ? 'no-credits' : claims.question === undefined ? 'problem' : 'question';
    return { reason, text: claims.text, question: claims.question };
  }
  const { hasCredits, fields, codes, placed, parts } = claims;
  // Its length wasn't forgotten, so one for all rows isn't this one's.
  if (answers.duration === '' && !hasCredits && isUndecided(get('credits')))
    return { reason: 'problem', text: phrases.undecided(get('credits')) };
  const duration = answers.duration === '' && !hasCredits ? context.activity.defaultLength : answers.duration;
  if (duration === undefined) return { reason: 'question', text: phrases.noLength, question: { about: 'length' } };
  const id = UUID.test(get('id')) ? get('id') : undefined;
  const draft = {
    rows: [row.number],
    answers: { ...answers, duration, ...fields, counts: codes },
    portal,
    id,
    parts: [...parts],
  };
  return { draft, key: JSON.stringify([answers, duration, id]), placed };
}
