import type { NewActivity } from '../../store/records/activities.ts';
import type { WorkspaceData } from '../../store/store.ts';

/** How often each record is there; those in the trash are not. */
export async function countRecords(personId: string, { records }: WorkspaceData): Promise<Map<string, number>> {
  const lines = (await records.all(personId)).filter(({ takenBackAt }) => takenBackAt === null);
  const counts = new Map<string, number>();
  for (const own of Map.groupBy(lines, ({ activityId }) => activityId).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const claims = own.map(({ certification, category, credits }) => `${certification} ${category} ${credits}`);
    const key = JSON.stringify([first.title, first.provider, first.starts, first.ends, claims.sort()]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What makes a record the same as another; `codes` are the certifications of holdings. */
export function recordKey(
  {
    title,
    provider,
    starts,
    ends,
    claims,
  }: Pick<NewActivity, 'title' | 'provider' | 'starts' | 'ends'> & {
    readonly claims: readonly Pick<NewActivity['claims'][number], 'holdingId' | 'parts'>[];
  },
  codes: Pick<ReadonlyMap<string, string>, 'get'>,
): string {
  const parts = claims.flatMap(({ holdingId, parts }) =>
    parts.map(({ category, credits }) => `${codes.get(holdingId)} ${category} ${credits}`),
  );
  return JSON.stringify([title, provider, starts, ends, parts.sort()]);
}
