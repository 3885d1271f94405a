import { Migration } from '@mikro-orm/migrations';

/**
 * One call finds the workspace of a sender, puts both walls up for the rest of the transaction, and reads who they are with what most answers
 * need. The role is changed before workspace data is read, and every query names the workspace as well.
 */
export class SenderContext extends Migration {
  override up(): void {
    this.addSql(SENDER_CONTEXT);
  }
}

// Not `security definer`, so that row-level security binds it as it binds its caller. Rows are whole: columns that are added later are there.
export const SENDER_CONTEXT = `create function sender_context(in_platform text, in_tenant text, in_user text, in_role text)
   returns json language plpgsql as $$
   declare
     home uuid;
     sender uuid;
     linked boolean;
     own identity;
   begin
     select workspace_id, person_id into home, sender from linked_identity
      where platform = in_platform and tenant = in_tenant and platform_user = in_user;
     linked := found;
     if not linked then
       select workspace_id into home from installation
        where platform = in_platform and tenant = in_tenant and uninstalled_at is null;
       if not found then return null; end if;
     end if;
     perform set_config('app.workspace', home::text, true);
     if in_role <> '' then perform set_config('role', in_role, true); end if;
     select * into own from identity
      where workspace_id = home and platform = in_platform and tenant = in_tenant and platform_user = in_user;
     linked := linked and exists (select 1 from person where workspace_id = home and person_id = sender);
     if not linked then sender := own.person_id; end if;
     return json_build_object(
       'workspaceId', home,
       'isLinked', linked,
       'identity', case when own.person_id is not null then to_json(own) end,
       'workspace', (select to_json(workspace) from workspace where workspace_id = home),
       'person', (select to_json(person) from person where workspace_id = home and person_id = sender),
       'preference', (select to_json(preference) from preference where workspace_id = home and person_id = sender),
       'rules', (select coalesce(json_agg(custom_rule order by code), '[]') from custom_rule where workspace_id = home),
       'holdings', (select coalesce(json_agg(holding order by created_at, certification, holding_id), '[]')
         from holding where workspace_id = home and person_id = sender),
       'cycles', (select coalesce(json_agg(cycle order by cycle.starts), '[]')
         from holding join cycle using (workspace_id, holding_id) where workspace_id = home and person_id = sender),
       'openings', (select coalesce(json_agg(opening_balance order by opening_balance.stated_for), '[]')
         from holding join opening_balance using (workspace_id, holding_id) where workspace_id = home and person_id = sender)
     );
   end $$`;
