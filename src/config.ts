import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { PlatformConnection, PlatformPlugin, SettingReader } from './chat/platform-plugin.ts';
import { readS3Settings, S3_SETTINGS, type S3Settings } from './file-store/settings.ts';
import { MEGABYTE } from './limits/file-size.ts';
import { parseRange } from './network/address-ranges.ts';
import type { IsTrustedProxy } from './network/client-address.ts';
import { PROXY_SETTINGS, type ProxySettings, readProxySettings } from './network/proxy-settings.ts';
import { AddressProblem } from './settings/address-problem.ts';
import { parseDatabaseAddress } from './settings/database-address.ts';
import { choice, flag, listOf, textThat, wholeNumber } from './settings/fields.ts';
import { isListenHost, listenHost } from './settings/listen-address.ts';
import { withSecretFiles } from './settings/secret-files.ts';
import { notes, readFields, type SettingRow, settingRows } from './settings/setting-notes.ts';
import { parseTokenKey } from './settings/token-key.ts';
import { readWorkspaceLimits, WORKSPACE_SETTINGS, type WorkspaceLimits } from './settings/workspace-limits.ts';
import { readTelemetrySettings, TELEMETRY_SETTINGS, type TelemetrySettings } from './telemetry/settings.ts';

/** The settings of the program, read from the environment once. */
export interface Config {
  readonly port: number;
  /** The address or name to listen on; loopback if other machines must not reach recert. */
  readonly host: string;
  readonly logLevel: (typeof LEVELS)[number];
  readonly database:
    | {
        readonly kind: 'server';
        readonly url: string;
        readonly limits: { readonly connections: number; readonly queryMs: number };
      }
    | { readonly kind: 'folder'; readonly path: string };
  /** The platforms that are set up, in the order of `platforms`. */
  readonly connections: readonly PlatformConnection[];
  readonly playground: boolean;
  /** The public https address of recert, without a path. */
  readonly publicUrl?: string;
  /** The store for files; without it, their bytes are in the database. */
  readonly fileStore?: S3Settings;
  /** The folder of the embedded database and of the unpacked browser. */
  readonly dataFolder: string;
  /** The browser that prints reports: the named one, or one installed on the system or unpacked into the folder. */
  readonly browser: { readonly named?: string; readonly folder: string; readonly hasSandbox: boolean };
  /** Whether an address is of a proxy in front of recert. */
  readonly isTrustedProxy: IsTrustedProxy;
  /** How recert is watched. */
  readonly telemetry: TelemetrySettings;
  /** The proxy of the network. */
  readonly proxy?: ProxySettings;
  /** The maximum size of an uploaded file in bytes. */
  readonly fileLimit: number;
  /** The keys that tokens of platforms are encrypted with: the first encrypts, each decrypts. */
  readonly tokenKeys: readonly Buffer[];
  /** Bytes for the search indexes of all workspaces. */
  readonly searchBytes: number;
  readonly workspaceLimits: WorkspaceLimits;
  /** Whether text in pictures and scans is recognised. */
  readonly readsPictures: boolean;
  /** Encrypts the private keys in backups. */
  readonly backupPassphrase?: string;
}

