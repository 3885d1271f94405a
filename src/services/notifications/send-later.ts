import { randomUUID } from 'node:crypto';
import type { UnsentAnswer } from '../../chat/core-interface.ts';
import type { Clock } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import { runAsIdentity } from '../identify-person.ts';

/** The pause before an answer that a platform didn't take is sent again, in milliseconds. */
const PAUSE_MS = 5_000;

/** Plans an answer that a platform didn't take at once. A person who isn't known yet gets it too. */
export async function sendLater(
  { from, to, card }: UnsentAnswer,
  deps: { readonly store: Store; readonly clock: Clock },
): Promise<void> {
  await runAsIdentity(from, deps, async ({ outbox, schedule, workspace }, person) => {
    const now = deps.clock.now();
    const dueAt = new Date(now.getTime() + PAUSE_MS);
    const about = person === null ? {} : { personId: person.personId };
    await outbox.plan({ key: `answer ${randomUUID()}`, purpose: 'answer', place: to, card, dueAt, ...about }, now);
    await schedule.scheduleNoLaterThan(workspace.workspaceId, dueAt);
  });
}
