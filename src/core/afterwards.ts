import type { Card } from '../chat/card.ts';
import type { ChatAdapter, OutgoingFile, Place } from '../chat/interaction.ts';
import type { Context } from '../commands/command.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { linkTo, outgoing } from './files.ts';

/** What is done once the effect of a command is kept. Nobody waits for it, and it never throws. */
export type Task = () => Promise<void>;

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters?: readonly ChatAdapter[];
  readonly publicUrl?: string;
}

type Scope = Pick<Context, 'interaction' | 'person' | 'data' | 'words' | 'now'>;

/** Adds to `tasks` what a command wants told and brought; nothing of it happens before the command's effect is kept. */
export function putOff(tasks: Task[], scope: Scope, parts: Parts): Pick<Context, 'tell' | 'deliver'> {
  return {
    tell: (to, card) => void tasks.push(() => tell(to, card, parts)),
    deliver: async (fileId, card) => {
      const { interaction, person, data, words, now } = scope;
      const kept = await data.files.get(person.personId, fileId, now);
      if (kept === undefined) throw new Error('A file was to be delivered that is not there.');
      const { workspaceId } = data.workspace;
      const { publicUrl } = parts;
      const secret = publicUrl === undefined ? '' : await data.files.openLink(fileId, now);
      const link = publicUrl === undefined ? undefined : linkTo(publicUrl, workspaceId, fileId, secret);
      const file = outgoing(kept, words, link);
      const to = interaction.direct ?? interaction.place;
      tasks.push(() => deliver({ to, file, card, workspaceId, personId: person.personId }, parts));
    },
  };
}

async function tell(to: Place, card: Card, { adapters = [], log }: Parts): Promise<void> {
  const adapter = adapters.find((one) => one.platform === to.platform);
  const sent = (await adapter?.post(to, card)) ?? { kind: 'refused', reason: 'not connected' };
  if (sent.kind === 'sent') return;
  const { kind: outcome, reason } = sent;
  log.warn('Somebody could not be told something.', { platform: to.platform, outcome, reason });
}

interface Delivery {
  readonly to: Place;
  readonly file: OutgoingFile;
  readonly card: Card;
  readonly workspaceId: string;
  readonly personId: string;
}

async function deliver({ to, file, card, workspaceId, personId }: Delivery, parts: Parts): Promise<void> {
  const { adapters = [], store, clock, log } = parts;
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
        return await tell(to, file.trouble, parts);
    }
  } catch (error) {
    log.error('What became of a file could not be noted.', { file: file.id, error });
  }
}