/** One or more settings are invalid; the message has a line for each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const SETTINGS = z.object({
  PORT: wholeNumber(1, 65_535)
    .prefault('3000')
    .register(notes, { default: '3000', meaning: 'Port that recert listens on.' }),
  HOST: textThat(isListenHost, {
    use: 'an address such as 0.0.0.0, ::, 127.0.0.1 or 10.0.0.7, or a name of this machine',
  })
    .exactOptional()
    .register(notes, {
      default: '0.0.0.0; 127.0.0.1 while the playground is on',
      meaning: 'Address or name that recert listens on. :: is every address, IPv4 and IPv6.',
    }),
  DATABASE_URL: z
    .string()
    .superRefine((url, { addIssue }) => {
      const problem = addressProblem(url);
      if (problem !== undefined) addIssue(problem);
    })
    .exactOptional()
    .register(notes, {
      default: 'the embedded database',
      meaning:
        'PostgreSQL server, as postgresql://user:password@host:5432/name?sslmode=verify-full. Parameters: [hosting.md](hosting.md#connect-to-postgresql).',
      isSecret: true,
    }),
  RECERT_DATABASE_CONNECTIONS: wholeNumber(2, 500)
    .prefault('10')
    .register(notes, { default: '10', meaning: 'Maximum number of connections to PostgreSQL, from 2 to 500.' }),
  RECERT_DATABASE_QUERY_LIMIT_MS: wholeNumber(100, 60_000).prefault('2000').register(notes, {
    default: '2000',
    meaning:
      'Time limit of a query for an answer, in milliseconds, from 100 to 60000. Background work has 60 seconds, migrations have no limit.',
  }),
  RECERT_DATA_DIR: z
    .string()
    .prefault('data')
    .transform((folder) => (isAbsolute(folder) ? folder : resolve(folder)))
    .register(notes, { default: './data', meaning: 'Folder of the embedded database and of the unpacked browser.' }),
  LOG_LEVEL: choice(LEVELS).prefault('info').register(notes, {
    default: 'info',
    meaning: 'debug, info, warn, error or silent. Logs are lines of JSON on standard error.',
  }),
  RECERT_PUBLIC_URL: textThat(isHttpsOrigin, { use: 'an https address without a path' })
    .transform((text) => new URL(text).origin)
    .exactOptional()
    .register(notes, {
      meaning: 'Public https address of recert, without a path. Needed for links to files and evidence packs.',
    }),
  RECERT_TRUSTED_PROXIES: z
    .string()
    .transform(listOf)
    .pipe(
      z.array(
        textThat((text) => parseRange(text) !== undefined, {
          use: 'addresses and ranges like 10.0.0.0/8, separated by commas',
        }),
      ),
    )
    .prefault('')
    .register(notes, {
      meaning:
        'Addresses and ranges of the proxies in front of recert, with commas between them. Their X-Forwarded-For is believed. See [hosting.md](hosting.md#slow-and-forged-requests).',
    }),
  RECERT_TOKEN_KEY: textThat((text) => tokenKeysIn(text).every((key) => key !== undefined), {
    use: '64 hexadecimal digits, as openssl rand -hex 32 prints them',
    isSecret: true,
  })
    .exactOptional()
    .register(notes, {
      meaning:
        'Key that encrypts the tokens of Slack workspaces, 64 hexadecimal digits. To change it, put the new one in front, with a comma, and run recert tokens rotate. See [slack.md](slack.md).',
      isSecret: true,
    }),
  RECERT_FILE_LIMIT_MB: wholeNumber(1, 100)
    .prefault('10')
    .register(notes, { default: '10', meaning: 'Maximum size of a file in megabytes, from 1 to 100.' }),
  RECERT_READ_PICTURES: flag().prefault('1').register(notes, {
    default: '1',
    meaning:
      '0 turns off reading the text of pictures and scans, which uses one processor for up to 20 seconds per file. Text PDFs are always read. Nothing leaves the machine.',
  }),
  RECERT_SEARCH_MEMORY_MB: wholeNumber(16, 65_536).prefault('256').register(notes, {
    default: '256',
    meaning:
      'Memory for the search indexes of all workspaces, in megabytes. The least recently searched are dropped; the database answers while one is built again.',
  }),
  RECERT_BACKUP_PASSPHRASE: textThat((text) => text.length >= 12, { use: 'at least 12 characters', isSecret: true })
    .exactOptional()
    .register(notes, {
      meaning:
        'Passphrase for the private keys in a backup, at least 12 characters. Needed by `recert backup` and `recert restore` only.',
      isSecret: true,
    }),
  PUPPETEER_EXECUTABLE_PATH: z.string().exactOptional().register(notes, {
    default: 'the installed Chromium, or the bundled one (Linux, x64)',
    meaning: 'Chromium that prints reports. Without any, reports are CSV only.',
  }),
  RECERT_BROWSER_SANDBOX: flag().prefault('1').register(notes, {
    default: '1; 0 in the image',
    meaning:
      '0 starts Chromium without its own sandbox, where the system allows none, as containers do by default. Pages are recert’s own and have no network.',
  }),
  RECERT_PLAYGROUND: flag().exactOptional().register(notes, {
    default: '1 when no platform is connected, otherwise 0',
    meaning:
      '1 shows the playground, 0 hides it. While it is on, recert listens on this machine only, because anyone can act as anyone in it.',
  }),
});

/** Returns a row for every setting: the program's own, those of the platforms, and those of the file store. */
export function settingTable(plugins: readonly PlatformPlugin[]): readonly SettingRow[] {
  const platformRows = plugins.flatMap(({ settingRows: rows }) => rows);
  return [
    ...settingRows(SETTINGS),
    ...settingRows(WORKSPACE_SETTINGS),
    ...platformRows,
    ...[S3_SETTINGS, PROXY_SETTINGS, TELEMETRY_SETTINGS].flatMap(settingRows),
  ];
}

