import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurity, grantToApp } from './row-level-security.ts';

/** Tables of workspace data that this migration adds, in foreign-key order. */
export const OPENING_TABLES = ['opening_balance'];

/** Marks of parts instead of whole claims, reasons for over-claims, cures of missed requirements, and opening balances. */
export class PartsAndOpenings extends Migration {
  override up(): void {
    const statements = [
      ...MARKS,
      OVER_CLAIMS,
      CURES,
      RELATIONS,
      OPENINGS,
      GRANT,
      ...OPENING_TABLES.flatMap(enableRowLevelSecurity),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

// Codes in order, separated by spaces. What a whole claim was marked as, each of its parts was.
const MARKS = [
  "alter table allocation_part add column marks text not null default ''",
  `update allocation_part part
      set marks = (select coalesce(string_agg(mark, ' ' order by mark), '') from jsonb_array_elements_text(allocation.marks) mark)
     from allocation
    where allocation.workspace_id = part.workspace_id and allocation.activity_id = part.activity_id
      and allocation.holding_id = part.holding_id`,
  'alter table allocation_part drop constraint allocation_part_pkey',
  'alter table allocation_part add primary key (workspace_id, activity_id, holding_id, category, marks)',
  'alter table allocation drop column marks',
];

const OVER_CLAIMS = "alter table allocation add column over_claim_reason text not null default ''";

const CURES = "alter table cycle add column cured jsonb not null default '{}'";

const RELATIONS = "alter table holding add column does_not_renew jsonb not null default '[]'";

// Credits stated as earned before a day of a cycle, docs/domain.md section 4.
const OPENINGS = `create table opening_balance (
  workspace_id uuid not null,
  holding_id uuid not null,
  cycle_id uuid not null,
  stated_for date not null,
  parts jsonb not null,
  accepted boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, cycle_id, stated_for),
  foreign key (workspace_id, holding_id, cycle_id) references cycle (workspace_id, holding_id, cycle_id) on delete cascade
)`;

const GRANT = grantToApp('select, insert, update, delete', OPENING_TABLES.join(', '));
