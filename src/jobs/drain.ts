import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../chat/card.ts';
import type { ChatAdapter, Place, Sent } from '../chat/interaction.ts';
import { asWished, mannersOf } from '../commands/as-wished.ts';
import { isWelcome, nextWelcome } from '../domain/slot.ts';
import type { Clock, Log } from '../ports.ts';
import type { Outcome } from '../store/outbox.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { OutboxMessage } from '../store/team-entities.ts';
import { report } from './report.ts';
import type { Tally } from './tally.ts';

/** What is needed to send what is planned. */
export interface Draining {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: readonly ChatAdapter[];
  readonly tally?: Tally;
  /** How long a place is left alone between two messages; platforms take about one a second. */
  readonly gapMs?: number;
}

const GAP_MS = 1_100;
/** A message that is not taken is tried later and later, and so many times. */
const MOST_TRIES = 12;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 30 * 60_000;
/** Whatever remains is sent in the next round. */
const MOST_AT_ONCE = 200;

/** A message that is this sender's alone, with what is needed to send it. */
interface Taken {
  readonly message: OutboxMessage;
  /** The platform's name of the message in whose thread it stands. */
  readonly thread: string | undefined;
}

/**
 * Sends what is planned in a workspace, one message after the other, and notes what became of each. A message is taken before it is sent and
 * settled after: what was taken and not settled in time may have arrived, is said to be so, and is never repeated by itself.
 */
export async function drain(workspaceId: string, draining: Draining): Promise<void> {
  const { store, clock, tally, gapMs = GAP_MS } = draining;
  await store.inWorkspace(workspaceId, async (data) => {
    const now = clock.now();
    data.audit.actAs('recert', now);
    for (const message of await data.outbox.giveUp(now)) {
      tally?.count(message.purpose, 'unknown');
      await report(message, { state: 'unknown', reason: 'interrupted' }, data, now);
    }
  });
  let before: string | undefined;
  for (let sent = 0; sent < MOST_AT_ONCE; sent += 1) {
    const taken = await store.inWorkspace(workspaceId, (data) => take(data, clock.now()));
    if (taken === undefined) break;
    if (taken === 'later') continue;
    const { address } = taken.message.place;
    if (before === address && gapMs > 0) await pause(gapMs);
    before = address;
    const outcome = outcomeOf(taken.message, await send(taken, draining), clock.now());
    await settle(workspaceId, taken.message, outcome, draining);
    // Whoever is asked to wait waits with everything that goes the same way.
    if (outcome.state === 'planned') break;
  }
  await store.inWorkspace(workspaceId, async ({ outbox, alarms }) => {
    const next = await outbox.nextDue();
    if (next !== undefined) await alarms.wake(workspaceId, next);
  });
}

/** Takes the next message; one to a person who should not be disturbed now is put off. */
async function take(data: WorkspaceData, now: Date): Promise<Taken | 'later' | undefined> {
  const message = await data.outbox.take(now);
  if (message === undefined) return undefined;
  const { personId, messageId, follows } = message;
  if (personId) {
    const known = await data.people.get(personId);
    const wishes = await data.preferences.of(personId);
    const manners = mannersOf(asWished(known ?? { zone: null, locale: null }, wishes), wishes, data.workspace);
    if (!isWelcome(manners, now)) {
      await data.outbox.settle(messageId, { state: 'planned', dueAt: nextWelcome(manners, now) }, now);
      return 'later';
    }
  }
  if (!follows) return { message, thread: undefined };
  const first = await data.outbox.get(follows);
  if (first?.state === 'sent' && first.message) return { message, thread: first.message };
  // Details without their digest say nothing to anybody.
  await data.outbox.settle(messageId, { state: 'withdrawn', reason: 'alone' }, now);
  return 'later';
}

async function send({ message, thread }: Taken, { adapters, log }: Draining): Promise<Sent> {
  const place = message.place as Place;
  const adapter = adapters.find(({ platform }) => platform === place.platform);
  if (adapter === undefined) return { kind: 'busy', reason: 'not connected' };
  const card = message.card as Card;
  try {
    return message.message
      ? await adapter.update(place, message.message, card)
      : await adapter.post(place, card, thread);
  } catch (error) {
    log.error('An adapter failed while it was sending.', { message: message.messageId, error });
    return { kind: 'unknown', reason: 'failed' };
  }
}

function outcomeOf({ tries, message }: OutboxMessage, sent: Sent, now: Date): Outcome {
  const isUpdate = message !== null && message !== undefined;
  switch (sent.kind) {
    case 'sent':
      return { state: 'sent', message: sent.message };
    case 'refused':
      return { state: 'failed', reason: sent.reason };
    case 'unknown':
      // What is put in the place of a message may be put there twice.
      if (!isUpdate || tries >= MOST_TRIES) return { state: 'unknown', reason: sent.reason };
      return later(tries, sent.reason, undefined, now);
    case 'busy':
      if (tries >= MOST_TRIES) return { state: 'failed', reason: sent.reason };
      return later(tries, sent.reason, sent.afterMs, now);
  }
}

function later(tries: number, reason: string, afterMs: number | undefined, now: Date): Outcome {
  const usual = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return { state: 'planned', reason, dueAt: new Date(now.getTime() + Math.max(afterMs ?? usual, 1_000)) };
}

async function settle(
  workspaceId: string,
  message: OutboxMessage,
  outcome: Outcome,
  draining: Draining,
): Promise<void> {
  const { store, clock, log, tally } = draining;
  const now = clock.now();
  await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('recert', now);
    const isOurs = await data.outbox.settle(message.messageId, outcome, now);
    if (isOurs) await report(message, outcome, data, now);
  });
  const { messageId, purpose } = message;
  tally?.count(purpose, outcome.state);
  if (outcome.state !== 'sent')
    log.warn('A message was not sent.', {
      workspaceId,
      messageId,
      purpose,
      state: outcome.state,
      reason: outcome.reason,
    });
}
