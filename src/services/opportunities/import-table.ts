import { sourceNotesOf } from '../../domain/source-notes.ts';
import type { FeedReading } from '../../opportunities/feed-opportunity.ts';
import { readSourceInWorker } from '../../opportunities/read-source-in-worker.ts';
import type { SourceUpdate } from '../../store/opportunities/opportunities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { findOwnFiles } from '../records/read-proof-fields.ts';

/** A file with opportunities that an admin sent. */
interface OpportunityFile {
  readonly name: string;
  readonly reading: FeedReading;
}

/** Values of opportunities that don't state them. */
const DEFAULTS = { provider: '', kind: 'webinar', delivery: '' } as const;

/** Reads a file of the person's that has opportunities, bounded in time and memory; returns why if it can't be read. */
export async function readOpportunityUpload(
  fileId: string,
  scope: Scope,
): Promise<OpportunityFile | { readonly problem: string }> {
  const { request, data } = scope;
  const { words, now } = request;
  const [file] = await findOwnFiles([fileId], scope);
  const bytes = file && (await readFileBytes(fileId, data, data.fileStore));
  if (file === undefined || bytes === undefined) return { problem: words.import.gone };
  const read = await readSourceInWorker({ bytes, now, zone: data.workspace.zone }, DEFAULTS);
  if ('problem' in read)
    return { problem: words.opportunity.tableProblem(words.opportunity.problems[read.problem] ?? read.problem) };
  // The ending is that of the type that was recognised.
  return { name: file.name.replace(/\.[a-z]{2,5}$/iu, ''), reading: read.reading };
}

/** Saves the opportunities of a file in a source of its name; the same file again changes nothing. Returns the id of the source, too. */
export async function saveOpportunityUpload(
  { name, reading }: OpportunityFile,
  { request: { now }, data: { opportunities } }: Scope,
): Promise<SourceUpdate & { readonly sourceId: string }> {
  const sourceId = await opportunities.sourceByHand(name.slice(0, 100), now);
  const content = { opportunities: reading.opportunities, rejects: sourceNotesOf(reading) };
  return { sourceId, ...(await opportunities.replaceFromSource(sourceId, content, now)) };
}
