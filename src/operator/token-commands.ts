import { createTokenCipher } from '../store/account/token-cipher.ts';
import { UsageError } from './named-workspace.ts';
import { withStore } from './open-workspace.ts';
import { subcommand } from './subcommand.ts';

/** The platforms whose tenants install the app themselves. */
const PLATFORM = 'slack';

const tokensRotate = subcommand({
  name: 'tokens rotate',
  args: [],
  summary: 'Encrypts the tokens of all Slack workspaces with the first key of RECERT_TOKEN_KEY.',
  options: {},
  async run(invocation) {
    const { context } = invocation;
    const { tokenKeys } = context.config();
    if (tokenKeys.length === 0)
      throw new UsageError('RECERT_TOKEN_KEY is missing. Set it to the new key and the one before, with a comma.');
    const cipher = createTokenCipher(tokenKeys);
    const { changed, unreadable } = await withStore(invocation, (store) =>
      store.botInstallations(PLATFORM, cipher).encryptAgain(),
    );
    context.print(
      `Encrypted with key ${cipher.keyId}: ${changed === 1 ? '1 workspace' : `${changed} workspaces`} changed.`,
    );
    if (unreadable.length === 0) return true;
    context.note(
      `Not changed, because their key isn't in RECERT_TOKEN_KEY or they were changed: ${unreadable.join(', ')}. Add the key they were encrypted with, or install the app there again.`,
    );
    return false;
  },
});

/** `tokens`: the keys that tokens of platforms are encrypted with. */
export const tokenCommands = [tokensRotate] as const;
