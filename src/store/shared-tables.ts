/** Why a table has rows of no one workspace, and where it would be if PostgreSQL were distributed by workspace. */
export interface SharedTable {
  readonly reason: string;
  /** `everywhere`: small and read by all, a copy on each server; `one server`: read before or between workspaces only. */
  readonly place: 'everywhere' | 'one server';
}

/** Every table that is not by workspace. A test compares it with the migrated schema. */
export const SHARED_TABLES: Readonly<Record<string, SharedTable>> = {
  installation: { reason: 'finds the workspace of a tenant', place: 'everywhere' },
  linked_identity: { reason: 'finds the workspace of an identity of another one', place: 'everywhere' },
  installed_place: { reason: 'where in a tenant the bot is, before its workspace is known', place: 'one server' },
  link_code: { reason: 'a code is typed in another workspace than the one that made it', place: 'one server' },
  workspace_schedule: { reason: 'which workspaces are due, over all of them', place: 'one server' },
  bot_installation: { reason: 'finds the bot of a tenant, before its workspace is known', place: 'one server' },
  used_install_state: { reason: 'an install link is used before there is a workspace', place: 'one server' },
  signing_key: { reason: 'one key signs the reports of all workspaces', place: 'one server' },
  public_feed: { reason: 'the same content for every workspace', place: 'one server' },
  mikro_orm_migrations: { reason: 'which migrations have run', place: 'one server' },
};

/** Keys and indexes of tables by workspace that do not begin with it, each with its reason. */
export const SHARED_KEYS: Readonly<Record<string, string>> = {
  activity_by_person:
    'finds the records of a person, whose id is in one workspace only; the workspace is its second column',
};
