import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { NotAFeed } from '../opportunities/feed-opportunity.ts';
import { readSource } from '../opportunities/read-source.ts';
import type { SourceUpdate } from '../store/opportunities/opportunities.ts';
import type { WorkspaceData } from '../store/store.ts';
import { UsageError } from './workspace.ts';

const REASONS = {
  'no-title': 'skipped, because it has no title',
  'no-way': 'skipped, because it has neither an address nor a date',
  'bad-date': 'has an invalid date',
  'bad-duration': 'imported without its duration, which is invalid',
  unreadable: 'skipped, because it is unreadable',
  twice: 'skipped, because it is a duplicate',
} as const;

/** Takes what a file offers into a source of its name; the same file once more changes nothing. Throws `UsageError` for what is no such file. */
export async function importOpportunityFile(
  { opportunities }: WorkspaceData,
  path: string,
  now: Date,
): Promise<{ readonly taken: SourceUpdate; readonly rejects: readonly string[] }> {
  const defaults = { provider: '', kind: 'webinar', delivery: '' } as const;
  try {
    const { opportunities: offers, rejects } = readSource({ bytes: readFileSync(path), now }, defaults);
    const sourceId = await opportunities.sourceByHand(basename(path), now);
    const claimed = await opportunities.replaceFromSource(
      sourceId,
      { opportunities: offers, rejects: rejects.slice(0, 20) },
      now,
    );
    return {
      taken: claimed,
      rejects: rejects.map(({ item, title, reason }) => `Item ${item} (${title || 'no title'}): ${REASONS[reason]}.`),
    };
  } catch (error) {
    if (error instanceof NotAFeed) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}
