import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import type { ChatAdapter } from '../../chat/chat-adapter.ts';
import type { DeliveryResult, OutgoingFile } from '../../chat/outgoing-file.ts';
import { isWithinContactHours, nextContactTime } from '../../domain/weekly-schedule.ts';
import type { Clock, Log } from '../../ports.ts';
import type { MessageState, OutboxMessage } from '../../store/notifications/notification-entities.ts';
import type { DeliveryOutcome } from '../../store/notifications/outbox.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import { inSpan } from '../../telemetry/span.ts';
import { findAdapter } from '../find-adapter.ts';
import { fileLink, toOutgoingFile } from '../outgoing-files.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { handleUndelivered } from './handle-undelivered.ts';
import { isRepeatable, outcomeOf } from './next-attempt.ts';

/** What sending planned messages needs. */
export interface OutboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters?: readonly ChatAdapter[];
  /** The public address of recert, without a path. */
  readonly publicUrl?: string;
  readonly metrics?: Metrics;
  /** The pause between two messages to one place. */
  readonly gapMs?: number;
}

/** Platforms accept about one message a second in one place. */
const GAP_MS = 1_100;
/** The rest is sent in the next round. */
const MAX_AT_ONCE = 200;

/** A message leased by this process. */
interface ClaimedMessage {
  readonly message: OutboxMessage;
  /** The platform's id of the message in whose thread it is posted. */
  readonly thread?: string | undefined;
  /** The file that is delivered with the card. */
  readonly file?: OutgoingFile;
}

/**
 * Sends the due messages of a workspace one after the other and records their outcomes. A message is leased before it is sent. If its lease
 * expires without an outcome, it may have arrived, so only a message that may be repeated is sent again.
 */
export async function sendOutbox(workspaceId: string, deps: OutboxDeps): Promise<void> {
  const { store, gapMs = GAP_MS } = deps;
  await store.inWorkspace(workspaceId, (data) => handleExpired(data, deps));
  let lastAddress: string | undefined;
  // Asking first makes sure that nothing is sent to a platform that is down, where its outcome would be uncertain.
  let mustPing = true;
  for (let sent = 0; sent < MAX_AT_ONCE; sent += 1) {
    const claimed = await store.inWorkspace(workspaceId, (data) => claim(data, deps));
    if (claimed === undefined) break;
    if (claimed === 'later') continue;
    const { address } = claimed.message.place;
    if (lastAddress === address && gapMs > 0) await pause(gapMs);
    lastAddress = address;
    const { state } = await deliverClaimed(workspaceId, claimed, { ...deps, mustPing });
    // A busy platform would refuse the following messages too.
    if (state === 'planned') break;
    mustPing = state !== 'sent';
  }
  await store.inWorkspace(workspaceId, async ({ outbox, schedule }) => {
    const next = await outbox.nextDue();
    if (next !== undefined) await schedule.scheduleNoLaterThan(workspaceId, next);
  });
}

/** Sends one planned message at once; returns its state, or undefined if it isn't due or is being sent elsewhere. If that fails, `sendOutbox` sends it later. */
export async function sendMessage(
  workspaceId: string,
  messageId: string,
  deps: OutboxDeps,
): Promise<MessageState | undefined> {
  const claimed = await deps.store.inWorkspace(workspaceId, (data) => claim(data, deps, messageId));
  if (claimed === undefined || claimed === 'later') return undefined;
  return (await deliverClaimed(workspaceId, claimed, { ...deps, mustPing: true })).state;
}

/** Handles the messages whose sender stopped before it recorded an outcome. */
async function handleExpired(data: WorkspaceData, { clock, metrics }: OutboxDeps): Promise<void> {
  const now = clock.now();
  data.audit.actAs('recert', now);
  for (const message of await data.outbox.expireLeases(now)) {
    if (isRepeatable(message)) {
      await data.outbox.resend(message.messageId, now);
      continue;
    }
    metrics?.countMessage(message.purpose, 'unknown');
    await handleUndelivered(message, { state: 'unknown', reason: 'interrupted' }, { data, now });
  }
}

async function claim(
  data: WorkspaceData,
  deps: OutboxDeps,
  messageId?: string,
): Promise<ClaimedMessage | 'later' | undefined> {
  const now = deps.clock.now();
  const message = await data.outbox.claimNext(now, messageId);
  if (message === undefined) return undefined;
  if (isPrivateNotification(message) && (await isPostponed(message, data, now))) return 'later';
  if (message.fileId) return claimWithFile(message, data, deps);
  if (!message.follows) return { message };
  const first = await data.outbox.get(message.follows);
  // A person who said that the first message arrived doesn't know its id, so what belongs to it is posted beside it.
  if (first?.state === 'sent') return { message, thread: first.message ?? undefined };
  // Details are only useful with their digest.
  await data.outbox.recordOutcome(message.messageId, { state: 'withdrawn', reason: 'alone' }, now);
  return 'later';
}

/** Whether a message to a person isn't an answer to something they asked for. */
function isPrivateNotification({ purpose, personId, teamId }: OutboxMessage): boolean {
  return Boolean(personId) && !teamId && (purpose === 'nudge' || purpose === 'notice');
}

