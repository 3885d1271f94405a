import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import type { ChatAdapter, Place, SendResult } from '../../chat/interaction.ts';
import { isWithinContactHours, nextContactTime } from '../../domain/weekly-schedule.ts';
import type { Clock, Log } from '../../ports.ts';
import type { DeliveryOutcome } from '../../store/notifications/outbox.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import type { OutboxMessage } from '../../store/notifications/notification-entities.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import { handleUndelivered } from './handle-undelivered.ts';
import type { Metrics } from './metrics.ts';

/** What is needed to send what is planned. */
export interface OutboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: readonly ChatAdapter[];
  readonly metrics?: Metrics;
  /** How long a place is left alone between two messages; platforms take about one a second. */
  readonly gapMs?: number;
}

const GAP_MS = 1_100;
/** A message that is not taken is tried later and later, and so many times. */
const MAX_TRIES = 12;
const FIRST_PAUSE_MS = 15_000;
const MAX_PAUSE_MS = 30 * 60_000;
/** Whatever remains is sent in the next round. */
const MAX_AT_ONCE = 200;

/** A message that is this sender's alone, with what is needed to send it. */
interface ClaimedMessage {
  readonly message: OutboxMessage;
  /** The platform's name of the message in whose thread it stands. */
  readonly thread: string | undefined;
}

/**
 * Sends what is planned in a workspace, one message after the other, and notes what became of each. A message is taken before it is sent and
 * settled after: what was taken and not settled in time may have arrived, is said to be so, and is never repeated by itself.
 */
export async function sendOutbox(workspaceId: string, deps: OutboxDeps): Promise<void> {
  const { store, clock, metrics, gapMs = GAP_MS } = deps;
  await store.inWorkspace(workspaceId, async (data) => {
    const now = clock.now();
    data.audit.actAs('recert', now);
    for (const message of await data.outbox.expireLeases(now)) {
      metrics?.count(message.purpose, 'unknown');
      await handleUndelivered(message, { state: 'unknown', reason: 'interrupted' }, data, now);
    }
  });
  let before: string | undefined;
  for (let sent = 0; sent < MAX_AT_ONCE; sent += 1) {
    const claimed = await store.inWorkspace(workspaceId, (data) => claimNext(data, clock.now()));
    if (claimed === undefined) break;
    if (claimed === 'later') continue;
    const { address } = claimed.message.place;
    if (before === address && gapMs > 0) await pause(gapMs);
    before = address;
    const outcome = outcomeOf(claimed.message, await send(claimed, deps), clock.now());
    await recordOutcome(workspaceId, claimed.message, outcome, deps);
    // Whoever is asked to wait waits with everything that goes the same way.
    if (outcome.state === 'planned') break;
  }
  await store.inWorkspace(workspaceId, async ({ outbox, schedule }) => {
    const next = await outbox.nextDue();
    if (next !== undefined) await schedule.scheduleNoLaterThan(workspaceId, next);
  });
}

/** Takes the next message; one to a person who should not be disturbed now is put off. */
async function claimNext(data: WorkspaceData, now: Date): Promise<ClaimedMessage | 'later' | undefined> {
  const message = await data.outbox.claimNext(now);
  if (message === undefined) return undefined;
  const { personId, messageId, follows } = message;
  if (personId) {
    const known = await data.people.get(personId);
    const preferences = await data.preferences.of(personId);
    const manners = contactHoursOf(
      withPreferences(known ?? { zone: null, locale: null }, preferences),
      preferences,
      data.workspace,
    );
    if (!isWithinContactHours(manners, now)) {
      await data.outbox.recordOutcome(messageId, { state: 'planned', dueAt: nextContactTime(manners, now) }, now);
      return 'later';
    }
  }
  if (!follows) return { message, thread: undefined };
  const first = await data.outbox.get(follows);
  if (first?.state === 'sent' && first.message) return { message, thread: first.message };
  // Details without their digest say nothing to anybody.
  await data.outbox.recordOutcome(messageId, { state: 'withdrawn', reason: 'alone' }, now);
  return 'later';
}

async function send({ message, thread }: ClaimedMessage, { adapters, log }: OutboxDeps): Promise<SendResult> {
  const place = message.place as Place;
  const adapter = adapters.find(({ platform }) => platform === place.platform);
  if (adapter === undefined) return { kind: 'busy', reason: 'not connected' };
  const card = message.card as Card;
  try {
    return message.message
      ? await adapter.update(place, message.message, card)
      : await adapter.post(place, card, thread);
  } catch (error) {
    log.error('An adapter failed while sending.', { message: message.messageId, error });
    return { kind: 'unknown', reason: 'failed' };
  }
}

function outcomeOf({ tries, message }: OutboxMessage, sent: SendResult, now: Date): DeliveryOutcome {
  const isUpdate = message !== null && message !== undefined;
  switch (sent.kind) {
    case 'sent':
      return { state: 'sent', message: sent.message };
    case 'refused':
      return { state: 'failed', reason: sent.reason };
    case 'unknown':
      // What is put in the place of a message may be put there twice.
      if (!isUpdate || tries >= MAX_TRIES) return { state: 'unknown', reason: sent.reason };
      return retryLater(tries, sent.reason, undefined, now);
    case 'busy':
      if (tries >= MAX_TRIES) return { state: 'failed', reason: sent.reason };
      return retryLater(tries, sent.reason, sent.afterMs, now);
  }
}

function retryLater(tries: number, reason: string, afterMs: number | undefined, now: Date): DeliveryOutcome {
  const fallback = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return { state: 'planned', reason, dueAt: new Date(now.getTime() + Math.max(afterMs ?? fallback, 1_000)) };
}

async function recordOutcome(
  workspaceId: string,
  message: OutboxMessage,
  outcome: DeliveryOutcome,
  deps: OutboxDeps,
): Promise<void> {
  const { store, clock, log, metrics } = deps;
  const now = clock.now();
  await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('recert', now);
    const isOurs = await data.outbox.recordOutcome(message.messageId, outcome, now);
    if (isOurs) await handleUndelivered(message, outcome, data, now);
  });
  const { messageId, purpose } = message;
  metrics?.count(purpose, outcome.state);
  if (outcome.state !== 'sent')
    log.warn('A message was not sent.', {
      workspaceId,
      messageId,
      purpose,
      state: outcome.state,
      reason: outcome.reason,
    });
}
