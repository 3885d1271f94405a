import { type Day, parseDay } from '../domain/calendar.ts';
import { UsageError } from './workspace.ts';

/** The day that `--on` names; throws `UsageError` for what is no day. */
export function dayFrom(typed: string | undefined): Day | undefined {
  const on = typed === undefined ? undefined : parseDay(typed);
  if (typed !== undefined && on === undefined)
    throw new UsageError(`--on '${typed}' isn't a valid date. Use a format like 2026-12-31.`);
  return on;
}

/** The address that `--url` names, without a slash at its end; throws `UsageError` for anything but https without a path. */
export function mailboxAddress(url: string | undefined): string | undefined {
  if (url !== undefined && !/^https:\/\/[^/?#]+\/?$/.test(url)) {
    throw new UsageError(`--url '${url}' isn't valid. Use an https address without a path.`);
  }
  return url?.replace(/\/$/, '');
}
