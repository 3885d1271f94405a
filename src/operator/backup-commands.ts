import { loadCatalogue } from '../catalogue/index.ts';
import { Store } from '../store/store.ts';
import { type BackupSummary, backupOfRunning, summariseBackup } from './backup-socket.ts';
import { UsageError } from './named-workspace.ts';
import { needFiles, openFileStore } from './open-workspace.ts';
import { needNewFile } from './output-paths.ts';
import { openBackup } from './read-backup.ts';
import { checkRestored, restoreBackup } from './restore-backup.ts';
import { type CommandContext, subcommand } from './subcommand.ts';
import { writeBackup } from './write-backup.ts';

const WITHOUT_KEYS = {
  help: 'Leaves out the private keys that sign reports. Reports are signed with a new key after a restore; earlier ones can still be checked.',
} as const;

const backup = subcommand({
  name: 'backup',
  args: [],
  summary: 'Writes everything to one file. Needs RECERT_BACKUP_PASSPHRASE for the private keys. See docs/upgrade.md.',
  options: { out: { value: 'FILE', isRequired: true, help: 'The file to write.' }, 'without-keys': WITHOUT_KEYS },
  async run({ options, context }) {
    const { out } = options;
    needNewFile(out);
    const passphrase = passphraseOf(context, options['without-keys']);
    if (passphrase === undefined && !options['without-keys'])
      throw new UsageError(
        'Set RECERT_BACKUP_PASSPHRASE to a passphrase that encrypts the private keys, or add --without-keys.',
      );
    const { database } = context.config();
    // The embedded database belongs to one process, so the recert that runs makes the backup.
    const running = database.kind === 'folder' ? await backupOfRunning(database.path, out, passphrase) : undefined;
    const { workspaces, rows, files } = running ?? (await backupOfStore(out, passphrase, context));
    context.print(`Backup written to ${out}: ${workspaces} workspaces, ${rows} rows. It contains personal data.`);
    if (files !== null) context.print(`Files are in the bucket (${files}). Back up the bucket as well.`);
    return true;
  },
});

async function backupOfStore(
  out: string,
  passphrase: string | undefined,
  context: CommandContext,
): Promise<BackupSummary> {
  const fileStore = await openFileStore(context);
  const store = await Store.open(context.config().database, { onWait: context.note });
  try {
    const now = context.clock.now();
    const about = { now, version: context.version, catalogue: loadCatalogue(), passphrase, fileStore };
    return summariseBackup(await writeBackup(store, out, about));
  } finally {
    await store.close();
  }
}

const restore = subcommand({
  name: 'restore',
  args: ['FILE'],
  summary: 'Writes a backup into an empty database, migrates it, and checks the log and the figures of each workspace.',
  options: { 'without-keys': WITHOUT_KEYS },
  async run({ args, options, context }) {
    needFiles(args.FILE);
    const { database } = context.config();
    const file = await openBackup(args.FILE);
    try {
      const manifest = options['without-keys'] ? { ...file.manifest, keys: null } : file.manifest;
      const passphrase = passphraseOf(context, options['without-keys']);
      await restoreBackup(database, { ...file, manifest }, { passphrase, onWait: context.note });
    } finally {
      file.close();
    }
    const fileStore = await openFileStore(context);
    const store = await Store.open(database, { onWait: context.note });
    try {
      const checked = await checkRestored(store, file.manifest, { catalogue: loadCatalogue(), fileStore });
      context.print(
        [`Restored ${file.manifest.workspaces.length} workspaces from ${file.manifest.madeAt}.`, ...checked.lines].join(
          '\n',
        ),
      );
      if (file.manifest.version !== context.version)
        context.print(
          `The backup is from recert ${file.manifest.version}, this is ${context.version}: figures may differ where rules changed.`,
        );
      return checked.isWhole;
    } finally {
      await store.close();
    }
  },
});

function passphraseOf({ config }: CommandContext, isWithout: boolean): string | undefined {
  return isWithout ? undefined : config().backupPassphrase;
}

/** `backup` and `restore`: everything of this recert in one file. */
export const backupCommands = [backup, restore] as const;
