import { AddressProblem } from './address-problem.ts';
import { type DatabaseTls, type ReadCertificate, readTls, TLS_PARAMETERS } from './database-tls.ts';

/** A PostgreSQL server and how to connect to it, as PostgreSQL's driver takes them. */
export interface DatabaseAddress {
  /** A name, an IP address, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl: DatabaseTls | false;
  readonly sslnegotiation?: 'direct';
  readonly application_name: string;
  /** The schema of the tables, if it isn't `public`. */
  readonly schema?: string;
  readonly options?: string;
  /** How long to wait for a connection; 0 waits without a limit. */
  readonly connectionTimeoutMillis?: number;
  readonly keepAlive: boolean;
  readonly keepAliveInitialDelayMillis?: number;
}

/** Parameters without an effect on recert, with the values that ask for nothing more. */
const NEUTRAL: Readonly<Record<string, readonly string[]>> = {
  client_encoding: ['utf8', 'utf-8', 'auto'],
  target_session_attrs: ['any'],
  load_balance_hosts: ['disable'],
  gssencmode: ['disable', 'prefer'],
  channel_binding: ['disable', 'prefer'],
  replication: ['false', 'off', 'no', '0'],
};

/** Parameters of other programs and what to use instead. */
const REMEDIES: Readonly<Record<string, string>> = {
  search_path: 'use schema=NAME',
  ssl: 'use sslmode=require, verify-ca or verify-full',
  pgbouncer: 'leave it out; recert works behind PgBouncer as it is',
  connection_limit: 'use the setting RECERT_DATABASE_CONNECTIONS',
  statement_timeout: 'use the setting RECERT_DATABASE_QUERY_LIMIT_MS',
  passfile: 'put the password into the address',
  service: 'put host, port, user and database into the address',
};

const TAKEN = [
  'host',
  'hostaddr',
  'port',
  'user',
  'password',
  'dbname',
  'application_name',
  'fallback_application_name',
];
const CONNECTION = ['options', 'schema', 'connect_timeout', 'keepalives', 'keepalives_idle', ...TLS_PARAMETERS];
const KNOWN = new Set([...TAKEN, ...CONNECTION, ...Object.keys(NEUTRAL)]);

/** Reads an address like `postgresql://user:password@host:5432/name?sslmode=verify-full`. Throws `AddressProblem` for what it can't obey. */
export function parseDatabaseAddress(url: string, readFile: ReadCertificate): DatabaseAddress {
  const { given, query } = splitAddress(url);
  const get = (name: string) => query.get(name) || given[name as keyof typeof given] || undefined;
  refuseUnsupported(query);
  const host = get('hostaddr') ?? get('host') ?? '';
  if (host === '') throw new AddressProblem('has no host. Use postgresql://user:password@host:5432/name.');
  if (`${host}${get('port')}`.includes(','))
    throw new AddressProblem('names several hosts. Use the address of one, or of a proxy in front of them.');
  const needed = (name: string, what: string) => {
    const value = get(name);
    if (value === undefined) throw new AddressProblem(`has no ${what}. Use postgresql://user:password@host:5432/name.`);
    return value;
  };
  const password = get('password');
  const isSocket = host.startsWith('/');
  const tls = readTls((name) => query.get(name) || undefined, { name: get('host') ?? host, isSocket, readFile });
  return {
    host,
    port: wholeNumber('port', get('port') ?? '5432', 65_535),
    user: needed('user', 'user'),
    database: needed('dbname', 'database name'),
    application_name: get('application_name') ?? get('fallback_application_name') ?? 'recert',
    ...tls,
    ...optionsOf(query),
    ...schemaOf(query.get('schema')),
    ...(password === undefined ? {} : { password }),
  };
}

function optionsOf(query: ReadonlyMap<string, string>) {
  const [options, timeout, idle] = [query.get('options'), query.get('connect_timeout'), query.get('keepalives_idle')];
  if (options !== undefined && /search_path/iu.test(options))
    throw new AddressProblem(`has options with search_path; ${REMEDIES.search_path}.`);
  const seconds = (name: string, text: string) => wholeNumber(name, text, 3600) * 1000;
  return {
    keepAlive: query.get('keepalives') !== '0',
    ...(options === undefined ? {} : { options }),
    ...(timeout === undefined ? {} : { connectionTimeoutMillis: seconds('connect_timeout', timeout) }),
    ...(idle === undefined ? {} : { keepAliveInitialDelayMillis: seconds('keepalives_idle', idle) }),
  };
}

/** The schema of the tables; `public` needs no setting. */
function schemaOf(schema: string | undefined): { readonly schema?: string } {
  if (schema === undefined || schema === 'public') return {};
  if (/^(?!pg_)[a-z_][a-z0-9_]{0,62}$/u.test(schema)) return { schema };
  throw new AddressProblem(
    `has the schema “${schema}”. Use small letters, digits and underscores, beginning with a letter, as in schema=recert.`,
  );
}

function refuseUnsupported(query: ReadonlyMap<string, string>): void {
  for (const [name, value] of query) {
    const neutral = Object.hasOwn(NEUTRAL, name) ? NEUTRAL[name] : undefined;
    if (neutral !== undefined && !neutral.includes(value.toLowerCase()))
      throw new AddressProblem(
        `has ${name}=${value}, which recert can't do. Leave it out, or use ${neutral.join(' or ')}.`,
      );
    if (KNOWN.has(name)) continue;
    const remedy = (Object.hasOwn(REMEDIES, name) && REMEDIES[name]) || 'leave it out';
    throw new AddressProblem(`has the parameter ${name}, which recert doesn't support; ${remedy}.`);
  }
}

function splitAddress(url: string) {
  const parts = /^postgres(?:ql)?:\/\/(?<authority>[^/?#]*)(?:\/(?<name>[^?#]*))?(?:\?(?<query>[^#]*))?$/u.exec(
    url,
  )?.groups;
  if (parts === undefined)
    throw new AddressProblem("isn't a PostgreSQL address. Use postgresql://user:password@host:5432/name.");
  const { authority = '', name = '', query = '' } = parts;
  const at = authority.lastIndexOf('@');
  const [, user = '', password = ''] = /^([^:]*):?(.*)$/u.exec(authority.slice(0, Math.max(at, 0))) ?? [];
  const place = authority.slice(at + 1);
  const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/u.exec(place) ?? [];
  const pairs = query.split('&').filter((pair) => pair !== '');
  return {
    given: {
      host: decode(host.replace(/^\[|\]$/gu, '')),
      port,
      user: decode(user),
      password: decode(password),
      dbname: decode(name),
    },
    query: new Map(pairs.map((pair) => pairOf(pair))),
  };
}

function pairOf(pair: string): [string, string] {
  const [name = '', ...value] = pair.split('=');
  return [decode(name), decode(value.join('='))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AddressProblem('has a % that no two hexadecimal digits follow. Write % itself as %25.');
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  if (/^\d{1,5}$/u.test(text) && Number(text) <= max) return Number(text);
  // The text may be a part of a password with a slash in it, so it isn't repeated.
  throw new AddressProblem(`has a wrong ${name}. Use a number from 0 to ${max}.`);
}
