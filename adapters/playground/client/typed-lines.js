// @ts-check
import { stepOf } from './arrow-keys.js';
import { currentLog } from './conversation-log.js';

/**
 * Remembers a line for the arrow keys.
 * @param {string} text
 */
export function rememberLine(text) {
  const log = currentLog();
  if (log.typed.at(-1) !== text) log.typed.push(text);
  log.at = log.typed.length;
}

/**
 * What was typed before or after, for an arrow key.
 * @param {string} key
 */
export function recallLine(key) {
  const log = currentLog();
  const step = stepOf(key, 'ArrowUp', 'ArrowDown');
  if (step === undefined || log.typed.length === 0) return undefined;
  log.at = Math.max(0, Math.min(log.typed.length, log.at + step));
  return log.typed[log.at] ?? '';
}
