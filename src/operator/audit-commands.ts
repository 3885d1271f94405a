import { fileKey } from '../file-store/file-store.ts';
import { headText, readAnchor, verdictText } from './audit.ts';
import { openFileStore, withStore } from './open-workspace.ts';
import { subcommand } from './subcommand.ts';

/** `audit verify` and `audit head`: the log of all changes. */
export const auditCommands = [
  subcommand({
    name: 'audit verify',
    args: [],
    summary: 'Walks the log of all changes, and names the first thing that is wrong.',
    options: { head: { value: 'SEQ:HASH', help: 'A head that was written down elsewhere must be in it.' } },
    async run(invocation) {
      const { options, context } = invocation;
      const anchor = options.head === undefined ? undefined : readAnchor(options.head);
      const fileStore = await openFileStore(context);
      const { text, isWhole } = await withStore(invocation, (store, { workspaceId }) =>
        store.readLog(workspaceId, (log) =>
          verdictText(log, anchor, async (fileId) => fileStore?.get(fileKey(workspaceId, fileId))),
        ),
      );
      context.print(text);
      return isWhole;
    },
  }),
  subcommand({
    name: 'audit head',
    args: [],
    summary: 'Where the log ends; it is in the daily log too.',
    options: {},
    async run(invocation) {
      const { text, isWhole } = await withStore(invocation, (store, { workspaceId }) =>
        store.readLog(workspaceId, headText),
      );
      invocation.context.print(text);
      return isWhole;
    },
  }),
] as const;
