import { readFileSync } from 'node:fs';
import type { EntityManager } from '@mikro-orm/sql';
import { type DatabaseAddress, parseDatabaseAddress } from '../settings/database-address.ts';

/** The PostgreSQL server can't be used; the message says why and what to do. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable';
}

/** Returns the address as the driver takes it; reads the certificates that it names. */
export function addressOf(url: string): DatabaseAddress {
  return parseDatabaseAddress(url, (path) => readFileSync(path, 'utf8'));
}

/** Throws `DatabaseUnusable` unless the server can be reached with this address and keeps its texts as UTF-8. */
export async function checkServer(em: EntityManager, url: string): Promise<void> {
  const address = addressOf(url);
  try {
    const [row] = await em.execute<{ encoding: string }[]>(`select current_setting('server_encoding') as encoding`);
    if (row?.encoding === 'UTF8') return await checkSchema(em, address);
    throw new DatabaseUnusable(
      `The database “${address.database}” stores texts as ${row?.encoding}. Create one with UTF-8: create database ${address.database}_utf8 encoding 'UTF8' template template0.`,
    );
  } catch (cause) {
    if (cause instanceof DatabaseUnusable) throw cause;
    const reason = reasonOf(cause, address);
    if (reason === undefined) throw cause;
    throw new DatabaseUnusable(reason, { cause });
  }
}

async function checkSchema(em: EntityManager, { schema, database, user }: DatabaseAddress): Promise<void> {
  if (schema === undefined) return;
  const [found] = await em.execute<{ usable: boolean }[]>(
    `select has_schema_privilege(oid, 'create') as usable from pg_namespace where nspname = ?`,
    [schema],
  );
  if (found?.usable) return;
  const problem = found === undefined ? `doesn't exist in “${database}”` : `may not be used by “${user}”`;
  throw new DatabaseUnusable(
    `The schema “${schema}” ${problem}. As an administrator: create schema if not exists ${schema} authorization ${user}. Or correct the name in DATABASE_URL.`,
  );
}

/** Returns why a connection failed and what to do, or nothing for an unknown reason. */
function reasonOf(error: unknown, { host, port, user, database }: DatabaseAddress): string | undefined {
  const { code = '', message } = error as { code?: string; message: string };
  const server = host.startsWith('/') ? `the socket in ${host}` : `${host}, port ${port}`;
  switch (code) {
    case '3D000':
      return `The database “${database}” doesn't exist on ${server}. Create it, or correct the name in DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `PostgreSQL refuses the login “${user}” on ${server}. Check user and password in DATABASE_URL, and pg_hba.conf. (${message})`;
    case '53300':
      return `PostgreSQL on ${server} has no connection left. Raise its max_connections, or lower RECERT_DATABASE_CONNECTIONS.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${host} of DATABASE_URL can't be found. Check its name.`;
    case 'ENOENT':
    case 'ECONNREFUSED':
      return `PostgreSQL doesn't listen on ${server}. Check host and port in DATABASE_URL, and that the server runs.`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `The certificate of ${server} is for another host. Use the name in the certificate, or sslmode=verify-ca.`;
  }
  if (/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/iu.test(`${code} ${message}`))
    return `PostgreSQL on ${server} doesn't answer in time. Check host, port and firewall, or add connect_timeout=10 to DATABASE_URL.`;
  if (/does not support SSL/u.test(message))
    return `PostgreSQL on ${server} doesn't encrypt connections. Turn on its TLS, or use sslmode=disable.`;
  if (/certificate|self.signed/iu.test(message))
    return `The certificate of ${server} isn't trusted. Add sslrootcert with the file of its authority to DATABASE_URL. (${message})`;
  if (/Connection terminated|ECONNRESET/u.test(`${code} ${message}`))
    return `${server} closes the connection before it answers. Check host and port in DATABASE_URL, and that PostgreSQL listens there.`;
  return undefined;
}
