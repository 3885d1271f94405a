import type { EntityManager } from '@mikro-orm/sql';
import { APP_GRANTS, AUDIT_TABLES, TENANT_TABLES } from '../../migrations/index.ts';

/** The role without privileges that every query runs under. */
export const APP_ROLE = 'recert_app';

/**
 * Makes the role and its privileges where they are missing, as after a dump was restored in another cluster, whose roles a dump doesn't contain. Does
 * nothing where the login may not create roles.
 */
export async function ensureRole(em: EntityManager): Promise<void> {
  const [role] = await em.execute<{ isMember: boolean }[]>(
    `select pg_has_role(current_user, oid, 'MEMBER') as "isMember" from pg_roles where rolname = ?`,
    [APP_ROLE],
  );
  const [lacking] = role?.isMember ? await em.execute<{ name: string }[]>(LACKING, [APP_ROLE, APP_ROLE]) : [{}];
  if (lacking === undefined) return;
  for (const statement of APP_GRANTS) await em.execute(statement);
}

/** Tables that the role can't use, and the schema if it can't. */
const LACKING = `select t.relname as name from pg_class t
    where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
      and t.relname in (${[...TENANT_TABLES, ...AUDIT_TABLES].map((name) => `'${name}'`).join(', ')})
      and not has_table_privilege(?, t.oid, 'select')
  union all
  select current_schema() where not has_schema_privilege(?, current_schema(), 'usage') limit 1`;

/**
 * The role to run under, or nothing where the database allows no roles and the login itself is bound by row-level security.
 * Throws when neither holds: then the second wall would be missing.
 */
export async function roleFor(em: EntityManager): Promise<string | undefined> {
  const [row] = await em.execute<{ member: boolean; exempt: boolean }[]>(
    `select exists (select 1 from pg_roles r where r.rolname = ? and pg_has_role(current_user, r.oid, 'MEMBER')) as member,
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as exempt`,
    [APP_ROLE],
  );
  if (row?.member) return APP_ROLE;
  if (row?.exempt) {
    throw new Error(
      `The database login bypasses row-level security, and the role ${APP_ROLE} doesn't exist. Use a login that can create roles, or one without SUPERUSER and BYPASSRLS.`,
    );
  }
  return undefined;
}
