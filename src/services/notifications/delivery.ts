import { randomUUID } from 'node:crypto';
import type { Card } from '../../chat/card.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import type { StoredPlace } from '../../store/account/directory-entities.ts';
import type { MessageState } from '../../store/notifications/notification-entities.ts';
import type { NewFile } from '../../store/portability/outgoing-files.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { type OutboxDeps, sendMessage, sendOutbox } from './send-outbox.ts';

/** Work that runs after the commit of a command. It never throws. */
export type DeferredTask = () => Promise<void>;

/** What delivering a file or a message needs. */
export type DeliveryDeps = OutboxDeps;

/** The person who gets a file or a message, and their private conversation. */
export interface Recipient {
  readonly personId: string;
  readonly to: StoredPlace;
  readonly words: Words;
}

/** A stored file to deliver, with the card that is posted with it. */
interface StoredFileDelivery {
  readonly fileId: string;
  readonly card: Card;
  readonly recipient: Recipient;
}

/** Plans the delivery of a stored file; returns the id of its message, or undefined if it was planned before. */
export async function planFile(
  { fileId, card, recipient: { personId, to, words } }: StoredFileDelivery,
  data: WorkspaceData,
  now: Date,
): Promise<string | undefined> {
  const about = { purpose: 'file', place: to, card: withLanguage(card, words.language), personId, fileId } as const;
  return planMessage({ ...about, key: `file ${fileId}` }, data, now);
}

/** Plans the delivery of a stored file, again if it was planned before, and returns the task that delivers it. */
export async function prepareDelivery(
  delivery: StoredFileDelivery,
  data: WorkspaceData,
  deps: DeliveryDeps,
): Promise<DeferredTask> {
  const now = deps.clock.now();
  const { fileId, card, recipient } = delivery;
  const again = { fileId, card: withLanguage(card, recipient.words.language) };
  const messageId = (await planFile(delivery, data, now)) ?? (await data.outbox.resendFile(again, now));
  const { workspaceId } = data.workspace;
  return async () => void (await sendNow(workspaceId, messageId, deps));
}

/** How bytes are delivered: to whom, and with which card. */
export interface BytesDelivery {
  readonly card: Card;
  readonly recipient: Recipient;
  readonly workspaceId: string;
  /** Runs in the transaction that stores the file. */
  readonly alongside?: (data: WorkspaceData) => void;
}

/** Stores bytes as a file and delivers it. */
export async function deliverBytes(
  file: Pick<NewFile, 'command' | 'name' | 'type' | 'bytes'>,
  { card, recipient, workspaceId, alongside = () => {} }: BytesDelivery,
  deps: DeliveryDeps,
): Promise<void> {
  const { store, clock } = deps;
  const task = await store.inWorkspace(
    workspaceId,
    async (data) => {
      alongside(data);
      const fileId = await data.files.add({ ...file, personId: recipient.personId }, clock.now());
      return prepareDelivery({ fileId, card, recipient }, data, deps);
    },
    { isPatient: true },
  );
  await task();
}

/** What a person is told after they asked for something. */
export interface Answer {
  readonly recipient: Recipient;
  readonly card: Card;
  /** The platform's id of the message it replaces. */
  readonly replaces?: string | undefined;
}

/** Plans an answer and returns the task that sends it. */
export async function prepareAnswer(
  { recipient: { personId, to, words }, card, replaces }: Answer,
  data: WorkspaceData,
  deps: DeliveryDeps,
): Promise<DeferredTask> {
  const about = { purpose: 'answer', place: to, card: withLanguage(card, words.language), personId } as const;
  const message = { ...about, key: `answer ${randomUUID()}`, ...(replaces === undefined ? {} : { replaces }) };
  const messageId = await planMessage(message, data, deps.clock.now());
  const { workspaceId } = data.workspace;
  return async () => void (messageId && (await sendNow(workspaceId, messageId, deps)));
}

/** Answers a person; what the platform doesn't take now is sent later. Never throws. */
export async function sendAnswer(workspaceId: string, answer: Answer, deps: DeliveryDeps): Promise<void> {
  try {
    const task = await deps.store.inWorkspace(workspaceId, (data) => prepareAnswer(answer, data, deps));
    await task();
  } catch (error) {
    deps.log.error('Planning an answer failed.', { workspaceId, error });
  }
}

/** Sends a planned message and returns its state, if it was its turn. If that fails, the notification loop sends it. Never throws. */
export async function sendNow(
  workspaceId: string,
  messageId: string,
  deps: DeliveryDeps,
): Promise<MessageState | undefined> {
  try {
    const state = await sendMessage(workspaceId, messageId, deps);
    // What the person is told about a file that failed.
    if (state === 'failed' || state === 'unknown') await sendOutbox(workspaceId, deps);
    return state;
  } catch (error) {
    deps.log.error('Sending a message failed; retrying.', { workspaceId, messageId, error });
    return undefined;
  }
}

/** When the notification loop looks after a message that is sent at once, in milliseconds. */
const RETRY_MS = 15_000;

/** Plans a message that is sent at once, and lets the notification loop look after it. */
async function planMessage(
  message: Parameters<WorkspaceData['outbox']['plan']>[0],
  { outbox, schedule, workspace }: WorkspaceData,
  now: Date,
): Promise<string | undefined> {
  await schedule.scheduleNoLaterThan(workspace.workspaceId, new Date(now.getTime() + RETRY_MS));
  return outbox.plan(message, now);
}
