import { randomUUID } from 'node:crypto';
import type { Card } from '../chat/card.ts';
import type { Context, PrintedDocument } from '../commands/command.ts';
import type { FetchOptions } from '../opportunities/fetch-source.ts';
import { type DeferredTask, deliverBytes, notify, prepareDelivery, type Recipient } from '../services/delivery.ts';
import { readFileBytes } from '../services/file-bytes.ts';
import { syncTeamWithGroup } from '../services/notifications/sync-team-with-group.ts';
import { refreshSource } from '../services/opportunities/refresh-source.ts';
import { deliverPack } from '../services/portability/deliver-pack.ts';
import { importFile } from '../services/portability/import-file.ts';
import { makeReports, planReport, type ReportDeps } from '../services/reports/make-report.ts';
import type { ImportOptions } from '../sheets/import-options.ts';
import { type ProofFileName, sha256Of } from '../store/evidence/proofs.ts';
import { lineCard } from '../views/evidence/ask-card.ts';
import { groupSyncCard } from '../views/teams/team-cards.ts';

interface Parts extends ReportDeps {
  /** How sources of opportunities are fetched, where that is not as usual. */
  readonly fetching?: FetchOptions;
}

/** Where whoever asked is told something alone. */
function receiverIn({ interaction, person, words }: Scope): Recipient {
  return { personId: person.personId, to: interaction.direct ?? interaction.place, words };
}

type Scope = Pick<Context, 'interaction' | 'person' | 'data' | 'words' | 'now' | 'today' | 'catalogue'>;

/** Adds to `tasks` what a command wants told and brought; nothing of it happens before the command's effect is kept. */
export function deferredEffects(
  tasks: DeferredTask[],
  scope: Scope,
  parts: Parts,
): Pick<Context, 'tell' | 'deliver' | 'bring' | 'refresh' | 'follow' | 'importLater' | 'report' | 'pack' | 'print'> {
  return {
    tell: (to, card) => void tasks.push(() => notify(to, card, parts)),
    deliver: async (fileId, card) =>
      void tasks.push(await prepareDelivery(fileId, card, receiverIn(scope), scope.data, parts)),
    bring: (file, card) => void tasks.push(() => deliverProof(file, card, scope, parts)),
    follow: (teamId) => void tasks.push(() => syncTeam(teamId, scope, parts)),
    importLater: (fileId, stated) => void tasks.push(() => importTable(fileId, stated, scope, parts)),
    report: async (request) => {
      const { personId, to } = receiverIn(scope);
      await planReport({ personId, to, request }, scope.data, scope.now);
      tasks.push(() => makeReports(scope.data.workspace.workspaceId, parts));
    },
    pack: (request) =>
      void tasks.push(() => deliverPack(request, receiverIn(scope), scope.data.workspace.workspaceId, parts)),
    print: (document) => void tasks.push(() => print(document, scope, parts)),
    refresh: (sourceId) => void tasks.push(() => refresh(sourceId, scope, parts)),
  };
}

async function refresh(sourceId: string, { data }: Scope, parts: Parts): Promise<void> {
  const { workspaceId } = data.workspace;
  await refreshSource(workspaceId, sourceId, parts).catch((error) =>
    parts.log.error('A source of opportunities could not be refreshed.', { workspaceId, sourceId, error }),
  );
}

async function syncTeam(teamId: string, { data, words, interaction }: Scope, parts: Parts): Promise<void> {
  const { workspaceId } = data.workspace;
  const to = interaction.direct ?? interaction.place;
  try {
    const followed = await syncTeamWithGroup(workspaceId, teamId, parts);
    if (followed !== undefined) await notify(to, groupSyncCard(followed, words), parts);
  } catch (error) {
    parts.log.error('The group of a team could not be read.', { workspaceId, teamId, error });
    await notify(to, groupSyncCard({ kind: 'failed', team: '', reason: '' }, words), parts);
  }
}

/** Takes a long table, and tells whoever sent it what came of it; what fails has changed nothing. */
async function importTable(fileId: string, stated: ImportOptions, scope: Scope, parts: Parts): Promise<void> {
  const { title } = scope.words.import;
  const lines = await importFile(fileId, stated, scope, parts).catch((error) => {
    parts.log.error('A table could not be taken.', { fileId, error });
    return [scope.words.failure.text(fileId.slice(0, 8))];
  });
  const card: Card = { title, blocks: lines.map((text) => ({ kind: 'text', text })) };
  await notify(scope.interaction.direct ?? scope.interaction.place, card, parts);
}

/** Brings a proof from where its bytes are kept. */
async function deliverProof(file: ProofFileName, card: Card, scope: Scope, parts: Parts): Promise<void> {
  const { store, fileStore, log } = parts;
  const { workspaceId } = scope.data.workspace;
  const receiver = receiverIn(scope);
  try {
    const bytes = await store.inWorkspace(workspaceId, (data) => readFileBytes(file.fileId, data, fileStore));
    if (bytes === undefined || sha256Of(bytes) !== file.sha256)
      throw new Error(`The bytes of the proof ${file.fileId} are not there, or not those that came.`);
    const { name, type } = file;
    await deliverBytes({ command: 'export', name, type, bytes }, card, { receiver, workspaceId }, parts);
  } catch (error) {
    log.error('A proof could not be brought.', { file: file.fileId, error });
    const { title, text } = scope.words.failure;
    await notify(receiver.to, lineCard(title, text(file.fileId.slice(0, 8))), parts);
  }
}

/** Prints a document and brings it; where nothing prints, says so. */
async function print({ html, name, command, card }: PrintedDocument, scope: Scope, parts: Parts): Promise<void> {
  const { workspaceId } = scope.data.workspace;
  const receiver = receiverIn(scope);
  const { to, words } = receiver;
  const { noBrowser } = words.report;
  try {
    if (parts.print === undefined) return await notify(to, lineCard(card.title, noBrowser), parts);
    const file = { command, name, type: 'application/pdf', bytes: await parts.print(html) };
    await deliverBytes(file, card, { receiver, workspaceId }, parts);
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    parts.log.error('A document could not be printed and brought.', { reference, error });
    const isMissing = error instanceof Error && error.name === 'NoBrowser';
    await notify(to, lineCard(card.title, isMissing ? noBrowser : words.failure.text(reference)), parts);
  }
}

/** Says something in a place while a command runs: what it does next depends on whether that may be said there. */
export function postNow({ adapters = [] }: Pick<Parts, 'adapters'>): Context['say'] {
  return async (to, card) => {
    const adapter = adapters.find((one) => one.platform === to.platform);
    return (await adapter?.post(to, card)) ?? { kind: 'refused', reason: 'not connected' };
  };
}
