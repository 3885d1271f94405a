import type { InstalledBot } from '../store/account/directory.ts';
import { Store } from '../store/store.ts';
import { subcommand } from './subcommand.ts';

const installations = subcommand({
  name: 'installations',
  args: [],
  summary: 'Lists the workspaces and organisations that installed the Slack app themselves. It shows no token.',
  options: {},
  async run({ context }) {
    const store = await Store.open(context.config().database, { onWait: context.note });
    try {
      const all = await store.directory.installedBots();
      if (all.length === 0) context.print('No workspace has installed the app.');
      for (const one of all) context.print(installationLine(one, context.clock.now()));
      return true;
    } finally {
      await store.close();
    }
  },
});

/** `installations`: who installed the app. */
export const installationCommands = [installations] as const;

/** Returns an installation as one line. */
export function installationLine({ platform, tenant, ...bot }: InstalledBot, now: Date): string {
  const { isOrgWide, enterprise, installedAt, expiresAt, keyId } = bot;
  const kind = isOrgWide ? 'organisation' : enterprise === undefined ? 'workspace' : `workspace of ${enterprise}`;
  const expiry =
    expiresAt === undefined
      ? 'token does not expire'
      : `token ${expiresAt > now ? 'expires' : 'expired'} ${expiresAt.toISOString()}`;
  return `${platform}/${tenant}: ${kind}, installed ${installedAt.toISOString()}, ${expiry}, key ${keyId}`;
}
