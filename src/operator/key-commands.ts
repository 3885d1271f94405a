import { readFileSync } from 'node:fs';
import { manageKeys } from './keys.ts';
import { needFiles, withStore } from './open-workspace.ts';
import { type ParsedInvocation, subcommand } from './subcommand.ts';
import { verifyDocument } from './verify-document.ts';

/** `verify` and `keys`: what was signed, and with which key. */
export const keyCommands = [
  subcommand({
    name: 'verify',
    args: ['FILE'],
    summary: 'Whether a report, a table or a pack is what recert sealed, see docs/verify.md.',
    options: {
      key: {
        value: 'FILE',
        isRepeatable: true,
        help: 'A public key in PEM that is trusted; without it, those of this recert.',
      },
    },
    async run(invocation) {
      const { args, options, context } = invocation;
      needFiles(args.FILE, ...options.key);
      const own = () =>
        withStore(invocation, async (store) => (await store.signingKeys.all()).map((key) => key.publicPem));
      const pems = options.key.length > 0 ? options.key.map((file) => readFileSync(file, 'utf8')) : await own();
      const { text, isWhole } = await verifyDocument(args.FILE, pems);
      context.print(text);
      return isWhole;
    },
  }),
  subcommand({
    name: 'keys',
    args: [],
    summary: 'The public keys that reports are checked with.',
    options: {},
    run: (invocation) => keysRun([], undefined, invocation),
  }),
  subcommand({
    name: 'keys rotate',
    args: [],
    summary: 'Signs with a new key from now on; the old public key is kept.',
    options: {},
    run: (invocation) => keysRun(['rotate'], undefined, invocation),
  }),
  subcommand({
    name: 'keys backup',
    args: [],
    summary: 'Writes the private key in use.',
    options: { out: { value: 'FILE', isRequired: true, help: 'The file to write.' } },
    run: (invocation) => keysRun(['backup'], invocation.options.out, invocation),
  }),
  subcommand({
    name: 'keys restore',
    args: ['FILE'],
    summary: 'Signs with that key again.',
    options: {},
    run(invocation) {
      needFiles(invocation.args.FILE);
      return keysRun(['restore', invocation.args.FILE], undefined, invocation);
    },
  }),
] as const;

async function keysRun(
  what: readonly string[],
  out: string | undefined,
  invocation: Pick<ParsedInvocation, 'workspace' | 'context'>,
): Promise<boolean> {
  const { context } = invocation;
  context.print(await withStore(invocation, (store) => manageKeys(what, { store, now: context.clock.now(), out })));
  return true;
}
