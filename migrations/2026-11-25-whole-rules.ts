import { Migration } from '@mikro-orm/migrations';

/**
 * What the whole rules ask for: answers to a certification's conditions, what was done beside credits, carry-over and periods of
 * their own; marks of an allocation; planned activities; and a workspace's own rules.
 */
export class WholeRules extends Migration {
  override name = '2026-11-25-whole-rules';

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const OWN = `workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`;

const STATEMENTS = [
  `alter table cycle
     add column conditions jsonb not null default '{}',
     add column acts_done jsonb not null default '{}',
     add column carry_over jsonb not null default '[]'`,
  `alter table holding add column periods jsonb not null default '{}'`,
  `alter table allocation add column marks jsonb not null default '[]'`,
  'alter table activity add column planned boolean not null default false',
  // Certifications that a workspace adds or changes; the content is a rule file.
  `create table own_rule (
    workspace_id uuid not null references workspace (workspace_id),
    code text not null,
    content jsonb not null,
    edited_by uuid not null,
    edited_at timestamptz not null,
    primary key (workspace_id, code),
    foreign key (workspace_id, edited_by) references person (workspace_id, person_id)
  )`,
  'alter table own_rule enable row level security',
  'alter table own_rule force row level security',
  `create policy own_workspace on own_rule using (${OWN}) with check (${OWN})`,
  `do $$
  begin
    grant select, insert, update, delete on own_rule to recert_app;
  exception when undefined_object then null;
  end $$`,
] as const;
