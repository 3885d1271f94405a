import type { Day } from '../domain/calendar.ts';
import { type Credits, parseCredits } from '../domain/credit.ts';
import {
  type TranscriptBody,
  type TranscriptField,
  type TranscriptLayout,
  transcriptLayout,
} from '../domain/transcript-layout.ts';
import { type TranscriptState, transcriptStateOf } from '../domain/transcript-states.ts';
import { type DateOrder, findDateOrder, isEitherOrder, parseCellDate } from './cell-dates.ts';
import { isTotalLabel } from './row-kinds.ts';
import { splitTranscriptLine } from './transcript-cells.ts';

/** A line of a transcript. Days are ISO dates, credits hundredths. */
export interface TranscriptRow {
  /** The line of the text, from 1. */
  readonly number: number;
  readonly reference: string;
  readonly title: string;
  readonly provider: string;
  /** The body's word for the kind of activity. */
  readonly type: string;
  /** Absent where the transcript has only the day on which the activity ended. */
  readonly start?: Day;
  readonly end: Day;
  /** What it claims for certifications by their names; an empty name where the transcript names none. */
  readonly claims: readonly TranscriptClaim[];
  readonly state: TranscriptState;
  /** The body's word for the state. */
  readonly status: string;
  /** What the body counted, where that is less than was submitted. */
  readonly applied?: Credits;
}

/** Credits for one certification, and their portal categories if the transcript has them. */
export interface TranscriptClaim {
  readonly name: string;
  readonly credits: Credits;
  readonly parts: readonly { readonly category: string; readonly credits: Credits }[];
}

/** Why a line wasn't read. */
export type UnreadLineReason = 'cells' | 'title' | 'day' | 'credits' | 'status';

/** A transcript: each line that isn't empty is a row, skipped, or not read. */
export interface Transcript {
  readonly body: TranscriptBody;
  readonly rows: readonly TranscriptRow[];
  /** Lines above the table, repeated headings, totals and page numbers. */
  readonly skipped: readonly number[];
  readonly unread: readonly { readonly number: number; readonly text: string; readonly why: UnreadLineReason }[];
}

/** Returns the day of a date with the name of its month, `13 May 2026`. */
export type ReadWrittenDay = (text: string) => Day | undefined;

