import type { ReconciledActivity } from '../../domain/activity-comparison.ts';
import type { Day } from '../../domain/calendar.ts';
import type { ComparedClaim } from '../../domain/claim-differences.ts';
import { sum } from '../../domain/credit.ts';
import { withoutMarks } from '../../domain/split-by-mark.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { RecordLine } from '../../store/records/records.ts';
import type { WorkspaceData } from '../../store/store.ts';

/** A stored record of a person with its `recordKey`, as others are compared with it. */
export interface KeyedRecord extends ReconciledActivity {
  readonly start: Day;
  readonly key: string;
}

/** Returns a person's records, without plans and those in the trash, in the order of entry. */
export async function findKeyedRecords(
  personId: string,
  { records }: Pick<WorkspaceData, 'records'>,
): Promise<readonly KeyedRecord[]> {
  const lines = (await records.all(personId)).filter(({ takenBackAt, planned }) => takenBackAt === null && !planned);
  return [...Map.groupBy(lines, ({ activityId }) => activityId)].flatMap(([id, claimLines]) => {
    const [first] = claimLines;
    if (first === undefined) return [];
    const { title, provider, starts, ends } = first;
    const key = JSON.stringify([title, provider, starts, ends, claimsOf(claimLines).sort()]);
    return [{ id, key, title, start: starts, end: ends, claims: comparedClaims(claimLines) }];
  });
}

/** Counts a person's records by `recordKey`, without plans and those in the trash. */
export async function countRecords(
  personId: string,
  data: Pick<WorkspaceData, 'records'>,
): Promise<Map<string, number>> {
  const records = await findKeyedRecords(personId, data);
  return new Map([...Map.groupBy(records, ({ key }) => key)].map(([key, some]) => [key, some.length]));
}

/** The credits in each category of each certification, whatever their marks. */
function claimsOf(lines: readonly RecordLine[]): string[] {
  const byCategory = Map.groupBy(lines, ({ certification, category }) => `${certification} ${category}`);
  return [...byCategory].map(([key, some]) => `${key} ${sum(some.map(({ credits }) => credits ?? 0))}`);
}

function comparedClaims(lines: readonly RecordLine[]): readonly ComparedClaim[] {
  const parts = lines.flatMap(({ certification, category, credits }) =>
    certification === null || category === null ? [] : [{ certification, category, credits: credits ?? 0 }],
  );
  return [...Map.groupBy(parts, ({ certification }) => certification)].map(([certification, some]) => ({
    certification,
    credits: sum(some.map(({ credits }) => credits)),
    parts: some.map(({ category, credits }) => ({ category, credits })),
  }));
}

interface RecordContent extends Pick<NewActivity, 'title' | 'provider' | 'starts' | 'ends'> {
  readonly claims: readonly Pick<NewClaim, 'holdingId' | 'parts'>[];
}

/** Returns a key that is the same for the same record. `codes` maps holding ids to certification codes. */
export function recordKey(
  { title, provider, starts, ends, claims }: RecordContent,
  codes: Pick<ReadonlyMap<string, string>, 'get'>,
): string {
  const parts = claims.flatMap(({ holdingId, parts }) =>
    withoutMarks(parts).map(({ category, credits }) => `${codes.get(holdingId)} ${category} ${credits}`),
  );
  return JSON.stringify([title, provider, starts, ends, parts.sort()]);
}

/** Takes one record with a key out of the counts. Returns whether there was one. */
export function takeRecord(key: string, counts: Map<string, number>): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}
