import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import type { ChatAdapter } from '../../chat/chat-adapter.ts';
import type { SendResult } from '../../chat/send-result.ts';
import { isWithinContactHours, nextContactTime } from '../../domain/weekly-schedule.ts';
import type { Clock, Log } from '../../ports.ts';
import type { OutboxMessage } from '../../store/notifications/notification-entities.ts';
import type { DeliveryOutcome } from '../../store/notifications/outbox.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { findAdapter } from '../find-adapter.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import { handleUndelivered } from './handle-undelivered.ts';
import type { Metrics } from './metrics.ts';

/** What sending planned messages needs. */
export interface OutboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: readonly ChatAdapter[];
  readonly metrics?: Metrics;
  /** The pause between two messages to one place. */
  readonly gapMs?: number;
}

/** Platforms accept about one message a second in one place. */
const GAP_MS = 1_100;
/** A busy platform is tried this often, with a pause that doubles each time. */
const MAX_TRIES = 12;
const FIRST_PAUSE_MS = 15_000;
const MAX_PAUSE_MS = 30 * 60_000;
/** The rest is sent in the next round. */
const MAX_AT_ONCE = 200;

/** A message leased by this process. */
interface ClaimedMessage {
  readonly message: OutboxMessage;
  /** The platform's id of the message in whose thread it is posted. */
  readonly thread: string | undefined;
}

/**
 * Sends the due messages of a workspace one after the other and records their outcomes. A message is leased before it is sent. If its lease
 * expires without an outcome, it may have arrived: it is marked as unknown and not sent again.
 */
export async function sendOutbox(workspaceId: string, deps: OutboxDeps): Promise<void> {
  const { store, clock, metrics, gapMs = GAP_MS } = deps;
  await store.inWorkspace(workspaceId, async (data) => {
    const now = clock.now();
    data.audit.actAs('recert', now);
    for (const message of await data.outbox.expireLeases(now)) {
      metrics?.count(message.purpose, 'unknown');
      await handleUndelivered(message, { state: 'unknown', reason: 'interrupted' }, { data, now });
    }
  });
  let lastAddress: string | undefined;
  for (let sent = 0; sent < MAX_AT_ONCE; sent += 1) {
    const claimed = await store.inWorkspace(workspaceId, (data) => claimNext(data, clock.now()));
    if (claimed === undefined) break;
    if (claimed === 'later') continue;
    const { address } = claimed.message.place;
    if (lastAddress === address && gapMs > 0) await pause(gapMs);
    lastAddress = address;
    const outcome = outcomeOf(claimed.message, await send(claimed, deps), clock.now());
    await recordOutcome(workspaceId, { message: claimed.message, outcome }, deps);
    // A busy platform would refuse the following messages too.
    if (outcome.state === 'planned') break;
  }
  await store.inWorkspace(workspaceId, async ({ outbox, schedule }) => {
    const next = await outbox.nextDue();
    if (next !== undefined) await schedule.scheduleNoLaterThan(workspaceId, next);
  });
}

/** Claims the next message. One to a person outside their contact hours is postponed. */
async function claimNext(data: WorkspaceData, now: Date): Promise<ClaimedMessage | 'later' | undefined> {
  const message = await data.outbox.claimNext(now);
  if (message === undefined) return undefined;
  const { personId, messageId, follows, key } = message;
  if (personId) {
    const person = (await data.people.get(personId)) ?? { zone: null, locale: null };
    const preferences = await data.preferences.of(personId);
    if (preferences.leftOn && !key.startsWith('left ')) {
      await data.outbox.recordOutcome(messageId, { state: 'withdrawn', reason: 'left' }, now);
      await data.nudges.withdraw(key, 'left');
      return 'later';
    }
    const contactHours = contactHoursOf(withPreferences(person, preferences), preferences, data.workspace);
    if (!isWithinContactHours(contactHours, now)) {
      await data.outbox.recordOutcome(messageId, { state: 'planned', dueAt: nextContactTime(contactHours, now) }, now);
      return 'later';
    }
  }
  if (!follows) return { message, thread: undefined };
  const first = await data.outbox.get(follows);
  if (first?.state === 'sent' && first.message) return { message, thread: first.message };
  // Details are only useful in the thread of their digest.
  await data.outbox.recordOutcome(messageId, { state: 'withdrawn', reason: 'alone' }, now);
  return 'later';
}

async function send({ message, thread }: ClaimedMessage, { adapters, log }: OutboxDeps): Promise<SendResult> {
  const connected = findAdapter(message.place, adapters);
  if (connected === undefined) return { kind: 'busy', reason: 'not connected' };
  const { adapter, place } = connected;
  try {
    const { card } = message;
    if (!isCard(card)) throw new Error(`The message ${message.messageId} has no card.`);
    return message.message
      ? await adapter.update(place, message.message, card)
      : await adapter.post(place, card, thread);
  } catch (error) {
    log.error('An adapter failed while sending.', { message: message.messageId, error });
    return { kind: 'unknown', reason: 'failed' };
  }
}

/** Whether a stored value is a card. Its blocks were written by a view and aren't checked again. */
function isCard(stored: unknown): stored is Card {
  return typeof stored === 'object' && stored !== null && 'blocks' in stored && Array.isArray(stored.blocks);
}

function outcomeOf({ tries, message }: OutboxMessage, sent: SendResult, now: Date): DeliveryOutcome {
  const isUpdate = message !== null && message !== undefined;
  switch (sent.kind) {
    case 'sent':
      return { state: 'sent', message: sent.message };
    case 'refused':
      return { state: 'failed', reason: sent.reason };
    case 'unknown':
      // An update can be repeated safely; a new message could be posted twice.
      if (!isUpdate || tries >= MAX_TRIES) return { state: 'unknown', reason: sent.reason };
      return retryLater(tries, { reason: sent.reason }, now);
    case 'busy':
      if (tries >= MAX_TRIES) return { state: 'failed', reason: sent.reason };
      return retryLater(tries, sent, now);
  }
}

function retryLater(
  tries: number,
  { reason, afterMs }: { readonly reason: string; readonly afterMs?: number | undefined },
  now: Date,
): DeliveryOutcome {
  const backoffMs = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return { state: 'planned', reason, dueAt: new Date(now.getTime() + Math.max(afterMs ?? backoffMs, 1_000)) };
}

async function recordOutcome(
  workspaceId: string,
  { message, outcome }: { readonly message: OutboxMessage; readonly outcome: DeliveryOutcome },
  deps: OutboxDeps,
): Promise<void> {
  const { store, clock, log, metrics } = deps;
  const now = clock.now();
  await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('recert', now);
    const isRecorded = await data.outbox.recordOutcome(message.messageId, outcome, now);
    if (isRecorded) await handleUndelivered(message, outcome, { data, now });
  });
  const { messageId, purpose } = message;
  const { state } = outcome;
  metrics?.count(purpose, state);
  if (state !== 'sent')
    log.warn('A message was not sent.', { workspaceId, messageId, purpose, state, reason: outcome.reason });
}
