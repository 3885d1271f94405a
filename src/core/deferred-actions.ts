import type { Card } from '../chat/card.ts';
import { failureReference } from '../chat/request-id.ts';
import type { DeferredAction, PrintedDocument } from '../commands/effects.ts';
import type { FairSlots } from '../limits/fair-slots.ts';
import type { FetchOptions } from '../opportunities/fetch-source.ts';
import type { Scope } from '../services/data-with-catalogue.ts';
import {
  type DeferredTask,
  deliverBytes,
  prepareAnswer,
  prepareDelivery,
  type Recipient,
  sendAnswer,
  sendNow,
} from '../services/notifications/delivery.ts';
import { refreshAndAnswer } from '../services/notifications/refresh-and-answer.ts';
import { syncTeamWithGroup } from '../services/notifications/sync-team-with-group.ts';
import { deliverPack } from '../services/portability/deliver-pack.ts';
import { importFile } from '../services/portability/import-file.ts';
import { readFileBytes } from '../services/read-file-bytes.ts';
import { Refusal } from '../services/refusal.ts';
import { makeReports, planReport, type ReportDeps } from '../services/reports/make-report.ts';
import type { WorkspaceLimits } from '../settings/workspace-limits.ts';
import type { ImportOptions } from '../sheets/import-options.ts';
import { type ProofFileName, sha256Of } from '../store/evidence/proofs.ts';
import { exportFileCard } from '../views/portability/file-card.ts';
import { groupSyncCard } from '../views/teams/team-cards.ts';
import { lineCard } from '../views/text-card.ts';

/** What deferred actions need. */
export interface ActionDeps extends ReportDeps {
  /** What one workspace may use; without it, as much as there is. */
  readonly workspaceLimits?: WorkspaceLimits;
  /** The imports that run at the same time, shared fairly by workspace. */
  readonly importSlots?: FairSlots;
  /** Options for fetching opportunity sources, for tests. */
  readonly fetching?: FetchOptions;
}

/** Prepares, inside the transaction of a command, the actions it deferred; the tasks run after the commit, in the same order. */
export async function prepareActions(
  actions: readonly DeferredAction[],
  scope: Scope,
  deps: ActionDeps,
): Promise<readonly DeferredTask[]> {
  const tasks: DeferredTask[] = [];
  for (const action of actions) tasks.push(await prepareAction(action, scope, deps));
  return tasks;
}

async function prepareAction(action: DeferredAction, scope: Scope, deps: ActionDeps): Promise<DeferredTask> {
  const { data } = scope;
  const { workspaceId } = data.workspace;
  const recipient = recipientOf(scope);
  switch (action.kind) {
    case 'notify':
      return prepareAnswer({ card: action.card, recipient: { ...recipient, ...action } }, data, deps);
    case 'send-message':
      return async () => void (await sendNow(workspaceId, action.messageId, deps));
    case 'deliver-file':
      return prepareDelivery({ ...action, recipient }, data, deps);
    case 'deliver-proof':
      return () => deliverProof(action, scope, deps);
    case 'print':
      return () => print(action.document, scope, deps);
    case 'make-report':
      await refuseTooManyReports(scope, deps);
      await planReport({ ...recipient, request: action.request }, data, scope.request.now);
      return () => makeReports(workspaceId, deps);
    case 'make-pack':
      return () => deliverPack(action.request, { requester: recipient, workspaceId }, deps);
    case 'import-file':
      refuseTooManyImports(scope, deps);
      return () => importInTurn(action, scope, deps);
    case 'refresh-sources': {
      const zone = scope.request.person.zone ?? data.workspace.zone;
      return () => refreshAndAnswer({ ...action, workspaceId, recipient, zone }, deps);
    }
    case 'sync-team':
      return () => syncTeam(action.teamId, scope, deps);
  }
}

/** Throws `Refusal` if the workspace has as many reports as it may that are not made yet. */
async function refuseTooManyReports({ request: { words }, data }: Scope, { workspaceLimits }: ActionDeps) {
  if (workspaceLimits === undefined) return;
  const { reports: max } = workspaceLimits;
  if ((await data.reports.countUnfinished()) >= max) throw new Refusal(words.failure.tooManyReports(max));
}

/** Throws `Refusal` if the workspace has as many imports as it may that run or wait in this process. */
function refuseTooManyImports({ request: { words }, data }: Scope, { workspaceLimits, importSlots }: ActionDeps) {
  if (workspaceLimits === undefined || importSlots === undefined) return;
  const { imports: max } = workspaceLimits;
  if (importSlots.countOf(data.workspace.workspaceId) >= max) throw new Refusal(words.failure.tooManyImports(max));
}

