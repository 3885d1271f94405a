import type { Card } from '../chat/card.ts';
import type { ChatAdapter, OutgoingFile, Place } from '../chat/interaction.ts';
import { withLanguage } from '../chat/platform-phrases.ts';
import type { Clock, Log } from '../ports.ts';
import type { NewFile } from '../store/portability/outgoing-files.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { Words } from '../strings/index.ts';
import { fileLink, toOutgoingFile } from './outgoing-files.ts';

/** What is done once the effect of a command is kept. Nobody waits for it, and it never throws. */
export type DeferredTask = () => Promise<void>;

/** What bringing something to somebody needs. */
export interface DeliveryDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters?: readonly ChatAdapter[];
  /** Where recert can be reached from everywhere, without a path. */
  readonly publicUrl?: string;
}

/** To whom something is brought, and where they alone are told something. */
export interface Recipient {
  readonly personId: string;
  readonly to: Place;
  readonly words: Words;
}

/** Makes a kept file ready to be brought; what is returned brings it. Throws where there is no such file. */
export async function prepareDelivery(
  { fileId, card }: { readonly fileId: string; readonly card: Card },
  { personId, to, words }: Recipient,
  data: WorkspaceData,
  deps: DeliveryDeps,
): Promise<DeferredTask> {
  const now = deps.clock.now();
  const stored = await data.files.get(personId, fileId, now);
  if (stored === undefined) throw new Error('The file to deliver is missing.');
  const { workspaceId } = data.workspace;
  const { publicUrl } = deps;
  const secret = publicUrl === undefined ? '' : await data.files.openLink(fileId, now);
  const link = publicUrl === undefined ? undefined : fileLink(publicUrl, workspaceId, fileId, secret);
  const file = toOutgoingFile(stored, words, link);
  return () => deliver({ to, file, card: withLanguage(card, words.language), workspaceId, personId }, deps);
}

/** To whom bytes are delivered. */
export interface BytesDelivery {
  readonly recipient: Recipient;
  readonly workspaceId: string;
  /** Written in the same transaction as the file. */
  readonly alongside?: (data: WorkspaceData) => void;
}

/** Stores bytes as a file and delivers it, with a card that says what it is. */
export async function deliverBytes(
  file: Pick<NewFile, 'command' | 'name' | 'type' | 'bytes'>,
  card: Card,
  { recipient, workspaceId, alongside = () => {} }: BytesDelivery,
  deps: DeliveryDeps,
): Promise<void> {
  const { store, clock } = deps;
  const task = await store.inWorkspace(
    workspaceId,
    async (data) => {
      alongside(data);
      const fileId = await data.files.add({ ...file, personId: recipient.personId }, clock.now());
      return prepareDelivery({ fileId, card }, recipient, data, deps);
    },
    { isPatient: true },
  );
  await task();
}

/** Tells somebody something; where that fails, the log says so. */
export async function notify(
  to: Place,
  card: Card,
  { adapters = [], log }: Pick<DeliveryDeps, 'adapters' | 'log'>,
): Promise<void> {
  const adapter = adapters.find((one) => one.platform === to.platform);
  const sent = (await adapter?.post(to, card)) ?? { kind: 'refused', reason: 'not connected' };
  if (sent.kind === 'sent') return;
  const { kind: outcome, reason } = sent;
  log.warn('A message could not be delivered.', { platform: to.platform, outcome, reason });
}

interface Delivery {
  readonly to: Place;
  readonly file: OutgoingFile;
  readonly card: Card;
  readonly workspaceId: string;
  readonly personId: string;
}

async function deliver({ to, file, card, workspaceId, personId }: Delivery, deps: DeliveryDeps): Promise<void> {
  const { adapters = [], store, clock, log } = deps;
  const adapter = adapters.find((one) => one.platform === to.platform);
  try {
    const delivered = (await adapter?.deliver(to, file, card)) ?? { kind: 'refused', reason: 'not connected' };
    switch (delivered.kind) {
      case 'sent':
        return await store.inWorkspace(workspaceId, ({ files }) => files.delete(personId, file.id));
      case 'waiting':
        if (delivered.for === 'link')
          await store.inWorkspace(workspaceId, ({ files }) => files.keepForLink(file.id, clock.now()));
        return;
      case 'refused':
      case 'busy':
      case 'unknown':
        log.warn('A file could not be delivered.', {
          platform: to.platform,
          outcome: delivered.kind,
          reason: delivered.reason,
        });
        return await notify(to, file.failureCard, deps);
    }
  } catch (error) {
    log.error('Recording the delivery of a file failed.', { file: file.id, error });
  }
}
