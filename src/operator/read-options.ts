import { type Day, parseDay } from '../domain/calendar.ts';
import { UsageError } from './named-workspace.ts';

/** Returns the date given with `--on`. Throws `UsageError` if it isn't a date. */
export function dayFrom(typed: string | undefined): Day | undefined {
  const on = typed === undefined ? undefined : parseDay(typed);
  if (typed !== undefined && on === undefined)
    throw new UsageError(`--on '${typed}' isn't a valid date. Use a format like 2026-12-31.`);
  return on;
}

/** Returns the address given with `--url`, without a slash at its end. Throws `UsageError` unless it is https without a path. */
export function mailboxAddress(url: string | undefined, option = '--url'): string | undefined {
  if (url !== undefined && !/^https:\/\/[^/?#]+\/?$/.test(url)) {
    throw new UsageError(`${option} '${url}' isn't valid. Use an https address without a path.`);
  }
  return url?.replace(/\/$/, '');
}
