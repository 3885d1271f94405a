// @ts-check

/**
 * One back or one on, for two keys.
 * @param {string} key
 * @param {string} back
 * @param {string} on
 */
export function stepOf(key, back, on) {
  if (key === back) return -1;
  return key === on ? 1 : undefined;
}