/** Postpones a message to a person outside their contact hours, and withdraws one to a person who has left. */
async function isPostponed(message: OutboxMessage, data: WorkspaceData, now: Date): Promise<boolean> {
  const { messageId, key } = message;
  const personId = message.personId ?? '';
  const person = (await data.people.get(personId)) ?? { zone: null, locale: null };
  const preferences = await data.preferences.of(personId);
  if (preferences.leftOn && !key.startsWith('left ')) {
    await data.outbox.recordOutcome(messageId, { state: 'withdrawn', reason: 'left' }, now);
    await data.nudges.withdraw(key, 'left');
    return true;
  }
  const contactHours = contactHoursOf(withPreferences(person, preferences), preferences, data.workspace);
  if (isWithinContactHours(contactHours, now)) return false;
  await data.outbox.recordOutcome(messageId, { state: 'planned', dueAt: nextContactTime(contactHours, now) }, now);
  return true;
}

async function claimWithFile(
  message: OutboxMessage,
  data: WorkspaceData,
  { clock, publicUrl }: OutboxDeps,
): Promise<ClaimedMessage | 'later'> {
  const { personId, fileId, messageId } = message;
  const now = clock.now();
  const stored = personId && fileId ? await data.files.get(personId, fileId, now) : undefined;
  if (stored === undefined) {
    await data.outbox.recordOutcome(messageId, { state: 'withdrawn', reason: 'gone' }, now);
    return 'later';
  }
  const words = await wordsForPerson(stored.personId, data);
  if (publicUrl === undefined) return { message, file: toOutgoingFile(stored, words) };
  const secret = await data.files.openLink(stored.fileId, now);
  const link = fileLink(publicUrl, { workspaceId: data.workspace.workspaceId, id: stored.fileId, secret });
  return { message, file: toOutgoingFile(stored, words, link) };
}

async function deliverClaimed(
  workspaceId: string,
  claimed: ClaimedMessage,
  deps: OutboxDeps & { readonly mustPing?: boolean },
): Promise<DeliveryOutcome> {
  const { message } = claimed;
  const about = { purpose: message.purpose, platform: message.place.platform, 'message.id': message.messageId };
  const sent = await inSpan('send message', about, () => send(claimed, deps));
  const outcome = outcomeOf(message, sent, deps.clock.now());
  await recordOutcome(workspaceId, { message, sent, outcome }, deps);
  return outcome;
}

async function send(
  { message, thread, file }: ClaimedMessage,
  { adapters, log, mustPing }: OutboxDeps & { readonly mustPing?: boolean },
): Promise<DeliveryResult> {
  const { card, messageId } = message;
  const connected = findAdapter(message.place, adapters);
  if (connected === undefined) return { kind: 'busy', reason: 'not connected' };
  const { adapter, place } = connected;
  try {
    if (!isCard(card)) throw new Error(`The message ${messageId} has no card.`);
    const unreachable = mustPing && !isRepeatable(message) ? await adapter.ping?.(place) : undefined;
    if (unreachable !== undefined) return unreachable;
    if (file !== undefined) return await adapter.deliver(place, file, card);
    if (message.message) {
      const updated = await adapter.update(place, message.message, card);
      // An answer that can't replace the message it belongs to is posted below it.
      if (updated.kind !== 'refused' || message.purpose !== 'answer') return updated;
    }
    return await adapter.post(place, card, { key: messageId, thread });
  } catch (error) {
    log.error('An adapter failed while sending.', { message: messageId, error });
    return { kind: 'unknown', reason: 'failed' };
  }
}

/** Whether a stored value is a card. Its blocks were written by a view and aren't checked again. */
function isCard(stored: unknown): stored is Card {
  return typeof stored === 'object' && stored !== null && 'blocks' in stored && Array.isArray(stored.blocks);
}

/** Posts the digests of a team in the place where that was announced. */
async function moveToAnnouncedPlace({ purpose, teamId, place, plannedAt }: OutboxMessage, { teams }: WorkspaceData) {
  if (purpose === 'notice' && teamId) await teams.set(teamId, { place, digestSince: plannedAt, lastError: '' });
}

interface Attempt {
  readonly message: OutboxMessage;
  readonly sent: DeliveryResult;
  readonly outcome: DeliveryOutcome;
}

async function recordOutcome(
  workspaceId: string,
  { message, sent, outcome }: Attempt,
  { store, clock, log, metrics }: OutboxDeps,
): Promise<void> {
  const now = clock.now();
  const { messageId, purpose, fileId, personId, tries, dueAt } = message;
  await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('recert', now);
    if (!(await data.outbox.recordOutcome(messageId, outcome, now))) return;
    await handleUndelivered(message, outcome, { data, now });
    if (outcome.state === 'sent') await moveToAnnouncedPlace(message, data);
    if (!fileId || !personId) return;
    if (sent.kind === 'sent') await data.files.delete(personId, fileId);
    if (sent.kind === 'waiting' && sent.for === 'link') await data.files.keepForLink(fileId, now);
  });
  const { state, reason } = outcome;
  metrics?.countMessage(purpose, state, state === 'sent' ? now.getTime() - dueAt.getTime() : undefined);
  // A message that waits for a day isn't a line in the log every five minutes.
  if (state !== 'sent' && (tries & (tries - 1)) === 0)
    log.warn('A message was not sent.', { workspaceId, messageId, purpose, state, tries, reason });
}
