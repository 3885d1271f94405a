import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

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
  grantToApp('own_rule'),
  ...enableRowLevelSecurity('own_rule'),
] as const;
