import { loadCatalogue } from '../catalogue/index.ts';
import type { PlatformConnection } from '../chat/platform-plugin.ts';
import { PlatformRefusal, type PlatformStatus } from '../chat/platform-status.ts';
import type { Config } from '../config.ts';
import { createCore } from '../core/dispatch.ts';
import { createTokenCipher } from '../store/account/token-cipher.ts';
import type { Store } from '../store/store.ts';
import { checked, failed, type HealthCheck, ok, skipped } from './doctor-result.ts';
import type { CommandContext } from './subcommand.ts';

interface PlatformDeps {
  readonly config: Config;
  readonly context: CommandContext;
  readonly store: Store;
}

const REMEDY = 'Correct the setting that it names, or the way there: firewall, proxy, DNS.';

/** Makes one call to each platform that it must accept; nothing is received meanwhile. */
export async function checkPlatforms(deps: PlatformDeps): Promise<readonly HealthCheck[]> {
  const { connections } = deps.config;
  if (connections.length === 0)
    return [await checked('platforms', async () => skipped('None is set up: the playground is shown.'))];
  return Promise.all(connections.map((connection) => checked(connection.name, () => callOf(connection, deps))));
}

async function callOf(connection: PlatformConnection, { config, context, store }: PlatformDeps) {
  const { clock, log } = context;
  const { tokenKeys, proxy } = config;
  const adapter = await connection.open({
    clock,
    log,
    ...(proxy === undefined ? {} : { proxy }),
    ...(tokenKeys.length === 0
      ? {}
      : { bots: (platform) => store.botInstallations(platform, createTokenCipher(tokenKeys)) }),
  });
  try {
    const problem = adapter.check ? await adapter.check() : await startProblem(adapter, { context, store });
    return problem === undefined ? ok('accepts recert.') : failed(problem, REMEDY);
  } finally {
    await adapter.stop();
  }
}

type Adapter = Awaited<ReturnType<PlatformConnection['open']>>;

/** Starts an adapter that receives over HTTP only, so nothing reaches it here. */
async function startProblem(
  adapter: Adapter,
  { context, store }: Pick<PlatformDeps, 'context' | 'store'>,
): Promise<string | undefined> {
  const { clock, log } = context;
  let status: PlatformStatus = { kind: 'connected' };
  try {
    await adapter.start(createCore({ store, catalogue: loadCatalogue(), clock, log }), (found) => {
      status = found;
    });
  } catch (error) {
    if (error instanceof PlatformRefusal) return error.message;
    throw error;
  }
  const found = status as PlatformStatus;
  return found.kind === 'connected' ? undefined : found.problem;
}
