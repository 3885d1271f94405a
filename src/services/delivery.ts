import type { Card } from '../chat/card.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import type { OutgoingFile } from '../chat/outgoing-file.ts';
import { withLanguage } from '../chat/platform-phrases.ts';
import type { Clock, Log } from '../ports.ts';
import type { StoredPlace } from '../store/account/directory-entities.ts';
import type { NewFile } from '../store/portability/outgoing-files.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { Words } from '../strings/index.ts';
import { findAdapter } from './find-adapter.ts';
import { fileLink, toOutgoingFile } from './outgoing-files.ts';

/** Work that runs after the commit of a command. It never throws. */
export type DeferredTask = () => Promise<void>;

/** What delivering a file or a message needs. */
export interface DeliveryDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters?: readonly ChatAdapter[];
  /** The public address of recert, without a path. */
  readonly publicUrl?: string;
}

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

/** Reads a stored file and returns the task that delivers it. Throws when the file doesn't exist. */
export async function prepareDelivery(
  { fileId, card, recipient }: StoredFileDelivery,
  data: WorkspaceData,
  deps: DeliveryDeps,
): Promise<DeferredTask> {
  const { personId, to, words } = recipient;
  const now = deps.clock.now();
  const stored = await data.files.get(personId, fileId, now);
  if (stored === undefined) throw new Error('The file to deliver is missing.');
  const { workspaceId } = data.workspace;
  const { publicUrl } = deps;
  const link =
    publicUrl === undefined
      ? undefined
      : fileLink(publicUrl, { workspaceId, id: fileId, secret: await data.files.openLink(fileId, now) });
  const file = toOutgoingFile(stored, words, link);
  return () => deliver({ to, file, card: withLanguage(card, words.language), workspaceId, personId }, deps);
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

/** Posts a card; a failure is logged. */
export async function notify(
  to: StoredPlace,
  card: Card,
  { adapters, log }: Pick<DeliveryDeps, 'adapters' | 'log'>,
): Promise<void> {
  const connected = findAdapter(to, adapters);
  const sent = (await connected?.adapter.post(connected.place, card)) ?? { kind: 'refused', reason: 'not connected' };
  if (sent.kind === 'sent') return;
  const { kind: outcome, reason } = sent;
  log.warn('A message could not be delivered.', { platform: to.platform, outcome, reason });
}

interface Delivery {
  readonly to: StoredPlace;
  readonly file: OutgoingFile;
  readonly card: Card;
  readonly workspaceId: string;
  readonly personId: string;
}

async function deliver({ to, file, card, workspaceId, personId }: Delivery, deps: DeliveryDeps): Promise<void> {
  const { adapters, store, clock, log } = deps;
  const connected = findAdapter(to, adapters);
  try {
    const delivered = (await connected?.adapter.deliver(connected.place, file, card)) ?? {
      kind: 'refused',
      reason: 'not connected',
    };
    switch (delivered.kind) {
      case 'sent':
        return await store.inWorkspace(workspaceId, ({ files }) => files.delete(personId, file.id));
      case 'waiting':
        if (delivered.for === 'link')
          await store.inWorkspace(workspaceId, ({ files }) => files.keepForLink(file.id, clock.now()));
        return;
      case 'refused':
      case 'busy':
      case 'unknown': {
        const { kind: outcome, reason } = delivered;
        log.warn('A file could not be delivered.', { platform: to.platform, outcome, reason });
        return await notify(to, file.failureCard, deps);
      }
    }
  } catch (error) {
    log.error('Recording the delivery of a file failed.', { file: file.id, error });
  }
}
