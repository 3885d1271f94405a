import { ProxyProblem } from '../network/tunnel.ts';

/** The system calls that come before anything is sent. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo']);
/** Errors while connecting that don't name a system call: the time limit for connecting, and certificates that aren't good. */
const NOT_CONNECTED: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Whether an error, or one that caused it, says that no connection was made, so nothing was sent. */
export function isConnectionRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof ProxyProblem) return true;
  if ('code' in error && NOT_CONNECTED.has(error.code)) return true;
  if ('syscall' in error && BEFORE_SENDING.has(error.syscall)) return true;
  // Slack's client keeps the cause in `original`.
  return isConnectionRefused(('original' in error ? error.original : undefined) ?? error.cause);
}
