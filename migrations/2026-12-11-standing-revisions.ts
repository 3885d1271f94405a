import { Migration } from '@mikro-orm/migrations';
import { SENDER_CONTEXT } from './2026-12-07-sender-context.ts';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Tables of workspace data that this migration adds. */
export const REVISION_TABLES = ['standing_revision'];

/** The tables that a person's standing is computed from, and who is concerned by a row of each. */
const WATCHED = {
  person: 'person',
  identity: 'person',
  preference: 'preference',
  holding: 'person',
  cycle: 'holding',
  opening_balance: 'holding',
  activity: 'person',
  allocation: 'holding',
  allocation_part: 'holding',
  record_import: 'person',
  custom_rule: 'workspace',
  workspace: 'workspace',
} as const;

/** The tables that a person's standing is computed from. */
export const WATCHED_TABLES: readonly string[] = Object.keys(WATCHED);

/**
 * Whatever a person's standing is computed from gets a new revision in the transaction that changes it, so that one statement says whether an
 * answer in memory still holds, on every replica.
 */
export class StandingRevisions extends Migration {
  override up(): void {
    const statements = [
      `create table standing_revision (
        workspace_id uuid not null,
        person_id uuid not null,
        revision uuid not null default gen_random_uuid(),
        primary key (workspace_id, person_id),
        foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
      )`,
      'insert into standing_revision (workspace_id, person_id) select workspace_id, person_id from person',
      ...Object.entries(CONCERNED).map(([name, concerned]) => functionOf(name, concerned)),
      BY_PREFERENCE,
      ...Object.entries(WATCHED).flatMap(([table, name]) => triggersOf(table, name)),
      SENDER_REVISION,
      CONTEXT_WITH_REVISION,
      grantToApp('select, insert, update, delete', REVISION_TABLES.join(', ')),
      ...REVISION_TABLES.flatMap(enableRowLevelSecurity),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

/** How the people whom rows concern are found. */
const CONCERNED = {
  person: (rows: string) => `select workspace_id, person_id from ${rows}`,
  holding: (rows: string) =>
    `select workspace_id, person_id from ${rows} join holding using (workspace_id, holding_id)`,
  workspace: (rows: string) => `select workspace_id, person_id from ${rows} join person using (workspace_id)`,
} as const;

// One statement gives people their revisions in the order of their ids, so that two of them don't wait for each other.
function revise(concerned: string): string {
  return `insert into standing_revision (workspace_id, person_id)
       select distinct workspace_id, person_id from (${concerned}) concerned join person using (workspace_id, person_id)
        order by workspace_id, person_id
       on conflict (workspace_id, person_id) do update set revision = excluded.revision`;
}

function functionOf(name: string, concerned: (rows: string) => string): string {
  return `create function revise_standing_by_${name}() returns trigger language plpgsql as $$
   begin
     if tg_op <> 'DELETE' then ${revise(concerned('new_rows'))}; end if;
     if tg_op <> 'INSERT' then ${revise(concerned('old_rows'))}; end if;
     return null;
   end $$`;
}

// The day for which nudges were decided is set for all members at once, and no standing depends on it.
const BY_PREFERENCE = `create function revise_standing_by_preference() returns trigger language plpgsql as $$
   begin
     if tg_op = 'INSERT' then ${revise(CONCERNED.person('new_rows'))};
     elsif tg_op = 'DELETE' then ${revise(CONCERNED.person('old_rows'))};
     else ${revise(`select workspace_id, person_id from (
         (select workspace_id, person_id, to_jsonb(new_rows) - 'decided_on' from new_rows
           except select workspace_id, person_id, to_jsonb(old_rows) - 'decided_on' from old_rows)
         union all
         (select workspace_id, person_id, to_jsonb(old_rows) - 'decided_on' from old_rows
           except select workspace_id, person_id, to_jsonb(new_rows) - 'decided_on' from new_rows)) different`)};
     end if;
     return null;
   end $$`;

function triggersOf(table: string, name: string): readonly string[] {
  const revise = `for each statement execute function revise_standing_by_${name}()`;
  return [
    `create trigger revise_inserts after insert on ${table} referencing new table as new_rows ${revise}`,
    `create trigger revise_updates after update on ${table} referencing old table as old_rows new table as new_rows ${revise}`,
    `create trigger revise_deletes after delete on ${table} referencing old table as old_rows ${revise}`,
  ];
}

// As in `sender_context`: the role is changed before workspace data is read, and every query names the workspace as well.
const SENDER_REVISION = `create function sender_revision(in_platform text, in_tenant text, in_user text, in_role text)
   returns table (workspace_id uuid, person_id uuid, revision uuid) language plpgsql as $$
   declare
     home uuid;
     sender uuid;
     linked boolean;
   begin
     select link.workspace_id, link.person_id into home, sender from linked_identity link
      where link.platform = in_platform and link.tenant = in_tenant and link.platform_user = in_user;
     linked := found;
     if not linked then
       select installation.workspace_id into home from installation
        where installation.platform = in_platform and installation.tenant = in_tenant and uninstalled_at is null;
       if not found then return; end if;
     end if;
     perform set_config('app.workspace', home::text, true);
     if in_role <> '' then perform set_config('role', in_role, true); end if;
     if not linked then
       select own.person_id into sender from identity own
        where own.workspace_id = home and own.platform = in_platform and own.tenant = in_tenant and own.platform_user = in_user;
     end if;
     return query select current.workspace_id, current.person_id, current.revision from standing_revision current
      where current.workspace_id = home and current.person_id = sender;
   end $$`;

// A statement that comes later reads the same or newer data than this revision, so that an answer is never remembered under a newer one.
const CONTEXT_WITH_REVISION = SENDER_CONTEXT.replace('create function', 'create or replace function').replace(
  `'isLinked', linked,`,
  `'isLinked', linked,
       'revision', (select revision from standing_revision where workspace_id = home and person_id = sender),`,
);
