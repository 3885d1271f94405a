import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { PlatformConnection, PlatformPlugin, SettingReader } from './chat/platform-plugin.ts';
import { readS3Settings, type S3Settings } from './file-store/settings.ts';

/** What the environment asks for; read once. */
export interface Config {
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly database:
    | { readonly kind: 'server'; readonly url: string }
    | { readonly kind: 'folder'; readonly path: string };
  /** The platforms it names, in the order of their doors. */
  readonly connections: readonly PlatformConnection[];
  readonly playground: boolean;
  /** Where recert can be reached from everywhere, without a path. */
  readonly publicUrl?: string;
  /** Where the bytes of files are kept, when not in the database. */
  readonly fileStore?: S3Settings;
  /** The browser that prints: the one that is named, else one that is unpacked into the folder, or the system's. */
  readonly browser: { readonly named?: string; readonly folder: string };
  /** The most bytes a file of a person may have. */
  readonly fileLimit: number;
}

/** Every setting that is wrong, in one error. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Reads and checks the environment. Throws `ConfigError` naming every problem at once. */
export function readConfig(env: Environment, routes: readonly PlatformPlugin[]): Config {
  const problems: string[] = [];
  const get = getFrom(env);
  const port = readPort(get('PORT'), problems);
  const logLevel = readChoice('LOG_LEVEL', get('LOG_LEVEL') ?? 'info', LEVELS, problems);
  const database = readDatabase(get('DATABASE_URL'), get('RECERT_DATA_DIR'), problems);
  const connections = routes.flatMap((door) => door.settings(get, problems) ?? []);
  const publicUrl = readPublicUrl(get('RECERT_PUBLIC_URL'), problems);
  const fileStore = readS3Settings(get, problems);
  const named = get('PUPPETEER_EXECUTABLE_PATH');
  const browser = {
    folder: join(folderNamed(get('RECERT_DATA_DIR')), 'browser'),
    ...(named === undefined ? {} : { named }),
  };
  const fileLimit = readFileLimit(get('RECERT_FILE_LIMIT_MB'), problems);
  const requested = get('RECERT_PLAYGROUND');
  if (requested !== undefined && requested !== '0' && requested !== '1')
    problems.push(`RECERT_PLAYGROUND must be 0 or 1, got '${requested}'.`);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const playground = requested === undefined ? connections.length === 0 : requested === '1';
  return {
    port,
    logLevel,
    database,
    playground,
    connections,
    browser,
    fileLimit,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(fileStore === undefined ? {} : { fileStore }),
  };
}

/** Reads settings from an environment; what is blank is not set. */
export function getFrom(env: Environment): SettingReader {
  return (name) => env[name]?.trim() || undefined;
}

function readPort(text: string | undefined, problems: string[]): number {
  if (text === undefined) return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  problems.push(`PORT must be a number between 1 and 65535, got '${text}'.`);
  return 3000;
}

function readFileLimit(text: string | undefined, problems: string[]): number {
  const megabytes = /^\d{1,3}$/.test(text ?? '10') ? Number(text ?? 10) : Number.NaN;
  if (megabytes >= 1 && megabytes <= 100) return megabytes * 1024 * 1024;
  problems.push(`RECERT_FILE_LIMIT_MB must be a number between 1 and 100, got '${text}'.`);
  return 0;
}

function readPublicUrl(text: string | undefined, problems: string[]): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  const isOrigin = url?.protocol === 'https:' && url.href === `${url.origin}/` && !/[?#]/.test(text);
  if (url !== null && isOrigin) return url.origin;
  problems.push(`RECERT_PUBLIC_URL must be an https address without a path, got '${text}'.`);
  return undefined;
}

function readChoice<T extends string>(name: string, text: string, choices: readonly T[], problems: string[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) problems.push(`${name} must be one of ${choices.join(', ')}, got '${text}'.`);
  return found ?? (choices[0] as T);
}

function readDatabase(url: string | undefined, folder: string | undefined, problems: string[]): Config['database'] {
  if (url === undefined) {
    return { kind: 'folder', path: folderNamed(folder) };
  }
  if (!/^postgres(?:ql)?:\/\//.test(url) || !z.url().safeParse(url).success) {
    problems.push(
      'DATABASE_URL must be the address of a PostgreSQL server: postgresql://user:password@host:5432/name.',
    );
  }
  return { kind: 'server', url };
}

function folderNamed(folder = 'data'): string {
  return isAbsolute(folder) ? folder : resolve(folder);
}
