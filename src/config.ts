import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { readTeams, type TeamsConfig } from './config-teams.ts';

/** What the environment asks for; read once. */
export interface Config {
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly database:
    | { readonly kind: 'server'; readonly url: string }
    | { readonly kind: 'folder'; readonly path: string };
  readonly slack?: SlackConfig;
  readonly teams?: TeamsConfig;
  readonly playground: boolean;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
}

/** Every setting that is wrong, in one error. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Reads and checks the environment. Throws `ConfigError` naming every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const get = (name: string) => env[name]?.trim() || undefined;
  const port = readPort(get('PORT'), problems);
  const logLevel = readChoice('LOG_LEVEL', get('LOG_LEVEL') ?? 'info', LEVELS, problems);
  const database = readDatabase(get('DATABASE_URL'), get('RECERT_DATA_DIR'), problems);
  const slack = readSlack(get, problems);
  const teams = readTeams(get, problems);
  const asked = get('RECERT_PLAYGROUND');
  if (asked !== undefined && asked !== '0' && asked !== '1')
    problems.push(`RECERT_PLAYGROUND must be 0 or 1, got '${asked}'.`);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const playground = asked === undefined ? slack === undefined && teams === undefined : asked === '1';
  const platforms = { ...(slack === undefined ? {} : { slack }), ...(teams === undefined ? {} : { teams }) };
  return { port, logLevel, database, playground, ...platforms };
}

function readPort(text: string | undefined, problems: string[]): number {
  if (text === undefined) return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  problems.push(`PORT must be a number between 1 and 65535, got '${text}'.`);
  return 3000;
}

function readChoice<T extends string>(name: string, text: string, choices: readonly T[], problems: string[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) problems.push(`${name} must be one of ${choices.join(', ')}, got '${text}'.`);
  return found ?? (choices[0] as T);
}

function readDatabase(url: string | undefined, folder: string | undefined, problems: string[]): Config['database'] {
  if (url === undefined) {
    const path = folder ?? 'data';
    return { kind: 'folder', path: isAbsolute(path) ? path : resolve(path) };
  }
  if (!/^postgres(?:ql)?:\/\//.test(url) || !z.url().safeParse(url).success) {
    problems.push(
      'DATABASE_URL must be the address of a PostgreSQL server: postgresql://user:password@host:5432/name.',
    );
  }
  return { kind: 'server', url };
}

function readSlack(get: (name: string) => string | undefined, problems: string[]): SlackConfig | undefined {
  const botToken = get('SLACK_BOT_TOKEN');
  const signingSecret = get('SLACK_SIGNING_SECRET');
  const appToken = get('SLACK_APP_TOKEN');
  const apiUrl = get('SLACK_API_URL');
  if (apiUrl !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(apiUrl).success) {
    problems.push(`SLACK_API_URL must be an http or https address, got '${apiUrl}'.`);
  }
  if (botToken === undefined && signingSecret === undefined && appToken === undefined) return undefined;
  if (botToken === undefined)
    problems.push('SLACK_BOT_TOKEN is missing: the token that begins with xoxb-, from “OAuth & Permissions”.');
  else if (!botToken.startsWith('xoxb-')) problems.push('SLACK_BOT_TOKEN must begin with xoxb-.');
  if (signingSecret === undefined && appToken === undefined) {
    problems.push(
      'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing; one of them is needed.',
    );
  }
  if (appToken !== undefined && !appToken.startsWith('xapp-')) problems.push('SLACK_APP_TOKEN must begin with xapp-.');
  return {
    botToken: botToken ?? '',
    ...(signingSecret === undefined ? {} : { signingSecret }),
    ...(appToken === undefined ? {} : { appToken }),
    // Methods are appended to it.
    ...(apiUrl === undefined ? {} : { apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
  };
}
