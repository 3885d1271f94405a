import type { EntityManager } from '@mikro-orm/sql';
import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';
import type { Day } from '../domain/calendar.ts';
import type { Credits } from '../domain/credit.ts';

/** What somebody looks for among their records: every word must occur. */
export interface Wanted {
  readonly words: readonly WantedWord[];
  readonly skip: number;
  readonly limit: number;
}

/** A word of a title or a provider, or of the names of some certifications. */
export interface WantedWord {
  readonly text: string;
  readonly certifications: readonly string[];
}

/** A record in a list. */
export interface FoundRecord {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly starts: Day;
  readonly ends: Day;
  readonly claims: readonly { readonly certification: string; readonly credits: Credits }[];
}

interface FoundRow {
  activity_id: string;
  title: string;
  provider: string;
  starts: Day;
  ends: Day;
  claims: { certification: string; credits: number }[];
}

/** One line of a member's record: what it claims for one category of one certification, or that it claims nothing. */
export interface RecordLine {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery | '';
  readonly starts: Day;
  readonly ends: Day;
  readonly minutes: number | null;
  readonly certification: string | null;
  readonly category: string | null;
  readonly credits: Credits | null;
  readonly proofLink: string;
  readonly proofNote: string;
  readonly description: string;
  readonly loggedAt: string;
  readonly takenBackAt: string | null;
}

/** The records of members, to be found again and taken along. */
export class Records {
  readonly #em: EntityManager;
  readonly #workspaceId: string;

  constructor(em: EntityManager, workspaceId: string) {
    this.#em = em;
    this.#workspaceId = workspaceId;
  }

  /** A member's records that match, the newest first; none that was taken back. */
  async find(personId: string, { words, skip, limit }: Wanted): Promise<readonly FoundRecord[]> {
    const matches = words.map(matching);
    const rows = await this.#em.execute<FoundRow[]>(
      `select activity.activity_id, activity.title, activity.provider, activity.starts::text as starts,
              activity.ends::text as ends,
              (select coalesce(json_agg(json_build_object('certification', claim.certification, 'credits', claim.credits)
                        order by claim.certification), '[]'::json)
                 from (${CLAIMS}) claim) as claims
         from activity
        where activity.workspace_id = ? and activity.person_id = ? and activity.deleted_at is null and not activity.planned
          ${matches.map(({ sql }) => `and ${sql}`).join(' ')}
        order by activity.ends desc, activity.entry_order desc
        limit ? offset ?`,
      [this.#workspaceId, personId, ...matches.flatMap(({ values }) => values), limit, skip],
    );
    return rows.map(({ activity_id: activityId, ...row }) => ({ ...row, activityId }));
  }

  /** Everything a member ever logged, line by line in the order of entry; also what was taken back. */
  async all(personId: string): Promise<readonly RecordLine[]> {
    return this.#em.execute<RecordLine[]>(
      `select activity.activity_id as "activityId", activity.title, activity.provider, activity.kind, activity.delivery,
              activity.starts::text as starts, activity.ends::text as ends, activity.minutes,
              holding.certification, part.category, part.credits, activity.proof_link as "proofLink",
              activity.proof_note as "proofNote", activity.description, ${utc('created_at')} as "loggedAt",
              ${utc('deleted_at')} as "takenBackAt"
         from activity
         left join allocation_part part using (workspace_id, activity_id)
         left join holding using (workspace_id, holding_id)
        where workspace_id = ? and activity.person_id = ?
        order by activity.entry_order, holding.certification, part.category`,
      [this.#workspaceId, personId],
    );
  }
}

function utc(column: string): string {
  return `to_char(activity.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

const CLAIMS = `
  select holding.certification, sum(part.credits)::integer as credits
    from allocation_part part join holding using (workspace_id, holding_id)
   where part.workspace_id = activity.workspace_id and part.activity_id = activity.activity_id
   group by holding.certification`;

function matching({ text, certifications }: WantedWord): { sql: string; values: readonly string[] } {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const held = `or exists (select 1 from allocation join holding using (workspace_id, holding_id)
    where allocation.workspace_id = activity.workspace_id and allocation.activity_id = activity.activity_id
      and holding.certification in (${certifications.map(() => '?').join(', ')}))`;
  const sql = `(activity.title ilike ? or activity.provider ilike ? ${certifications.length === 0 ? '' : held})`;
  return { sql, values: [like, like, ...certifications] };
}
