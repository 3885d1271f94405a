import { type Config, ConfigError } from '../config.ts';
import { connectThroughProxy } from '../network/connect-through-proxy.ts';
import { type DatabaseState, inspectDatabase } from '../store/inspect-database.ts';
import { Store } from '../store/store.ts';
import {
  checkBrowser,
  checkDisk,
  checkFileStore,
  checkFonts,
  checkProxy,
  judgeClock,
  judgeDatabase,
} from './doctor-checks.ts';
import { checkPlatforms } from './doctor-platforms.ts';
import { checked, failed, type HealthCheck, ok, resultLines, skipped } from './doctor-result.ts';
import { openFileStore, toJson } from './open-workspace.ts';
import { type CommandContext, subcommand } from './subcommand.ts';

const doctor = subcommand({
  name: 'doctor',
  args: [],
  summary:
    'Checks the settings and everything that recert needs, and says what to do. Changes nothing; may run beside recert.',
  options: { json: { help: 'Prints JSON.' } },
  async run({ options, context }) {
    const results = await examine(context);
    const isHealthy = results.every(({ state }) => state !== 'failed');
    context.print(options.json ? toJson({ ok: isHealthy, checks: results }) : resultLines(results));
    return isHealthy;
  },
});

/** `doctor`: finds out why recert doesn't start or work. */
export const doctorCommands = [doctor] as const;

async function examine(context: CommandContext): Promise<readonly HealthCheck[]> {
  let config: Config;
  try {
    config = context.config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const remedy = 'Correct these settings: docs/settings.md. Everything else is checked after that.';
    return [{ name: 'settings', ...failed(error.message, remedy) }];
  }
  const { browser, proxy } = config;
  const proxyResult = await checked('proxy', () => checkProxy(proxy));
  if (proxy !== undefined) await connectThroughProxy(proxy);
  let state: DatabaseState | undefined;
  const database = await checked('database', async () => {
    state = await inspectDatabase(config.database);
    return judgeDatabase(state);
  });
  return [
    { name: 'settings', ...ok('They are valid.') },
    database,
    await checked('clock', async () => judgeClock(state)),
    proxyResult,
    ...(await platformResults(config, context, { database, state })),
    await checked('file store', async () => checkFileStore(await openFileStore(context))),
    await checked('disk', () => checkDisk(config.dataFolder)),
    await checked('browser', () => checkBrowser(browser, context.log)),
    await checked('fonts', checkFonts),
  ];
}

interface ExaminedDatabase {
  readonly database: HealthCheck;
  readonly state: DatabaseState | undefined;
}

/** The platforms are called with a database in memory where the real one must not be opened or migrated: one call needs none of its data. */
async function platformResults(
  config: Config,
  context: CommandContext,
  { database, state }: ExaminedDatabase,
): Promise<readonly HealthCheck[]> {
  const isMigrated = database.state === 'ok' && state?.kind === 'server' && state.pending.length === 0;
  if (config.connections.length === 0 && !isMigrated)
    return [{ name: 'platforms', ...skipped('None is set up: the playground is shown.') }];
  const store = await Store.open(isMigrated ? config.database : { kind: 'memory' });
  try {
    return await checkPlatforms({ config, context, store });
  } finally {
    await store.close();
  }
}
