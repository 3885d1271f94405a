import { WebAPIHTTPError, WebAPIPlatformError } from '@slack/web-api';
import { isConnectionRefused } from '../../../src/chat/connection-refused.ts';
import type { SendResult } from '../../../src/chat/send-result.ts';
import { errorCodeOf, isRateLimited, reasonOf, retryAfterOf } from './clients.ts';

/** An outcome of a call that did not succeed. */
export type Failure = Exclude<SendResult, { kind: 'sent' }>;

/** Slack's codes for its own troubles, after which a call is repeated: it was not carried out. */
const TRANSIENT: ReadonlySet<string> = new Set([
  ...['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'],
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded', 'team_added_to_org'],
]);

/** What is known about a call that failed: `busy` if Slack certainly did not carry it out, `unknown` if it may have. */
export function failureOf(error: unknown): Failure {
  const reason = reasonOf(error);
  if (error instanceof WebAPIPlatformError) {
    const code = errorCodeOf(error);
    // An answer that isn't JSON is a page of a proxy in between.
    return { kind: code === undefined || TRANSIENT.has(code) ? 'busy' : 'refused', reason };
  }
  if (isRateLimited(error)) return { kind: 'busy', reason, ...pauseOf(retryAfterOf(error)) };
  if (error instanceof WebAPIHTTPError) return failureOfStatus(error, reason);
  return { kind: isConnectionRefused(error) ? 'busy' : 'unknown', reason };
}

/** Slack answers refusals with the status 200, so another one below 500 comes from a proxy in between. */
function failureOfStatus({ statusCode, headers, body }: WebAPIHTTPError, reason: string): Failure {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  const code = typeof body === 'object' && body !== null ? body.error : undefined;
  const isCertain = statusCode < 500 || Number.isFinite(seconds) || TRANSIENT.has(code);
  return isCertain ? { kind: 'busy', reason, ...pauseOf(seconds) } : { kind: 'unknown', reason };
}

function pauseOf(seconds: number | undefined): { readonly afterMs?: number } {
  return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? { afterMs: seconds * 1000 } : {};
}
