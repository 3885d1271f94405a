/** Returns how many items come before the requested page, from 0 to 100,000. `skip` is untrusted input. */
export function requestedOffset(skip = '0'): number {
  return Math.min(Math.max(0, Math.trunc(Number(skip)) || 0), 100_000);
}
