import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { terminalAdapter } from '../adapters/terminal/files.ts';
import { talk } from '../adapters/terminal/talk.ts';
import { loadCatalogue } from './catalogue/index.ts';
import type { Interaction, Reply } from './chat/interaction.ts';
import type { Config } from './config.ts';
import { createCore } from './core/dispatch.ts';
import { memberNamed, type Named } from './operator/workspace.ts';
import type { Clock, Log } from './ports.ts';
import { createPrinter } from './printer/printer.ts';
import type { Store } from './store/store.ts';
import type { Vault } from './vault/vault.ts';

/** What is said at a terminal, as whom, and where files go that come with the answer. */
export interface Said {
  readonly as: string;
  readonly line: string;
  readonly pairs: readonly string[];
  readonly submits: boolean;
  readonly paths: readonly string[];
  readonly out: string | undefined;
}

/** What came of it. */
export interface Answered {
  readonly reply: Reply;
  readonly unsent: readonly string[];
  readonly brought: readonly Brought[];
}

/** A file that came, and where it should be written, if anywhere. */
export interface Brought {
  readonly name: string;
  readonly path?: string;
  readonly isWritten: boolean;
}

interface Parts {
  readonly store: Store;
  readonly config: Config;
  readonly vault: Vault | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Says a line to a core of its own, as a member of a workspace. */
export async function say(
  said: Said,
  workspace: Named,
  { store, config, vault, clock, log }: Parts,
): Promise<Answered> {
  const from = await store.inWorkspace(workspace.workspaceId, (data) => memberNamed(said.as, data));
  const brought: Brought[] = [];
  const terminal = terminalAdapter((file) => {
    const path = pathFor(file.name, said.out);
    const isWritten = path !== undefined && wrote(path, file.bytes);
    brought.push({ name: file.name, ...(path === undefined ? {} : { path }), isWritten });
    return isWritten;
  });
  const printer = createPrinter({ ...config.browser, log });
  const core = createCore({
    ...{ store, catalogue: loadCatalogue(), clock, log, adapters: [terminal], fileLimit: config.fileLimit },
    print: printer.print,
    ...(vault === undefined ? {} : { vault }),
  });
  try {
    const place = { platform: 'terminal', tenant: from.tenant, address: '' } as const;
    const dispatch = (heard: Omit<Interaction, 'from' | 'place'>) => core.dispatch({ ...heard, from, place });
    const { line, pairs, submits, paths } = said;
    const { reply, unsent } = await talk({ line, pairs, submits, paths }, dispatch);
    await core.idle();
    return { reply, unsent, brought };
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
