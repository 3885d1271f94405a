import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Reject, type RejectReason, sourceNotesOf } from '../domain/source-notes.ts';
import type { FeedReading } from '../opportunities/feed-opportunity.ts';
import { readSourceInWorker } from '../opportunities/read-source-in-worker.ts';
import type { SourceUpdate } from '../store/opportunities/opportunities.ts';
import type { WorkspaceData } from '../store/store.ts';
import { UsageError } from './named-workspace.ts';

const REASONS: Readonly<Record<RejectReason, string>> = {
  cancelled: 'skipped, because it is cancelled',
  'no-title': 'skipped, because it has no title',
  'bad-date': 'has an invalid date',
  'unclear-date': 'skipped, because its date can be read in two ways; write it like 2026-12-10',
  'bad-duration': 'imported without its duration, which is invalid',
  'unread-cell': 'imported without a cell that could not be read',
  unreadable: 'skipped, because it is unreadable',
  twice: 'skipped, because it is a duplicate',
};

const PROBLEMS = {
  'not-a-feed': "This isn't a feed, calendar, table or page with events.",
  'no-title-column': 'The table has no column “title”.',
  'too-slow': 'Reading it took too long.',
  unreadable: 'It is broken, or a sheet has more than 25,000 rows.',
} as const;

/** Reads a file of opportunities, bounded in time and memory. Throws `UsageError` if it can't be read. */
export async function readOpportunityFile(path: string, now: Date): Promise<FeedReading> {
  const read = await readSourceInWorker(
    { bytes: readFileSync(path), now },
    { provider: '', kind: 'webinar', delivery: '' },
  );
  if ('problem' in read) throw new UsageError(`${path}: ${PROBLEMS[read.problem]}`);
  return read.reading;
}

/** Saves the opportunities of a file in a source named after the file; importing it again changes nothing. */
export async function saveOpportunityFile(
  { opportunities }: WorkspaceData,
  { path, reading }: { readonly path: string; readonly reading: FeedReading },
  now: Date,
): Promise<SourceUpdate> {
  const sourceId = await opportunities.sourceByHand(basename(path), now);
  const content = { opportunities: reading.opportunities, rejects: sourceNotesOf(reading) };
  return opportunities.replaceFromSource(sourceId, content, now);
}

/** Returns what of a file wasn't read, a line each. */
export function unreadLines({ rejects, unreadColumns, unreadSheets, beyond }: FeedReading): readonly string[] {
  return [
    ...(unreadColumns.length === 0 ? [] : [`Columns not read: ${unreadColumns.join(', ')}.`]),
    ...(unreadSheets.length === 0 ? [] : [`Sheets not read: ${unreadSheets.join(', ')}.`]),
    ...(beyond === 0 ? [] : [`Not read: ${beyond} items beyond the limit of 20,000.`]),
    ...rejects.map(rejectLine),
  ];
}

function rejectLine({ item, title, reason, column }: Reject): string {
  const why = column === undefined ? REASONS[reason] : `imported without “${column}”, which could not be read`;
  return `Item ${item} (${title || 'no title'}): ${why}.`;
}
