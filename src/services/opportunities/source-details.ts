import { opportunityDay } from '../../domain/opportunity-day.ts';
import { storedSourceNotes } from '../../domain/source-notes.ts';
import type { OpportunitySource } from '../../store/opportunities/opportunity-entities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import type { ShownSource, SourceDetails } from '../../views/opportunities/source-card.ts';

/** The latest opportunities that are shown of a source. */
const MAX_LATEST = 5;

/** The language and the time zone of whoever reads. */
export interface SourceReader {
  readonly words: Words;
  readonly zone: string;
}

/** Returns sources with their health, in the order given. */
export async function describeSources(
  sources: readonly OpportunitySource[],
  { words, zone }: SourceReader,
  data: WorkspaceData,
): Promise<readonly ShownSource[]> {
  const counts = await data.opportunities.counts();
  return sources.map(({ sourceId, name, address, isOn, readAt, problem, failures, rejects }) => ({
    ...{ sourceId, name, address, isOn, problem, failures },
    opportunities: counts.get(sourceId) ?? 0,
    readAt: readAt ? words.moment(readAt, zone) : '',
    notes: storedSourceNotes(rejects),
  }));
}

/** Returns a source with its health and its latest opportunities, or undefined if it doesn't exist. */
export async function findSourceDetails(
  sourceId: string,
  reader: SourceReader,
  data: WorkspaceData,
): Promise<SourceDetails | undefined> {
  const found = await data.opportunities.source(sourceId);
  const [source] = found === null ? [] : await describeSources([found], reader, data);
  if (source === undefined) return undefined;
  const latest = await data.opportunities.latestOf(sourceId, MAX_LATEST);
  return {
    source,
    latest: latest.map((one) => ({
      title: one.title,
      day: opportunityDay({ ...one, isAllDay: one.isAllDay }, reader.zone),
    })),
  };
}

/** Returns how many current opportunities the enabled sources of a workspace have. */
export async function countAvailable({ opportunities }: WorkspaceData): Promise<number> {
  const counts = await opportunities.counts();
  const enabled = (await opportunities.sources()).filter(({ isOn }) => isOn);
  return enabled.reduce((sum, { sourceId }) => sum + (counts.get(sourceId) ?? 0), 0);
}
