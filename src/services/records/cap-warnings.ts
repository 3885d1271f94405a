import type { Day } from '../../domain/calendar.ts';
import type { Cut } from '../../domain/count-credits.ts';
import { type Credits, sum } from '../../domain/credit.ts';
import { cutsOf } from '../../domain/pace-change.ts';
import type { Words } from '../../strings/index.ts';
import type { ClaimEffect } from '../../views/records/log-card.ts';
import { categoryName } from '../../views/requirement-words.ts';

/** A cut by a cap, with the cap. */
type CapCut = Cut & { readonly reason: Extract<Cut['reason'], { kind: 'cap' }> };

/** The days of an activity that is about to be saved. */
interface ActivityDays {
  readonly starts: Day;
  readonly ends: Day;
}

/** Returns what caps cut of a claim and what would avoid it, one note for a certification; nothing if all of it counts. */
export function capWarnings(effect: ClaimEffect, { starts, ends }: ActivityDays, words: Words): readonly string[] {
  const cuts = cutsOf(effect.after, effect.entry).filter(isOfCap);
  if (cuts.length === 0) return [];
  const { log } = words;
  const hasOneDay = starts === ends && cuts.some(({ reason }) => reason.cap.per === 'day');
  const advice = [...(hasOneDay ? [log.enterDays] : []), ...roomWithin(effect, cuts, words), log.overIsStored];
  return [[`${effect.certification.short}: ${cutText(effect, cuts, words)}`, ...advice].join(' ')];
}

/** Returns the credits of a record that caps cut. */
export function cutByCaps({ after, entry }: Pick<ClaimEffect, 'after' | 'entry'>): Credits {
  return sum(
    cutsOf(after, entry)
      .filter(isOfCap)
      .map(({ credits }) => credits),
  );
}

function isOfCap(cut: Cut): cut is CapCut {
  return cut.reason.kind === 'cap';
}

function cutText({ parts, after }: ClaimEffect, cuts: readonly CapCut[], words: Words): string {
  const { unit } = after.renewal;
  const limits = cuts.map(({ reason: { cap, limit } }) =>
    words.log.limitOf(words.credits(limit, unit), cap.per, words.catalogueText(cap.name)),
  );
  const cut = sum(cuts.map(({ credits }) => credits));
  const claimed = sum(parts.map(({ credits }) => credits));
  return words.log.willBeCut(words.amount(cut), words.credits(claimed, unit), words.list([...new Set(limits)]));
}

/** How many credits may be claimed of each category that is cut; the category is named if several are claimed. */
function roomWithin({ parts, after }: ClaimEffect, cuts: readonly CapCut[], words: Words): readonly string[] {
  const { renewal } = after;
  const claimed = Map.groupBy(parts, ({ category }) => category);
  const taken = Map.groupBy(
    cuts.flatMap((cut) => cut.parts),
    ({ category }) => category,
  );
  return [...taken].map(([category, some]) => {
    const total = sum((claimed.get(category) ?? []).map(({ credits }) => credits));
    const room = Math.max(0, total - sum(some.map(({ credits }) => credits)));
    const name = claimed.size > 1 ? categoryName(category, renewal, words) : undefined;
    return room === 0 ? words.log.noRoomLeft(name) : words.log.maxClaim(words.credits(room, renewal.unit), name);
  });
}
