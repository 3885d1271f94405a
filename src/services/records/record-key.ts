import { sum } from '../../domain/credit.ts';
import { withoutMarks } from '../../domain/part-marks.ts';
import type { NewActivity, NewClaim } from '../../store/records/activities.ts';
import type { RecordLine } from '../../store/records/records.ts';
import type { WorkspaceData } from '../../store/store.ts';

/** Counts a person's records by `recordKey`, without plans and those in the trash. */
export async function countRecords(personId: string, { records }: WorkspaceData): Promise<Map<string, number>> {
  const lines = (await records.all(personId)).filter(({ takenBackAt, planned }) => takenBackAt === null && !planned);
  const counts = new Map<string, number>();
  for (const claimLines of Map.groupBy(lines, ({ activityId }) => activityId).values()) {
    const [first] = claimLines;
    if (first === undefined) continue;
    const claims = claimsOf(claimLines);
    const key = JSON.stringify([first.title, first.provider, first.starts, first.ends, claims.sort()]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The credits in each category of each certification, whatever their marks. */
function claimsOf(lines: readonly RecordLine[]): string[] {
  const byCategory = Map.groupBy(lines, ({ certification, category }) => `${certification} ${category}`);
  return [...byCategory].map(([key, some]) => `${key} ${sum(some.map(({ credits }) => credits ?? 0))}`);
}

interface KeyedRecord extends Pick<NewActivity, 'title' | 'provider' | 'starts' | 'ends'> {
  readonly claims: readonly Pick<NewClaim, 'holdingId' | 'parts'>[];
}

/** Returns a key that is the same for the same record. `codes` maps holding ids to certification codes. */
export function recordKey(
  { title, provider, starts, ends, claims }: KeyedRecord,
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
