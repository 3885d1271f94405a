import { readFileSync } from 'node:fs';
import type { Store } from '../store/store.ts';
import { backUpKey, listKeys, restoreKey, rotateKey } from './keys.ts';
import { needFiles, withStore } from './open-workspace.ts';
import { type ParsedInvocation, subcommand } from './subcommand.ts';
import { verifyDocument } from './verify-document.ts';

const verify = subcommand({
  name: 'verify',
  args: ['FILE'],
  summary: 'Checks that a report, CSV file or pack is unchanged since recert signed it. See docs/verify.md.',
  options: {
    key: {
      value: 'FILE',
      isRepeatable: true,
      help: 'A trusted public key in PEM. Default: the keys of this recert.',
    },
  },
  async run(invocation) {
    const { args, options, context } = invocation;
    needFiles(args.FILE, ...options.key);
    const storedKeys = () =>
      withStore(invocation, async (store) => (await store.signingKeys.all()).map((key) => key.publicPem));
    const pems = options.key.length > 0 ? options.key.map((file) => readFileSync(file, 'utf8')) : await storedKeys();
    const { text, isWhole } = await verifyDocument(args.FILE, pems);
    context.print(text);
    return isWhole;
  },
});

const keys = subcommand({
  name: 'keys',
  args: [],
  summary: 'Prints the public keys for checking reports.',
  options: {},
  run: (invocation) => printing(invocation, listKeys),
});

const keysRotate = subcommand({
  name: 'keys rotate',
  args: [],
  summary: 'Signs with a new key from now on and keeps the old public key.',
  options: {},
  run: (invocation) => printing(invocation, rotateKey),
});

const keysBackup = subcommand({
  name: 'keys backup',
  args: [],
  summary: 'Writes the current private key to a file. Keep it secret: anyone who has it can sign as this recert.',
  options: { out: { value: 'FILE', isRequired: true, help: 'The file to write.' } },
  run: (invocation) => printing(invocation, (store, now) => backUpKey(invocation.options.out, store, now)),
});

const keysRestore = subcommand({
  name: 'keys restore',
  args: ['FILE'],
  summary: 'Signs with a private key from a backup.',
  options: {},
  run(invocation) {
    needFiles(invocation.args.FILE);
    return printing(invocation, (store, now) => restoreKey(invocation.args.FILE, store, now));
  },
});

/** `verify` and `keys`: check signed documents, and manage the keys that sign them. */
export const keyCommands = [verify, keys, keysRotate, keysBackup, keysRestore] as const;

async function printing(
  invocation: Pick<ParsedInvocation, 'workspace' | 'context'>,
  act: (store: Store, now: Date) => Promise<string>,
): Promise<boolean> {
  const { context } = invocation;
  context.print(await withStore(invocation, (store) => act(store, context.clock.now())));
  return true;
}
