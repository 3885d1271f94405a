import { Migration } from '@mikro-orm/migrations';

/**
 * Counts, for the operator, what waits in all workspaces: one row per workspace and kind, with numbers only. Row-level security shows one workspace
 * at a time, so the function looks at them one after the other, in one round trip, and then at none.
 */
const OPERATING_FIGURES = `
  create function operating_figures(now_at timestamptz)
  returns table (figure text, label text, state text, amount bigint, oldest timestamptz)
  language plpgsql as $$
  declare
    one uuid;
  begin
    for one in select workspace_id from installation loop
      perform set_config('app.workspace', one::text, true);
      return query
        select 'outbox', o.purpose,
               case when o.state = 'sending' then 'sending' when o.due_at <= now_at then 'due' else 'later' end,
               count(*), min(o.due_at) filter (where o.state = 'planned' and o.due_at <= now_at)
          from outbox o
         where o.workspace_id = one and o.state in ('planned', 'sending')
         group by 2, 3;
      return query
        select 'feed', '',
               case when not s.is_on then 'off' when s.problem <> '' then 'failing'
                    when s.read_at is null then 'new' else 'ok' end,
               count(*), null::timestamptz
          from source s
         where s.workspace_id = one and s.address <> ''
         group by 3;
    end loop;
    perform set_config('app.workspace', '', true);
    return query
      select 'workspace', '', '', count(*), null::timestamptz from installation;
    return query
      select 'due', '', '', count(*), min(w.due_at) from workspace_schedule w where w.due_at <= now_at;
  end $$`;

export class AddOperatingFigures extends Migration {
  override up(): void {
    this.addSql(OPERATING_FIGURES);
  }
}
