import { fileKey } from '../file-store/file-store.ts';
import { headText, readAnchor, verdictText } from './audit.ts';
import { openFileStore, withStore } from './open-workspace.ts';
import { subcommand } from './subcommand.ts';

/** The subcommands of the audit log: `audit verify` and `audit head`. */
export const auditCommands = [
  subcommand({
    name: 'audit verify',
    args: [],
    summary: 'Checks the audit log and names the first problem.',
    options: { head: { value: 'SEQ:HASH', help: 'Also checks that the log contains this earlier head.' } },
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
    summary: 'Prints the last entry of the audit log; the daily log has it too.',
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
