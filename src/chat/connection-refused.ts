const REFUSED: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND']);

/** Whether an error, or one that caused it, says that no connection was made, so nothing was sent. */
export function isConnectionRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && REFUSED.has(error.code)) return true;
  // Slack's client keeps the cause in `original`.
  return isConnectionRefused(('original' in error ? error.original : undefined) ?? error.cause);
}
