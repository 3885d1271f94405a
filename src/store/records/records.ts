import type { ActivityFacts } from '../../domain/activity-facts.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Credits } from '../../domain/credit.ts';
import { WorkspaceRepository } from '../repository.ts';

/** A search in a member's records: all words and filters must match. */
export interface Wanted {
  readonly words: readonly WantedWord[];
  /** Codes of certifications, of which it must claim for one. */
  readonly certifications?: readonly string[];
  /** Only those on one of these days at least. */
  readonly within?: DateRange | undefined;
  readonly kinds?: readonly ActivityKind[];
  /** Only those without any proof. */
  readonly unproved?: boolean;
  /** Those in the trash instead, the last deleted first. */
  readonly deleted?: boolean;
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
  readonly kind: ActivityKind;
  /** How many proofs there are. */
  readonly proofs: number;
  readonly claims: readonly { readonly certification: string; readonly credits: Credits }[];
}

interface FoundRow {
  activity_id: string;
  title: string;
  provider: string;
  starts: Day;
  ends: Day;
  kind: ActivityKind;
  proofs: number;
  claims: { certification: string; credits: number }[];
}

/** One row of a record: its claim for one category of one certification, or no claim. */
export interface RecordLine extends ActivityFacts {
  readonly activityId: string;
  readonly personId: string;
  readonly minutes: number | null;
  readonly certification: string | null;
  readonly category: string | null;
  /** The codes of its marks, separated by spaces. */
  readonly marks: string | null;
  readonly credits: Credits | null;
  /** The first day of the cycle that it is claimed in. */
  readonly cycle: Day | null;
  /** Why more is claimed than the body gives; empty if it isn't. */
  readonly overClaimReason: string | null;
  /** The types of its proofs. */
  readonly proofForms: string;
  readonly proofLink: string;
  readonly proofNote: string;
  readonly proofFiles: string;
  /** SHA-256 of each of the files. */
  readonly proofHashes: string;
  readonly description: string;
  /** It hasn't been done yet. */
  readonly planned: boolean;
  readonly loggedAt: string;
  readonly takenBackAt: string | null;
}

/** A claim for one certification that has a certificate. */
export interface CertifiedClaim {
  readonly provider: string;
  readonly certification: string;
  readonly personId: string;
  readonly kind: ActivityKind;
  readonly ends: Day;
  readonly minutes: number;
  readonly claimed: number;
}

/** Maximum certificates read; more do not change the result. */
const MAX_CERTIFIED = 2000;

/** The records of a workspace: one row for each activity with the credits it was claimed for. */
export class Records extends WorkspaceRepository {
  /** A member's records that match, the newest first. */
  async find(personId: string, query: Wanted): Promise<readonly FoundRecord[]> {
    const { sql, values } = conditions(query);
    const order = query.deleted ? 'activity.deleted_at desc,' : '';
    const rows = await this.em.execute<FoundRow[]>(
      `select activity.activity_id, activity.title, activity.provider, activity.kind, activity.starts::text as starts,
              activity.ends::text as ends,
              (select count(*)::integer from proof
                where proof.workspace_id = activity.workspace_id and proof.activity_id = activity.activity_id) as proofs,
              (select coalesce(json_agg(json_build_object('certification', claim.certification, 'credits', claim.credits)
                        order by claim.certification), '[]'::json)
                 from (${CLAIMS}) claim) as claims
         from activity
        where activity.workspace_id = ? and activity.person_id = ? and ${sql}
        order by ${order} activity.ends desc, activity.entry_order desc
        limit ? offset ?`,
      [this.workspaceId, personId, ...values, query.limit, query.skip],
    );
    return rows.map(({ activity_id: activityId, ...row }) => ({ ...row, activityId }));
  }

