import { type Logger, LogLevel } from '@slack/bolt';
import { ErrorCode, WebAPIHTTPError, WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../../src/ports.ts';

/** Clients of Slack's Web API: for answers a person waits for, for messages that must arrive, and for files. None retries. */
export interface Clients {
  readonly interactive: WebClient;
  readonly bulk: WebClient;
  readonly upload: WebClient;
}

/** The options of all calls; they are not retried, because a message sent twice is seen twice. */
export function clientOptions(apiUrl: string | undefined, log: Log): WebClientOptions {
  return {
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: fetchFromSlack,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

/** The pause in seconds after an answer 429 that doesn't say one; the client takes such an answer for an error of unknown effect. */
const DEFAULT_RETRY_AFTER = '30';

async function fetchFromSlack(...[url, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(url, init);
  if (response.status !== 429 || response.headers.has('retry-after')) return response;
  return new Response(response.body, { status: 429, headers: { 'retry-after': DEFAULT_RETRY_AFTER } });
}

/** Creates the clients of one workspace; without a token, Slack refuses their calls. */
export function newClients(botToken: string | undefined, options: WebClientOptions): Clients {
  return {
    interactive: new WebClient(botToken, { ...options, timeout: 2000 }),
    bulk: new WebClient(botToken, { ...options, timeout: 10_000 }),
    upload: new WebClient(botToken, { ...options, timeout: 30_000 }),
  };
}

/** Why a call failed, without its content: Slack's error code, the status of the answer, or the kind of error. */
export function reasonOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return errorCodeOf(error) ?? 'not JSON';
  if (error instanceof WebAPIHTTPError) return String(error.statusCode);
  return error instanceof Error ? error.name : typeof error;
}

const ERROR_CODE = /^[a-z][a-z0-9_]*$/u;

/** Slack's error code; undefined for an answer that isn't Slack's, for example the page of a proxy, which the client passes on as the error. */
export function errorCodeOf({ data: { error } }: WebAPIPlatformError): string | undefined {
  return ERROR_CODE.test(error) ? error : undefined;
}

/** Whether Slack refused a call, so it had no effect. */
export function isRefusal(error: unknown): boolean {
  return error instanceof WebAPIPlatformError;
}

const NO_USER: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/** Whether Slack refused a call because there is no such user, or none that this workspace sees. */
export function isUnknownUser(error: unknown): boolean {
  return isRefusal(error) && NO_USER.has(reasonOf(error));
}

/** Whether Slack refused a call because there were too many. */
export function isRateLimited(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ErrorCode.RateLimitedError;
}

/** The seconds Slack wants to wait before the next call, if it says so. */
export function retryAfterOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('retryAfter' in error)) return undefined;
  return typeof error.retryAfter === 'number' ? error.retryAfter : undefined;
}

/** Writes Bolt's warnings and errors to the log; the rest is dropped, because it quotes payloads. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...values: unknown[]) => log.warn('Bolt reports a warning.', { message: textOf(values) }),
    error: (...values: unknown[]) => log.warn('Bolt reports an error.', { message: textOf(values) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function textOf(values: readonly unknown[]): string {
  return values
    .map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : typeof part === 'string' ? part : ''))
    .join(' ')
    .slice(0, 200);
}
