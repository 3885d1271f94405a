import { sum } from '../../domain/credit.ts';
import { claimed } from '../../domain/holding.ts';
import type { RemovalEffect } from '../../views/certifications/remove-card.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { findHoldingOrRefuse, findHoldings } from './holdings.ts';
import type { MemberHolding } from './member-holding.ts';
import { renewalsTakenBack } from './renewal-reason.ts';

/** The result of removing a certification, and what it changes beside it. */
interface RemovalOutcome {
  readonly kind: 'unconfirmed' | 'removed';
  readonly effect: RemovalEffect;
}

/**
 * Removes the person's certification with a name. If that changes more than the certification itself, it must be confirmed. Throws
 * `Refusal` if they don't have it, or if credits are logged for it.
 */
export async function removeHolding(name: string, isConfirmed: boolean, scope: Scope): Promise<RemovalOutcome> {
  const { request, data } = scope;
  const { words, person } = request;
  const holdings = await findHoldings(person, data);
  const removed = findHoldingOrRefuse(name, holdings, scope);
  const { holdingId, certification } = removed;
  const effect = await effectOf(removed, holdings, scope);
  const isClaimed = (await data.activities.entriesOf([holdingId])).has(holdingId);
  const changesMore = effect.takenBack.length > 0 || effect.stated > 0;
  if (changesMore && !isClaimed && !isConfirmed) return { kind: 'unconfirmed', effect };
  if (!(await data.holdings.remove(person.personId, holdingId)))
    throw new Refusal(words.remove.claimed(certification.short));
  return { kind: 'removed', effect };
}

async function effectOf(
  removed: MemberHolding,
  holdings: readonly MemberHolding[],
  { request: { today, person }, data: { holdings: repository, workspace } }: Scope,
): Promise<RemovalEffect> {
  // One that carries a shared total has the statements of others, too, and those stay.
  const stored = await repository.of(person.personId);
  const own = stored.find(({ holding }) => holding.holdingId === removed.holdingId);
  return {
    certification: removed.certification,
    takenBack: renewalsTakenBack(removed, holdings, { day: today, tolerance: workspace.tolerance }),
    stated: sum((own?.openings ?? []).map(claimed)),
  };
}
