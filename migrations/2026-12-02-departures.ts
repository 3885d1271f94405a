import { Migration } from '@mikro-orm/migrations';

/** Says who marked a person as having left, notes accounts that are gone, and keeps an admin in every workspace with people. */
export class Departures extends Migration {
  override up(): void {
    for (const statement of [...COLUMNS, KEEP_AN_ADMIN, ...TRIGGERS]) this.addSql(statement);
  }
}

const COLUMNS = [
  `alter table preference add column left_by text check (left_by in ('admin', 'platform'))`,
  `update preference set left_by = 'admin' where left_on is not null`,
  `alter table identity add column gone_at timestamptz`,
];

// The lock makes admins who remove each other at once wait for one another; the check then sees what the first one committed.
// Without other people there is nobody left to administer, so the last one may still erase themselves.
const KEEP_AN_ADMIN = `create function keep_an_admin() returns trigger language plpgsql as $$
   begin
     perform 1 from workspace where workspace_id = new.workspace_id for no key update;
     if tg_table_name = 'preference' then
       if not exists (select 1 from person
         where workspace_id = new.workspace_id and person_id = new.person_id and role = 'admin') then return null; end if;
     elsif exists (select 1 from preference
       where workspace_id = new.workspace_id and person_id = new.person_id and left_on is not null) then return null;
     end if;
     if not exists (select 1 from person left join preference using (workspace_id, person_id)
       where workspace_id = new.workspace_id and role = 'admin' and left_on is null)
     and exists (select 1 from person left join preference using (workspace_id, person_id)
       where workspace_id = new.workspace_id and person_id <> new.person_id and left_on is null) then
       raise exception 'The last admin of a workspace stays one.' using errcode = 'RC001';
     end if;
     return null;
   end $$`;

// A platform only reports that an account is gone; that can't be refused.
const BY_ADMIN = `new.left_on is not null and new.left_by is distinct from 'platform'`;

const TRIGGERS = [
  `create trigger keep_an_admin after update of role on person
     for each row when (old.role = 'admin' and new.role <> 'admin') execute function keep_an_admin()`,
  `create trigger keep_an_admin_at_first after insert on preference
     for each row when (${BY_ADMIN}) execute function keep_an_admin()`,
  `create trigger keep_an_admin after update of left_on on preference
     for each row when (old.left_on is null and ${BY_ADMIN}) execute function keep_an_admin()`,
];
