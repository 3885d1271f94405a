import { FairSlots, NoSlot } from '../limits/fair-slots.ts';
import { Busy } from './interaction-queue.ts';
import type { ObservedRequest } from './observe-request.ts';

/** Each takes seconds of the processor. */
const LIMITS = { maxRunning: 2, maxRunningOfOwner: 1, maxWaiting: 200, maxWaitingOfOwner: 20 };

/** Makes the slots of answers about many people: two in the process, and one of each workspace; the others wait. */
export function longAnswerSlots(): FairSlots {
  return new FairSlots(LIMITS);
}

/** Waits until an answer about many people may begin. Resolves to a function that gives its slot back; throws `Busy` if too many wait. */
export async function beginLongAnswer(
  workspaceId: string,
  { longSlots, observed }: { readonly longSlots: FairSlots; readonly observed: ObservedRequest },
): Promise<() => void> {
  observed.isQueued = true;
  try {
    return await longSlots.acquire(workspaceId);
  } catch (error) {
    throw error instanceof NoSlot ? new Busy(error.reason) : error;
  } finally {
    observed.isQueued = false;
  }
}
