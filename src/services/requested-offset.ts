/** How many of a list come before the page that is asked for; it comes from outside. */
export function requestedOffset(skip = '0'): number {
  return Math.min(Math.max(0, Math.trunc(Number(skip)) || 0), 100_000);
}