  /** How many of a member's records match. */
  async count(personId: string, query: Omit<Wanted, 'skip' | 'limit'>): Promise<number> {
    const { sql, values } = conditions(query);
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(*)::integer as count from activity
        where activity.workspace_id = ? and activity.person_id = ? and ${sql}`,
      [this.workspaceId, personId, ...values],
    );
    return row?.count ?? 0;
  }

  /** The claims with a certificate for activities of some providers, newest first; providers in lower case. */
  async findCertifiedClaims(providers: readonly string[]): Promise<readonly CertifiedClaim[]> {
    if (providers.length === 0) return [];
    return this.em.execute<CertifiedClaim[]>(
      `select lower(trim(activity.provider)) as provider, holding.certification, activity.person_id as "personId", activity.kind,
              activity.ends::text as ends, activity.minutes, sum(part.credits)::integer as claimed
         from activity
         join allocation_part part using (workspace_id, activity_id)
         join holding using (workspace_id, holding_id)
        where workspace_id = ? and not activity.planned and activity.deleted_at is null and activity.minutes is not null
          and lower(trim(activity.provider)) in (${providers.map(() => '?').join(', ')})
          and exists (select 1 from proof where proof.workspace_id = activity.workspace_id
            and proof.activity_id = activity.activity_id and proof.form = 'certificate')
        group by activity.activity_id, activity.provider, holding.certification, activity.person_id, activity.kind, activity.ends,
                 activity.minutes, activity.entry_order
        order by activity.entry_order desc limit ${MAX_CERTIFIED}`,
      [this.workspaceId, ...providers],
    );
  }

  /** All records of a member in the order of entry, including deleted ones and plans. */
  async all(personId: string): Promise<readonly RecordLine[]> {
    return this.ofMany([personId]);
  }

  /** All records of some members in the order of entry, including deleted ones and plans. */
  async ofMany(personIds: readonly string[]): Promise<readonly RecordLine[]> {
    return this.em.execute<RecordLine[]>(
      `select activity.activity_id as "activityId", activity.person_id as "personId", activity.title, activity.provider,
              activity.kind, activity.delivery, activity.starts::text as starts, activity.ends::text as ends, activity.minutes,
              holding.certification, part.category, part.marks, part.credits, cycle.starts::text as cycle,
              allocation.over_claim_reason as "overClaimReason", activity.planned,
              ${proofs("nullif(proof.form, '')")} as "proofForms",
              ${proofs("nullif(proof.link, '')")} as "proofLink", ${proofs("nullif(proof.note, '')")} as "proofNote",
              ${proofs('proof_file.name')} as "proofFiles", ${proofs('proof_file.sha256')} as "proofHashes",
              activity.description, ${utc('created_at')} as "loggedAt",
              ${utc('deleted_at')} as "takenBackAt"
         from activity
         left join allocation_part part using (workspace_id, activity_id)
         left join allocation using (workspace_id, activity_id, holding_id)
         left join holding using (workspace_id, holding_id)
         left join cycle using (workspace_id, holding_id, cycle_id)
        where workspace_id = ? and activity.person_id = any(?::uuid[])
        order by activity.entry_order, holding.certification, part.category, part.marks`,
      [this.workspaceId, `{${personIds.join(',')}}`],
    );
  }
}

function utc(column: string): string {
  return `to_char(activity.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

/** Of every proof of an activity, in one cell. */
function proofs(what: string): string {
  return `coalesce((select string_agg(${what}, '; ' order by proof.added_at, proof.proof_id)
                      from proof left join proof_file using (workspace_id, file_id)
                     where proof.workspace_id = activity.workspace_id and proof.activity_id = activity.activity_id), '')`;
}

const CLAIMS = `
  select holding.certification, sum(part.credits)::integer as credits
    from allocation_part part join holding using (workspace_id, holding_id)
   where part.workspace_id = activity.workspace_id and part.activity_id = activity.activity_id
   group by holding.certification`;

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

function conditions(query: Omit<Wanted, 'skip' | 'limit'>): Condition {
  const { words, certifications = [], within, kinds = [], unproved = false, deleted = false } = query;
  const all: readonly Condition[] = [
    { sql: `activity.deleted_at is ${deleted ? 'not null' : 'null'} and not activity.planned`, values: [] },
    ...words.map(matching),
    ...(certifications.length === 0 ? [] : [claiming(certifications)]),
    ...(within === undefined ? [] : [during(within)]),
    ...(kinds.length === 0 ? [] : [{ sql: `activity.kind in (${places(kinds)})`, values: kinds }]),
    ...(unproved ? [UNPROVED] : []),
  ];
  return { sql: all.map(({ sql }) => `(${sql})`).join(' and '), values: all.flatMap(({ values }) => values) };
}

const UNPROVED: Condition = {
  sql: `not exists (select 1 from proof
     where proof.workspace_id = activity.workspace_id and proof.activity_id = activity.activity_id)`,
  values: [],
};

function during({ start, end }: DateRange): Condition {
  return { sql: 'activity.ends >= ? and activity.starts <= ?', values: [start, end] };
}

function claiming(certifications: readonly string[]): Condition {
  const sql = `exists (select 1 from allocation join holding using (workspace_id, holding_id)
    where allocation.workspace_id = activity.workspace_id and allocation.activity_id = activity.activity_id
      and holding.certification in (${places(certifications)}))`;
  return { sql, values: certifications };
}

function matching({ text, certifications }: WantedWord): Condition {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const written = { sql: 'activity.title ilike ? or activity.provider ilike ?', values: [like, like] };
  if (certifications.length === 0) return written;
  const claimed = claiming(certifications);
  return { sql: `${written.sql} or ${claimed.sql}`, values: [...written.values, ...claimed.values] };
}

function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