/** Returns the names of the settings that are secrets; each may be in a file, named by `NAME_FILE`. */
export function secretsOf(rows: readonly SettingRow[]): readonly string[] {
  return rows.filter(({ isSecret }) => isSecret).map(({ name }) => name);
}

/** Reads and checks the environment, and the files that it names secrets in. Throws `ConfigError` with every problem at once. */
export function readConfig(env: Environment, plugins: readonly PlatformPlugin[]): Config {
  const problems: string[] = [];
  const get = getFrom(withSecretFiles(env, secretsOf(settingTable(plugins)), problems));
  const own = readFields(SETTINGS, get, problems);
  const connections = plugins.flatMap((plugin) => plugin.settings(get, problems) ?? []);
  const fileStore = readS3Settings(get, problems);
  const proxy = readProxySettings(get, problems);
  const telemetry = readTelemetrySettings(get, problems);
  const workspaceLimits = readWorkspaceLimits(get, problems);
  if (own !== undefined && telemetry.port === own.PORT)
    problems.push('RECERT_METRICS_PORT is the same as PORT. Use another one, such as 9464.');
  const playground = own?.RECERT_PLAYGROUND ?? connections.length === 0;
  const host = listenHost(own?.HOST, localReason(playground, connections), problems);
  if (own === undefined || host === undefined || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const { PUPPETEER_EXECUTABLE_PATH: named, RECERT_DATA_DIR: folder, RECERT_PUBLIC_URL: publicUrl } = own;
  return {
    port: own.PORT,
    host,
    logLevel: own.LOG_LEVEL,
    database: own.DATABASE_URL === undefined ? { kind: 'folder', path: folder } : serverOf(own.DATABASE_URL, own),
    playground,
    connections,
    telemetry,
    workspaceLimits,
    dataFolder: folder,
    browser: {
      folder: join(folder, 'browser'),
      hasSandbox: own.RECERT_BROWSER_SANDBOX,
      ...(named === undefined ? {} : { named }),
    },
    fileLimit: own.RECERT_FILE_LIMIT_MB * MEGABYTE,
    searchBytes: own.RECERT_SEARCH_MEMORY_MB * MEGABYTE,
    readsPictures: own.RECERT_READ_PICTURES,
    tokenKeys: tokenKeysIn(own.RECERT_TOKEN_KEY ?? '').filter((key) => key !== undefined),
    isTrustedProxy: trustedBy(own.RECERT_TRUSTED_PROXIES),
    ...(own.RECERT_BACKUP_PASSPHRASE === undefined ? {} : { backupPassphrase: own.RECERT_BACKUP_PASSPHRASE }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(fileStore === undefined ? {} : { fileStore }),
    ...(proxy === undefined ? {} : { proxy }),
  };
}

/** Returns a function that reads one setting; a blank value counts as not set. */
export function getFrom(env: Environment): SettingReader {
  return (name) => env[name]?.trim() || undefined;
}

function serverOf(url: string, own: z.output<typeof SETTINGS>): Config['database'] {
  const { RECERT_DATABASE_CONNECTIONS: connections, RECERT_DATABASE_QUERY_LIMIT_MS: queryMs } = own;
  return { kind: 'server', url, limits: { connections, queryMs } };
}

function tokenKeysIn(text: string): readonly (Buffer | undefined)[] {
  return text
    .split(/[\s,]+/u)
    .filter((one) => one !== '')
    .map(parseTokenKey);
}

function localReason(playground: boolean, connections: readonly PlatformConnection[]): string | undefined {
  if (playground) return 'anyone can act as anyone in the playground. RECERT_PLAYGROUND=0 turns it off';
  const local = connections.find(({ isLocal }) => isLocal);
  return local && `${local.name} does not authenticate anyone while it is tried without an app`;
}

function trustedBy(ranges: readonly string[]): IsTrustedProxy {
  const all = ranges.flatMap((range) => parseRange(range) ?? []);
  return (address) => all.some((isIn) => isIn(address));
}

function addressProblem(url: string): string | undefined {
  try {
    parseDatabaseAddress(url, (path) => readFileSync(path, 'utf8'));
    return undefined;
  } catch (error) {
    if (error instanceof AddressProblem) return error.message;
    throw error;
  }
}

function isHttpsOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.href === `${url.origin}/` && !/[?#]/.test(text);
}
