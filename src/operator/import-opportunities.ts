import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { NotAFeed } from '../opportunities/feed-opportunity.ts';
import { readSource } from '../opportunities/read-source.ts';
import type { SourceUpdate } from '../store/opportunities/opportunities.ts';
import type { WorkspaceData } from '../store/store.ts';
import { UsageError } from './workspace.ts';

const REASONS = {
  cancelled: 'skipped, because it is cancelled',
  'no-title': 'skipped, because it has no title',
  'bad-date': 'has an invalid date',
  'bad-duration': 'imported without its duration, which is invalid',
  unreadable: 'skipped, because it is unreadable',
  twice: 'skipped, because it is a duplicate',
} as const;

/** Imports a file of opportunities into a source named after the file; importing it again changes nothing. Throws `UsageError` if it can't be read. */
export async function importOpportunityFile(
  { opportunities }: WorkspaceData,
  path: string,
  now: Date,
): Promise<{ readonly update: SourceUpdate; readonly rejects: readonly string[] }> {
  const defaults = { provider: '', kind: 'webinar', delivery: '' } as const;
  try {
    const { opportunities: found, rejects } = readSource({ bytes: readFileSync(path), now }, defaults);
    const sourceId = await opportunities.sourceByHand(basename(path), now);
    const update = await opportunities.replaceFromSource(
      sourceId,
      { opportunities: found, rejects: rejects.slice(0, 20) },
      now,
    );
    return {
      update,
      rejects: rejects.map(({ item, title, reason }) => `Item ${item} (${title || 'no title'}): ${REASONS[reason]}.`),
    };
  } catch (error) {
    if (error instanceof NotAFeed) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}
