import type { AuditKind } from './audit-entities.ts';
import type { WorkspaceScope } from './repository.ts';

/** The current content of an audit subject as JSON, and the person it belongs to. */
export interface Content {
  readonly personId: string | null;
  readonly content: unknown;
}

/**
 * One query per kind that returns a subject as one JSON value. What is not there is left out, and a claim whose parts all have the same
 * marks has them once: then what was logged before there were marks of parts, reasons, cures, relations and opening balances is still the same.
 */
const QUERIES: Readonly<Record<AuditKind, string>> = {
  record: `
    select activity.activity_id::text as subject, activity.person_id as "personId",
      to_jsonb(activity) - 'workspace_id' - case when activity.import_id is null then 'import_id' else '' end || jsonb_build_object(
        'created_at', activity.created_at at time zone 'UTC', 'deleted_at', activity.deleted_at at time zone 'UTC',
        'claims', (select coalesce(jsonb_agg(jsonb_build_object('holding', a.holding_id, 'cycle', a.cycle_id)
            || case when a.over_claim_reason = '' then '{}' else jsonb_build_object('over_claim_reason', a.over_claim_reason) end
            || (select case when count(distinct p.marks) > 1
                  then jsonb_build_object('parts', jsonb_agg(jsonb_build_object('category', p.category, 'credits', p.credits,
                    'marks', string_to_array(p.marks, ' ')) order by p.category, p.marks))
                  else jsonb_build_object('marks', coalesce(to_jsonb(string_to_array(min(p.marks), ' ')), '[]'),
                    'parts', coalesce(jsonb_object_agg(p.category, p.credits) filter (where p.category is not null), '{}')) end
               from allocation_part p
               where p.workspace_id = a.workspace_id and p.activity_id = a.activity_id and p.holding_id = a.holding_id)
            order by a.holding_id), '[]')
          from allocation a where a.workspace_id = activity.workspace_id and a.activity_id = activity.activity_id),
        'proofs', (select coalesce(jsonb_agg(to_jsonb(p) - 'workspace_id'
            || jsonb_build_object('added_at', p.added_at at time zone 'UTC', 'file', to_jsonb(f) - 'workspace_id' - 'bytes'
            || jsonb_build_object('created_at', f.created_at at time zone 'UTC')) order by p.proof_id), '[]')
          from proof p left join proof_file f on f.workspace_id = p.workspace_id and f.file_id = p.file_id
          where p.workspace_id = activity.workspace_id and p.activity_id = activity.activity_id),
        'distinct_from', (select coalesce(jsonb_agg(to_jsonb(b) - 'workspace_id'
            || jsonb_build_object('confirmed_at', b.confirmed_at at time zone 'UTC') order by b.other_id), '[]') from confirmed_distinct b
          where b.workspace_id = activity.workspace_id and b.activity_id = activity.activity_id))
        || coalesce((select jsonb_build_object('portal', jsonb_agg(to_jsonb(e) - 'workspace_id' - 'activity_id' order by e.holding_id))
          from portal_entry e where e.workspace_id = activity.workspace_id and e.activity_id = activity.activity_id
          having count(*) > 0), '{}') as content
    from activity where activity.workspace_id = ?`,
  holding: `
    select holding.holding_id::text as subject, holding.person_id as "personId",
      to_jsonb(holding) - 'workspace_id' - case when holding.does_not_renew = '[]' then 'does_not_renew' else '' end
        - case when holding.import_id is null then 'import_id' else '' end
        || jsonb_build_object(
        'created_at', holding.created_at at time zone 'UTC',
        'cycles', (select coalesce(jsonb_agg(to_jsonb(c) - 'workspace_id' - case when c.cured = '{}' then 'cured' else '' end
            order by c.cycle_id), '[]')
          from cycle c where c.workspace_id = holding.workspace_id and c.holding_id = holding.holding_id))
        || coalesce((select jsonb_build_object('openings', jsonb_agg(to_jsonb(o) - 'workspace_id' - 'holding_id'
            || jsonb_build_object('created_at', o.created_at at time zone 'UTC') order by o.cycle_id, o.stated_for))
          from opening_balance o where o.workspace_id = holding.workspace_id and o.holding_id = holding.holding_id
          having count(*) > 0), '{}') as content
    from holding where holding.workspace_id = ?`,
  person: `
    select person.person_id::text as subject, person.person_id as "personId", jsonb_build_object('role', person.role) as content
    from person where person.workspace_id = ?`,
  rule: `
    select custom_rule.code as subject, null::uuid as "personId",
      to_jsonb(custom_rule) - 'workspace_id' || jsonb_build_object('edited_at', custom_rule.edited_at at time zone 'UTC') as content
    from custom_rule where custom_rule.workspace_id = ?`,
  team: `
    select team.team_id::text as subject, null::uuid as "personId",
      to_jsonb(team) - 'workspace_id' - 'followed_at' || jsonb_build_object(
        'created_at', team.created_at at time zone 'UTC', 'digest_since', team.digest_since at time zone 'UTC',
        'members', (select coalesce(jsonb_agg(to_jsonb(m) - 'workspace_id'
            || jsonb_build_object('joined_at', m.joined_at at time zone 'UTC') order by m.person_id), '[]') from team_member m
          where m.workspace_id = team.workspace_id and m.team_id = team.team_id)) as content
    from team where team.workspace_id = ?`,
  import: `
    select record_import.import_id::text as subject, record_import.person_id as "personId",
      to_jsonb(record_import) - 'workspace_id' - 'active_at' - 'abandoned' - 'is_logged' as content
    from record_import where record_import.is_logged and record_import.workspace_id = ?`,
};

const KEYS: Readonly<Record<AuditKind, string>> = {
  record: 'activity.activity_id',
  holding: 'holding.holding_id',
  person: 'person.person_id',
  rule: 'custom_rule.code',
  team: 'team.team_id',
  import: 'record_import.import_id',
};

/** Returns the current content of some subjects; missing ones are left out. */
export async function contentsOf(
  { em, workspaceId }: WorkspaceScope,
  kind: AuditKind,
  subjects: readonly string[],
): Promise<readonly (Content & { readonly subject: string })[]> {
  const type = kind === 'rule' ? 'text' : 'uuid';
  // As an array, so that the rows are looked up by their key; a join with a list reads all rows of the workspace.
  const among = `${KEYS[kind]} = any (array(select value::${type} from jsonb_array_elements_text(?)))`;
  return em.execute(`${QUERIES[kind]} and ${among}`, [workspaceId, JSON.stringify([...new Set(subjects)])]);
}

/** Returns a page of the subjects of a kind after one, ordered by subject. */
export async function contentsAfter(
  { em, workspaceId }: WorkspaceScope,
  kind: AuditKind,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly (Content & { readonly subject: string })[]> {
  const key = `${KEYS[kind]}::text collate "C"`;
  return em.execute(`${QUERIES[kind]} and ${key} > ? order by ${key} limit ?`, [workspaceId, after, limit]);
}
