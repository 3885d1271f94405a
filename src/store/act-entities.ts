import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../domain/roles.ts';
import { ofWorkspace, tenant } from './tenant-columns.ts';

/** The columns that identify a row of each table whose changes are noted. */
export const ROW_KEYS = {
  workspace: [],
  person: ['person_id'],
  preference: ['person_id'],
  custom_rule: ['code'],
  holding: ['holding_id'],
  cycle: ['cycle_id'],
  opening_balance: ['cycle_id', 'stated_for'],
  reminder_state: ['holding_id'],
  activity: ['activity_id'],
  allocation: ['activity_id', 'holding_id'],
  allocation_part: ['activity_id', 'holding_id', 'category', 'marks'],
  confirmed_distinct: ['activity_id', 'other_id'],
  proof: ['proof_id'],
  removed_proof: ['proof_id'],
  portal_entry: ['activity_id', 'holding_id'],
  team: ['team_id'],
  team_member: ['team_id', 'person_id'],
} as const;
export type ChangedTable = keyof typeof ROW_KEYS;

/** A row of a table, as JSON. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** A row that an act inserted (`before` is null), deleted (`after` is null) or updated. */
export interface RowChange {
  readonly table: ChangedTable;
  readonly before: JsonRow | null;
  readonly after: JsonRow | null;
}

/** What a person did, with one interaction. */
export interface Act {
  readonly actId: string;
  readonly command: string;
  /** The role that it needed. */
  readonly role: Role;
  readonly at: Date;
  readonly undoneAt: Date | null;
}

export const NotedAct = defineEntity({
  name: 'NotedAct',
  tableName: 'act',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    actId: p.uuid().primary(),
    actOrder: p.bigint('number').persist(false),
    personId: p.uuid(),
    command: p.text(),
    role: p.text().$type<Role>(),
    at: p.datetime(),
    undoneAt: p.datetime().nullable(),
  },
});

export const NotedChange = defineEntity({
  name: 'NotedChange',
  tableName: 'act_change',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    actId: p.uuid().primary(),
    changeOrder: p.bigint('number').primary(),
    tableName: p.text(),
    before: p.json<JsonRow>().nullable(),
    after: p.json<JsonRow>().nullable(),
  },
});
