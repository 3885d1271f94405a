import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { runConversation } from '../adapters/terminal/conversation.ts';
import { terminalAdapter } from '../adapters/terminal/files.ts';
import { loadCatalogue } from './catalogue/index.ts';
import type { Interaction, Reply } from './chat/interaction.ts';
import type { Config } from './config.ts';
import { createCore } from './core/dispatch.ts';
import type { FileStore } from './file-store/file-store.ts';
import { findMember, type NamedWorkspace } from './operator/workspace.ts';
import type { Clock, Log } from './ports.ts';
import { createPrinter } from './printer/printer.ts';
import type { Store } from './store/store.ts';

/** What is said at a terminal, as whom, and where files go that come with the answer. */
export interface SaidLine {
  readonly as: string;
  readonly line: string;
  readonly pairs: readonly string[];
  readonly submits: boolean;
  readonly paths: readonly string[];
  readonly out: string | undefined;
}

/** What came of it. */
export interface LineResult {
  readonly reply: Reply;
  readonly unsent: readonly string[];
  readonly brought: readonly DeliveredFile[];
}

/** A file that came, and where it should be written, if anywhere. */
export interface DeliveredFile {
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

/** Says a line to a core of its own, as a member of a workspace. */
export async function runLine(
  stated: SaidLine,
  workspace: NamedWorkspace,
  { store, config, fileStore, clock, log }: RunLineDeps,
): Promise<LineResult> {
  const from = await store.inWorkspace(workspace.workspaceId, (data) => findMember(stated.as, data));
  const archive: DeliveredFile[] = [];
  const terminal = terminalAdapter((file) => {
    const path = pathFor(file.name, stated.out);
    const isWritten = path !== undefined && wrote(path, file.bytes);
    archive.push({ name: file.name, ...(path === undefined ? {} : { path }), isWritten });
    return isWritten;
  });
  const printer = createPrinter({ ...config.browser, log });
  const core = createCore({
    ...{ store, catalogue: loadCatalogue(), clock, log, adapters: [terminal], fileLimit: config.fileLimit },
    print: printer.print,
    ...(fileStore === undefined ? {} : { fileStore }),
  });
  try {
    const place = { platform: 'terminal', tenant: from.tenant, address: '' } as const;
    const dispatch = (request: Omit<Interaction, 'from' | 'place'>) => core.dispatch({ ...request, from, place });
    const { line, pairs, submits, paths } = stated;
    const { reply, unsent } = await runConversation({ line, pairs, submits, paths }, dispatch);
    await core.idle();
    return { reply, unsent, brought: archive };
  } finally {
    await printer.close();
  }
}

function wrote(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes);
    return true;
  } catch {
    return false;
  }
}

/** Where a file is written: one of several goes beside the others, with an ending of its own. */
function pathFor(name: string, out: string | undefined): string | undefined {
  if (out === undefined) return undefined;
  const [given, own] = [extname(out), extname(name)];
  return given === '' || given === own || own === '' ? out : `${out.slice(0, -given.length)}${own}`;
}
