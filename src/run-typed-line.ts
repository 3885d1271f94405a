import { writeFileSync } from 'node:fs';
import { runConversation } from '../adapters/terminal/conversation.ts';
import { terminalAdapter } from '../adapters/terminal/files.ts';
import { loadCatalogue } from './catalogue/index.ts';
import type { Interaction } from './chat/interaction.ts';
import type { Reply } from './chat/reply.ts';
import type { Config } from './config.ts';
import { createCore } from './core/dispatch.ts';
import type { FileStore } from './file-store/file-store.ts';
import { findMember, type NamedWorkspace } from './operator/named-workspace.ts';
import { outputPaths } from './operator/output-paths.ts';
import type { Clock, Log } from './ports.ts';
import { createPrinter } from './printer/printer.ts';
import { OpportunityIndexCache } from './services/opportunities/opportunity-index-cache.ts';
import type { Store } from './store/store.ts';

/** A line typed at a terminal, who types it, and where the files of the answer are written. */
export interface TypedLine {
  readonly as: string;
  readonly line: string;
  readonly pairs: readonly string[];
  readonly submits: boolean;
  readonly paths: readonly string[];
  readonly out: string | undefined;
}

/** The reply, with the files that were not sent and those that were delivered. */
export interface LineResult {
  readonly reply: Reply;
  readonly unsent: readonly string[];
  readonly delivered: readonly DeliveredFile[];
}

/** A delivered file, and the path it was to be written to. */
interface DeliveredFile {
  readonly name: string;
  readonly path?: string;
  readonly isWritten: boolean;
}

interface RunLineDeps {
  readonly store: Store;
  readonly config: Config;
  readonly fileStore: FileStore | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Runs a line in a core of its own, as a member of a workspace. */
export async function runLine(
  typed: TypedLine,
  workspace: NamedWorkspace,
  { store, config, fileStore, clock, log }: RunLineDeps,
): Promise<LineResult> {
  const from = await store.inWorkspace(workspace.workspaceId, (data) => findMember(typed.as, data));
  const delivered: DeliveredFile[] = [];
  const pathOf = outputPaths(typed.out);
  const terminal = terminalAdapter((file) => {
    const path = pathOf(file.name);
    const isWritten = path !== undefined && canWrite(path, file.bytes);
    delivered.push({ name: file.name, ...(path === undefined ? {} : { path }), isWritten });
    return isWritten;
  });
  const printer = createPrinter({ ...config.browser, log });
  const core = createCore({
    ...{ store, catalogue: loadCatalogue(), clock, log, adapters: [terminal], fileLimit: config.fileLimit },
    // The process ends with its answer, so nothing is built in the background.
    indexes: new OpportunityIndexCache(),
    print: printer.print,
    ...(fileStore === undefined ? {} : { fileStore }),
  });
  try {
    const place = { platform: 'terminal', tenant: from.tenant, address: '' } as const;
    const dispatch = (request: Omit<Interaction, 'from' | 'place'>) => core.dispatch({ ...request, from, place });
    const { line, pairs, submits, paths } = typed;
    const { reply, unsent } = await runConversation({ line, pairs, submits, paths }, dispatch);
    await core.idle();
    return { reply, unsent, delivered };
  } finally {
    await printer.close();
  }
}

function canWrite(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes);
    return true;
  } catch {
    return false;
  }
}
