import type { Context } from '../commands/command.ts';
import { openTable, problemLines, readTable } from '../commands/read-table.ts';
import { takeOver } from '../commands/take-over.ts';
import type { SaidOfTable } from '../sheets/said.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import { broughtAlong, isArchive } from './brought-along.ts';
import { bytesOf } from './file-bytes.ts';

type Scope = Pick<Context, 'person' | 'data' | 'words' | 'now' | 'today' | 'catalogue'>;

/** More is not read in a chat. */
const MOST_PROBLEMS = 20;

/** Takes the records of a table, or what another recert wrote, all of it or nothing, in a transaction of its own; resolves to what came of it, in words. */
export async function takeTable(
  fileId: string,
  said: SaidOfTable,
  { person, data: { workspace }, words, now, today, catalogue }: Scope,
  { store, vault }: { readonly store: Store; readonly vault?: Vault },
): Promise<readonly string[]> {
  const say = words.import;
  const work = async (data: Context['data']) => {
    data.audit.actAs(person.personId, now);
    const bytes = await bytesOf(fileId, data, vault);
    if (bytes !== undefined && isArchive(bytes)) {
      const brought = await broughtAlong(Buffer.from(bytes), workspace.workspaceId, vault);
      const asked = { personId: person.personId, data, catalogue, today, now, words };
      const taken = brought === undefined ? { lines: [say.over.none] } : await takeOver(brought, asked);
      return 'lines' in taken
        ? [say.over.wrong(taken.lines.length), ...taken.lines.slice(0, MOST_PROBLEMS)]
        : [say.over.done(taken)];
    }
    const opened = bytes === undefined ? { lines: [say.gone] } : await openTable(bytes, said, words);
    const read = 'lines' in opened ? opened : await readTable(opened, said, { data, catalogue, person, today, words });
    if ('lines' in read) return problemLines(read, MOST_PROBLEMS, words);
    await data.activities.addAll(read.fresh, now);
    return [say.done(read.fresh.length, read.already)];
  };
  return store.inWorkspace(workspace.workspaceId, work, { isPatient: true });
}
