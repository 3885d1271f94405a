import type { EntityManager } from '@mikro-orm/sql';
import { showStaged } from '../staged-rows.ts';

/** Deletes all rows about one person, in foreign-key order. The parameters are the workspace, then the person. */
const STATEMENTS = [
  // The rows that an act of theirs changed, and acts of others that changed rows about them.
  `delete from act_change change where workspace_id = ? and act_id in (
     select act_id from act where act.workspace_id = change.workspace_id and person_id = ?
     union select act_id from act_change where before ->> 'person_id' = ? or after ->> 'person_id' = ?)`,
  `delete from act where workspace_id = ? and (person_id = ?
     or not exists (select 1 from act_change change where change.workspace_id = act.workspace_id and change.act_id = act.act_id))`,
  `delete from attestation where workspace_id = ? and (requested_from = ? or activity_id in ${own()})`,
  `delete from confirmed_distinct where workspace_id = ? and (activity_id in ${own()} or other_id in ${own()})`,
  `delete from removed_proof where workspace_id = ? and activity_id in ${own()}`,
  `delete from proof where workspace_id = ? and activity_id in ${own()}`,
  `delete from allocation_part where workspace_id = ? and activity_id in ${own()}`,
  `delete from allocation where workspace_id = ? and activity_id in ${own()}`,
  'delete from activity where workspace_id = ? and person_id = ?',
  'delete from record_import where workspace_id = ? and person_id = ?',
  'delete from proof_file where workspace_id = ? and person_id = ?',
  // Reports of theirs, and those of others that speak of them.
  `delete from report where workspace_id = ? and (person_id = ? or about -> 'people' @> to_jsonb(?::text))`,
  'delete from pack_link where workspace_id = ? and person_id = ?',
  'delete from holding where workspace_id = ? and person_id = ?',
  'delete from nudge where workspace_id = ? and person_id = ?',
  'delete from outbox where workspace_id = ? and person_id = ?',
  'delete from calendar_address where workspace_id = ? and person_id = ?',
  'delete from team_member where workspace_id = ? and person_id = ?',
  'delete from preference where workspace_id = ? and person_id = ?',
  'delete from draft where workspace_id = ? and person_id = ?',
  'delete from pending_file where workspace_id = ? and person_id = ?',
  // What was answered to them; the key begins with the person.
  `delete from idempotency_key where workspace_id = ? and key like ?::text || ' %'`,
  'delete from identity where workspace_id = ? and person_id = ?',
  `update person set name = '', zone = null, locale = null, role = 'member' where workspace_id = ? and person_id = ?`,
  // Every deletion above made a new revision.
  'delete from standing_revision where workspace_id = ? and person_id = ?',
  // The editor of a custom rule remains as an id without a name.
  `delete from person where workspace_id = ? and person_id = ?
     and not exists (select 1 from custom_rule where custom_rule.workspace_id = person.workspace_id and edited_by = person_id)`,
] as const;

/** Permanently deletes all data of a person in a workspace. */
export async function erasePerson(em: EntityManager, workspaceId: string, personId: string): Promise<void> {
  await showStaged({ em });
  for (const statement of STATEMENTS) {
    const places = statement.split('?').length - 1;
    await em.execute(statement, [workspaceId, ...Array.from({ length: places - 1 }, () => personId)]);
  }
}

function own(): string {
  return '(select a.activity_id from activity a where a.person_id = ?)';
}