/** Returns the person who asked, with their private chat. */
function recipientOf({ request: { person, direct, place, words } }: Scope): Recipient {
  return { personId: person.personId, to: direct ?? place, words };
}

async function syncTeam(teamId: string, scope: Scope, deps: ActionDeps): Promise<void> {
  const { workspaceId } = scope.data.workspace;
  const recipient = recipientOf(scope);
  try {
    const followed = await syncTeamWithGroup(workspaceId, teamId, deps);
    if (followed !== undefined)
      await sendAnswer(workspaceId, { recipient, card: groupSyncCard(followed, recipient.words) }, deps);
  } catch (error) {
    deps.log.error("Reading a team's group failed.", { workspaceId, teamId, error });
    const card = groupSyncCard({ kind: 'failed', team: '', reason: '' }, recipient.words);
    await sendAnswer(workspaceId, { recipient, card }, deps);
  }
}

/** Imports a file when it is the workspace's turn. */
async function importInTurn(file: StoredTable, scope: Scope, deps: ActionDeps): Promise<void> {
  const release = await deps.importSlots?.acquire(scope.data.workspace.workspaceId);
  try {
    await importTable(file, scope, deps);
  } finally {
    release?.();
  }
}

interface StoredTable {
  readonly fileId: string;
  readonly options: ImportOptions;
}

/** Imports a file and sends the result to the person who asked. A failed import changes nothing. */
async function importTable({ fileId, options }: StoredTable, scope: Scope, deps: ActionDeps): Promise<void> {
  const recipient = recipientOf(scope);
  const { words } = recipient;
  const { title } = words.import;
  const { workspaceId } = scope.data.workspace;
  const { lines, rest } = await importFile({ fileId, options }, scope, deps).catch((error) => {
    deps.log.error('Importing a file failed.', { fileId, error });
    return { lines: [words.failure.text(fileId.slice(0, 8))], rest: undefined };
  });
  const card: Card = { title, blocks: lines.map((text) => ({ kind: 'text', text })) };
  await sendAnswer(workspaceId, { recipient, card }, deps);
  if (rest === undefined) return;
  const name = words.import.handedBackFile(scope.request.today);
  const file = { command: 'export', name, type: 'text/csv; charset=utf-8', bytes: rest } as const;
  await deliverBytes(file, { card: exportFileCard(words.import.handedBackTitle), recipient, workspaceId }, deps);
}

interface ProofDelivery {
  readonly file: ProofFileName;
  readonly card: Card;
}

/** Delivers the file of a proof from the database or the file store. */
async function deliverProof({ file, card }: ProofDelivery, scope: Scope, deps: ActionDeps): Promise<void> {
  const { store, fileStore, log } = deps;
  const { workspaceId } = scope.data.workspace;
  const recipient = recipientOf(scope);
  try {
    const bytes = await store.inWorkspace(workspaceId, (data) => readFileBytes(file.fileId, data, fileStore));
    if (bytes === undefined || sha256Of(bytes) !== file.sha256)
      throw new Error(`The bytes of the proof ${file.fileId} are missing or changed.`);
    const { name, type } = file;
    await deliverBytes({ command: 'export', name, type, bytes }, { card, recipient, workspaceId }, deps);
  } catch (error) {
    log.error('Delivering a proof file failed.', { file: file.fileId, error });
    const { title, text } = recipient.words.failure;
    await sendAnswer(workspaceId, { recipient, card: lineCard(title, text(file.fileId.slice(0, 8))) }, deps);
  }
}

/** Prints a document and delivers it; without a browser, says so. */
async function print({ html, name, command, card }: PrintedDocument, scope: Scope, deps: ActionDeps): Promise<void> {
  const { workspaceId } = scope.data.workspace;
  const recipient = recipientOf(scope);
  const { words } = recipient;
  const { noBrowser } = words.report;
  try {
    if (deps.print === undefined)
      return await sendAnswer(workspaceId, { recipient, card: lineCard(card.title, noBrowser) }, deps);
    const file = { command, name, type: 'application/pdf', bytes: await deps.print(html) };
    await deliverBytes(file, { card, recipient, workspaceId }, deps);
  } catch (error) {
    const reference = failureReference();
    deps.log.error('PrintContext or delivering a document failed.', { reference, error });
    const isMissing = error instanceof Error && error.name === 'NoBrowser';
    const problem = lineCard(card.title, isMissing ? noBrowser : words.failure.text(reference));
    await sendAnswer(workspaceId, { recipient, card: problem }, deps);
  }
}
