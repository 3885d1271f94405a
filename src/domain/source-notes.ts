/**
 * Why an item wasn't taken as it is: it is cancelled; it has no title; a date that cannot be, or that can be read in two ways; a duration or
 * another cell that can't be read, so that it is taken without; it cannot be read at all; or it says the same as an item before it.
 */
export type RejectReason =
  | 'cancelled'
  | 'no-title'
  | 'bad-date'
  | 'unclear-date'
  | 'bad-duration'
  | 'unread-cell'
  | 'unreadable'
  | 'twice';

/** An item that was rejected, or accepted without an invalid field. */
export interface Reject {
  /** Which item: its number from 1, or the line or row of a table. */
  readonly item: number;
  readonly title: string;
  readonly reason: RejectReason;
  /** The heading of the column whose cell wasn't read. */
  readonly column?: string | undefined;
}

/** What of a source wasn't read. */
export interface SourceNotes {
  /** How many items were rejected, or accepted without an invalid field. */
  readonly count: number;
  /** The first of them. */
  readonly rejects: readonly Reject[];
  /** The headings of columns that weren't read. */
  readonly unreadColumns: readonly string[];
  /** The sheets of a workbook that weren't read, though they have a table. */
  readonly unreadSheets: readonly string[];
  /** How many items there are beyond the limit. */
  readonly beyond: number;
}

/** Maximum items, and columns or sheets, that are stored with their names. */
const MAX_NAMED = 20;

/** Returns what is stored of a reading. */
export function sourceNotesOf(reading: Omit<SourceNotes, 'count'>): SourceNotes {
  const { rejects, unreadColumns, unreadSheets, beyond } = reading;
  return {
    count: new Set(rejects.map(({ item }) => item)).size,
    rejects: rejects.slice(0, MAX_NAMED),
    unreadColumns: unreadColumns.slice(0, MAX_NAMED),
    unreadSheets: unreadSheets.slice(0, MAX_NAMED),
    beyond,
  };
}

/** Returns the notes of a source as they are stored; earlier versions stored the first rejected items alone. */
export function storedSourceNotes(stored: SourceNotes | readonly Reject[]): SourceNotes {
  return 'count' in stored
    ? stored
    : { count: stored.length, rejects: stored, unreadColumns: [], unreadSheets: [], beyond: 0 };
}