/** Reads the transcript of a body's portal; undefined if no line has the headings of a known one. */
export function readTranscript(text: string, readWrittenDay: ReadWrittenDay): Transcript | undefined {
  const lines = text.split(/\r\n?|\n/u).map((line, index) => ({ number: index + 1, line }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  const at = filled.findIndex(({ line }) => transcriptLayout(splitTranscriptLine(line)) !== undefined);
  const header = filled[at]?.line ?? '';
  const layout = transcriptLayout(splitTranscriptLine(header));
  if (layout === undefined) return undefined;
  const below = filled.slice(at + 1).map(({ number, line }) => ({ number, cells: splitTranscriptLine(line, header) }));
  const readDay = dayReader(below, layout, readWrittenDay);
  const skipped = filled.slice(0, at + 1).map(({ number }) => number);
  const rows: TranscriptRow[] = [];
  const unread: Transcript['unread'][number][] = [];
  for (const { number, cells } of below) {
    if (isSkipped(cells, layout)) {
      skipped.push(number);
      continue;
    }
    const row = readRow(cells, layout, readDay);
    if (typeof row === 'string')
      unread.push({ number, text: cells.filter((cell) => cell !== '').join(' · '), why: row });
    else rows.push({ ...row, number });
  }
  return { body: layout.body, rows, skipped, unread };
}

const PAGE =
  /^(?:(?:page|seite)\s*\d+(?:\s*(?:of|von|\/)\s*\d+)?|\d{1,3}(?:\s*(?:of|von|\/)\s*\d{1,3})?|(?:showing|displaying)\s.*|\d+\s*[-–]\s*\d+\s+of\s+\d+.*|(?:first|previous|prev|next|last|«|»|‹|›|<|>|…)|rows per page.*|back to top|copyright.*|©.*)$/iu;

function isSkipped(cells: readonly string[], layout: TranscriptLayout): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (transcriptLayout(cells) !== undefined) return true;
  const day = cells[layout.columns.end ?? -1] ?? '';
  if (isTotalLabel(first.replace(/:$/u, '')) && day === '') return true;
  return filled.length < layout.width / 2 && filled.every((cell) => PAGE.test(cell));
}

const ORDERS: readonly DateOrder[] = ['month-first', 'day-first'];

type ReadDay = (cell: string) => Day | undefined;

/** Dates are month first, unless a column shows otherwise; where it contradicts itself, what could be either isn't read. */
function dayReader(
  lines: readonly { readonly cells: readonly string[] }[],
  { columns }: TranscriptLayout,
  readWrittenDay: ReadWrittenDay,
): ReadDay {
  const dates = lines
    .flatMap(({ cells }) => [cells[columns.start ?? -1] ?? '', cells[columns.end ?? -1] ?? ''])
    .filter((cell) => ORDERS.some((order) => parseCellDate(cell, order) !== undefined));
  const found = findDateOrder(dates);
  const orders: readonly DateOrder[] = found === 'mixed' ? ORDERS : [found === 'day-first' ? found : 'month-first'];
  return (cell) => {
    if (found === 'mixed' && isEitherOrder(cell)) return undefined;
    const day = orders.map((order) => parseCellDate(cell, order)).find((read) => read !== undefined);
    return day ?? readWrittenDay(cell);
  };
}

function readRow(
  cells: readonly string[],
  layout: TranscriptLayout,
  readDay: ReadDay,
): Omit<TranscriptRow, 'number'> | UnreadLineReason {
  const { columns, width } = layout;
  const cell = (field: TranscriptField) => cells[columns[field] ?? -1] ?? '';
  if (cells.length !== width) return 'cells';
  if (!/[\p{L}\p{N}]/u.test(cell('title'))) return 'title';
  const end = readDay(cell('end'));
  const start = columns.start === undefined ? undefined : readDay(cell('start') || cell('end'));
  if (end === undefined || (columns.start !== undefined && (start === undefined || start > end))) return 'day';
  const state = transcriptStateOf(cell('status'));
  if (state === undefined) return 'status';
  const claims = readClaims(cells, layout);
  if (claims === undefined) return 'credits';
  const applied = columns.ceusApplied === undefined ? undefined : creditsIn(cell('ceusApplied'));
  const isCut = applied !== undefined && state === 'accepted' && applied < (claims[0]?.credits ?? 0);
  return {
    reference: cell('reference'),
    title: cell('title'),
    provider: cell('provider'),
    type: cell('type'),
    ...(start === undefined ? {} : { start }),
    end,
    claims,
    state,
    status: cell('status'),
    ...(isCut ? { applied } : {}),
  };
}

/** The columns of PMI, in its order. */
const PMI_COLUMNS = ['ways-of-working', 'power-skills', 'business-acumen', 'giving-back'] as const;

/** Returns what a line claims; undefined if an amount can't be read, or there is none. */
function readClaims(cells: readonly string[], layout: TranscriptLayout): readonly TranscriptClaim[] | undefined {
  const { body, columns, others } = layout;
  const cell = (field: TranscriptField) => cells[columns[field] ?? -1] ?? '';
  switch (body) {
    case 'ISACA':
      return allRead(
        others.map(({ column, name }) => {
          const text = cells[column] ?? '';
          // Columns such as actions have no amounts at all.
          return /\d/u.test(text) || text === '' ? claimOf(name, creditsIn(text)) : { name, credits: 0, parts: [] };
        }),
      );
    case 'PMI': {
      const parts = PMI_COLUMNS.map((category) => ({ category, credits: creditsIn(cell(category)) }));
      const read = parts.flatMap(({ category, credits }) => (credits === undefined ? [] : [{ category, credits }]));
      const sum = read.reduce((total, { credits }) => total + credits, 0);
      const total = columns.total === undefined ? sum : creditsIn(cell('total'));
      if (read.length < parts.length || total !== sum) return undefined;
      return allRead([{ name: '', credits: sum, parts: read.filter(({ credits }) => credits > 0) }]);
    }
    case 'ISC2': {
      const [, group] = /^(?:group\s*)?([ab])$/iu.exec(cell('group')) ?? [];
      const credits = creditsIn(cell('credits'));
      const parts = group && credits ? [{ category: `group-${group.toLowerCase()}`, credits }] : [];
      return allRead([claimOf(cell('certifications'), credits, parts)]);
    }
    case 'CompTIA': {
      const credits = creditsIn(cell(columns.ceusSubmitted === undefined ? 'ceusApplied' : 'ceusSubmitted'));
      return allRead([claimOf(cell('certifications'), credits)]);
    }
  }
}

function claimOf(
  name: string,
  credits: Credits | undefined,
  parts: TranscriptClaim['parts'] = [],
): TranscriptClaim | undefined {
  return credits === undefined ? undefined : { name, credits, parts };
}

function allRead(claims: readonly (TranscriptClaim | undefined)[]): readonly TranscriptClaim[] | undefined {
  const read = claims.filter((claim) => claim !== undefined);
  const some = read.filter(({ credits }) => credits > 0);
  return read.length < claims.length || some.length === 0 ? undefined : some;
}

/** An empty cell and a dash are no credits. */
function creditsIn(cell: string): Credits | undefined {
  if (/^[-–—]?$/u.test(cell)) return 0;
  const read = parseCredits(cell.replace(/\s*(?:cpes?|pdus?|ceus?|credits?|hours?)$/iu, ''));
  return 'credits' in read ? read.credits : undefined;
}
