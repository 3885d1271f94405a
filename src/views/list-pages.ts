import type { Action } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';

/** A page of a list that a command shows. */
export interface Page {
  readonly command: string;
  /** The query, repeated for the other pages. */
  readonly requested: string;
  /** How many come before the page. */
  readonly from: number;
  readonly shown: number;
  readonly count: number;
  /** How many are on a full page. */
  readonly size: number;
  /** Returns the total as text; defaults to records. */
  readonly found?: (count: number) => string;
}

/** Where a page is in its list, and the buttons to the pages before and after it. */
export function paged(
  { command, requested, from, shown, count, size, found }: Page,
  labels: { readonly before: string; readonly after: string },
  words: Words,
): { readonly where: string; readonly actions: readonly Action[] } {
  const turn = (label: string, skip: number): Action => ({
    label,
    command,
    args: { text: requested, skip: String(skip) },
  });
  return {
    where: count > shown ? words.record.page(from + 1, from + shown, count) : (found ?? words.record.found)(count),
    actions: [
      ...(from > 0 ? [turn(labels.before, Math.max(0, from - size))] : []),
      ...(from + shown < count ? [turn(labels.after, from + size)] : []),
    ],
  };
}
