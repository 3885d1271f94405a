import type { Card } from '../chat/card.ts';
import type { ChatAdapter, OutgoingFile, Place } from '../chat/interaction.ts';
import type { Context } from '../commands/command.ts';
import type { FetchManners } from '../opportunities/fetch-source.ts';
import type { Clock, Log } from '../ports.ts';
import type { SaidOfTable } from '../sheets/said.ts';
import { hashOf, type ProofFileName } from '../store/proofs.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import { followedCard } from '../views/team-cards.ts';
import { bytesOf } from './file-bytes.ts';
import { linkTo, outgoing } from './files.ts';
import { followGroup } from './follow-group.ts';
import { refreshSource } from './refresh-source.ts';
import { takeTable } from './take-table.ts';

/** What is done once the effect of a command is kept. Nobody waits for it, and it never throws. */
export type Task = () => Promise<void>;

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters?: readonly ChatAdapter[];
  readonly publicUrl?: string;
  readonly vault?: Vault;
  /** How sources of opportunities are fetched, where that is not as usual. */
  readonly fetching?: FetchManners;
}

type Scope = Pick<Context, 'interaction' | 'person' | 'data' | 'words' | 'now' | 'today' | 'catalogue'>;

/** Adds to `tasks` what a command wants told and brought; nothing of it happens before the command's effect is kept. */
export function putOff(
  tasks: Task[],
  scope: Scope,
  parts: Parts,
): Pick<Context, 'tell' | 'deliver' | 'bring' | 'refresh' | 'follow' | 'importLater'> {
  return {
    tell: (to, card) => void tasks.push(() => tell(to, card, parts)),
    deliver: async (fileId, card) => void tasks.push(await delivery(fileId, card, scope, parts)),
    bring: (file, card) => void tasks.push(() => bring(file, card, scope, parts)),
    follow: (teamId) => void tasks.push(() => follow(teamId, scope, parts)),
    importLater: (fileId, said) => void tasks.push(() => importTable(fileId, said, scope, parts)),
    refresh: (sourceId) => void tasks.push(() => refresh(sourceId, scope, parts)),
  };
}

async function refresh(sourceId: string, { data }: Scope, parts: Parts): Promise<void> {
  const { workspaceId } = data.workspace;
  await refreshSource(workspaceId, sourceId, parts).catch((error) =>
    parts.log.error('A source of opportunities could not be refreshed.', { workspaceId, sourceId, error }),
  );
}

async function follow(teamId: string, { data, words, interaction }: Scope, parts: Parts): Promise<void> {
  const { workspaceId } = data.workspace;
  const to = interaction.direct ?? interaction.place;
  try {
    const followed = await followGroup(workspaceId, teamId, parts);
    if (followed !== undefined) await tell(to, followedCard(followed, words), parts);
  } catch (error) {
    parts.log.error('The group of a team could not be read.', { workspaceId, teamId, error });
    await tell(to, followedCard({ kind: 'failed', team: '', reason: '' }, words), parts);
  }
}

/** Takes a long table, and tells whoever sent it what came of it; what fails has changed nothing. */
async function importTable(fileId: string, said: SaidOfTable, scope: Scope, parts: Parts): Promise<void> {
  const { title } = scope.words.import;
  const lines = await takeTable(fileId, said, scope, parts).catch((error) => {
    parts.log.error('A table could not be taken.', { fileId, error });
    return [scope.words.failure.text(fileId.slice(0, 8))];
  });
  const card: Card = { title, blocks: lines.map((text) => ({ kind: 'text', text })) };
  await tell(scope.interaction.direct ?? scope.interaction.place, card, parts);
}

async function delivery(
  fileId: string,
  card: Card,
  { interaction, person, data, words, now }: Scope,
  parts: Parts,
): Promise<Task> {
  const kept = await data.files.get(person.personId, fileId, now);
  if (kept === undefined) throw new Error('A file was to be delivered that is not there.');
  const { workspaceId } = data.workspace;
  const { publicUrl } = parts;
  const secret = publicUrl === undefined ? '' : await data.files.openLink(fileId, now);
  const link = publicUrl === undefined ? undefined : linkTo(publicUrl, workspaceId, fileId, secret);
  const file = outgoing(kept, words, link);
  const to = interaction.direct ?? interaction.place;
  return () => deliver({ to, file, card, workspaceId, personId: person.personId }, parts);
}

/** Fetches the bytes of a proof from where they are kept, and delivers them as any other file. */
async function bring(file: ProofFileName, card: Card, scope: Scope, parts: Parts): Promise<void> {
  const { store, vault, log } = parts;
  const { workspaceId } = scope.data.workspace;
  const { personId } = scope.person;
  try {
    const bytes = await store.inWorkspace(workspaceId, (data) => bytesOf(file.fileId, data, vault));
    if (bytes === undefined || hashOf(bytes) !== file.sha256)
      throw new Error(`The bytes of the proof ${file.fileId} are not there, or not those that came.`);
    const { name, type } = file;
    const task = await store.inWorkspace(workspaceId, async (data) => {
      const fileId = await data.files.add({ personId, command: 'export', name, type, bytes }, scope.now);
      return delivery(fileId, card, { ...scope, data }, parts);
    });
    await task();
  } catch (error) {
    log.error('A proof could not be brought.', { file: file.fileId, error });
    const { title, text } = scope.words.failure;
    const sorry: Card = { title, blocks: [{ kind: 'text', text: text(file.fileId.slice(0, 8)) }] };
    await tell(scope.interaction.direct ?? scope.interaction.place, sorry, parts);
  }
}

/** Says something in a place while a command runs: what it does next depends on whether that may be said there. */
export function sayNow({ adapters = [] }: Pick<Parts, 'adapters'>): Context['say'] {
  return async (to, card) => {
    const adapter = adapters.find((one) => one.platform === to.platform);
    return (await adapter?.post(to, card)) ?? { kind: 'refused', reason: 'not connected' };
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
