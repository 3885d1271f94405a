import { type Day, parseDay } from '../domain/calendar.ts';
import { UsageError } from './workspace.ts';

/** The day that `--on` names; throws `UsageError` for what is no day. */
export function dayFrom(typed: string | undefined): Day | undefined {
  const on = typed === undefined ? undefined : parseDay(typed);
  if (typed !== undefined && on === undefined)
    throw new UsageError(`--on must be a day such as 2026-12-31, got '${typed}'.`);
  return on;
}

/** The address that `--url` names, without a slash at its end; throws `UsageError` for anything but https without a path. */
export function mailboxAddress(url: string | undefined): string | undefined {
  if (url !== undefined && !/^https:\/\/[^/?#]+\/?$/.test(url)) {
    throw new UsageError(`--url must be an https address without a path, got '${url}'.`);
  }
  return url?.replace(/\/$/, '');
}
