import { type Logger, LogLevel } from '@slack/bolt';
import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../../src/ports.ts';

/** Slack's Web API: one client for what a person waits for, one for what must arrive, one for files. None repeats anything. */
export interface Clients {
  readonly interactive: WebClient;
  readonly bulk: WebClient;
  readonly upload: WebClient;
}

/** How every call to Slack is made: to where, and never repeated blindly, for a message sent twice is seen twice. */
export function clientOptions(apiUrl: string | undefined, log: Log): WebClientOptions {
  return {
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

/** The clients of one workspace. */
export function newClients(botToken: string, options: WebClientOptions): Clients {
  return {
    interactive: new WebClient(botToken, { ...options, timeout: 2000 }),
    bulk: new WebClient(botToken, { ...options, timeout: 10_000 }),
    upload: new WebClient(botToken, { ...options, timeout: 30_000 }),
  };
}

/** Why a call failed, without its contents: Slack's own word for it, or the kind of error. */
export function reasonOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.name : typeof error;
}

/** Whether Slack said no: what was asked for has certainly not happened. */
export function isRefusal(error: unknown): boolean {
  return error instanceof WebAPIPlatformError;
}

/** Lets Bolt speak into our log; its chatter, which quotes payloads, is dropped. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...stated: unknown[]) => log.warn('Bolt warns.', { said: textOf(stated) }),
    error: (...stated: unknown[]) => log.warn('Bolt reports an error.', { said: textOf(stated) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function textOf(stated: readonly unknown[]): string {
  return stated
    .map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : typeof part === 'string' ? part : ''))
    .join(' ')
    .slice(0, 200);
}
