import { playgroundAdapter } from '../adapters/playground/index.ts';
import { loadCatalogue } from './catalogue/index.ts';
import type { ChatAdapter } from './chat/chat-adapter.ts';
import type { Language } from './chat/language.ts';
import { commands } from './commands/index.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createCore } from './core/dispatch.ts';
import { s3FileStore } from './file-store/s3-file-store.ts';
import { startGroupSync } from './jobs/group-sync.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import { processWorkspace, startNotificationLoop } from './jobs/notification-loop.ts';
import { startRefreshing } from './jobs/source-refresh.ts';
import { withTimeLimit } from './limits/with-time-limit.ts';
import { createLog } from './log.ts';
import { platforms } from './platforms.ts';
import type { Clock, Log } from './ports.ts';
import { createPrinter } from './printer/printer.ts';
import { seedSample } from './sample/seed.ts';
import { SAMPLE, SAMPLE_PEOPLE } from './sample/team.ts';
import { PortTaken, startServer } from './server.ts';
import { Metrics } from './services/notifications/metrics.ts';
import { OpportunityIndexCache } from './services/opportunities/opportunity-index-cache.ts';
import { fileRoute } from './services/outgoing-files.ts';
import { packRoute } from './services/portability/pack-route.ts';
import { newSigningKey } from './signing/sign-document.ts';
import { DataInUse } from './store/data-lock.ts';
import { IncompatibleData } from './store/orm.ts';
import { Store } from './store/store.ts';
import { wordsFor } from './strings/index.ts';

const clock: Clock = { now: () => new Date() };

async function start(config: Config, log: Log): Promise<() => Promise<void>> {
  const catalogue = loadCatalogue();
  const { database } = config;
  say(database.kind === 'folder' ? `Opening the data in ${database.path} ...` : 'Connecting to PostgreSQL ...');
  const store = await Store.open(database);
  const adapters: ChatAdapter[] = [];
  for (const connection of config.connections) adapters.push(await connection.open({ log, clock }));
  if (config.playground) {
    await seedSample(store, catalogue, clock.now());
    adapters.push(await playground(log, `http://localhost:${config.port}`));
  }
  const { publicUrl, fileLimit } = config;
  const printer = createPrinter({ ...config.browser, log });
  const fileStore = config.fileStore === undefined ? undefined : await s3FileStore(config.fileStore);
  const metrics = new Metrics();
  const indexes = new OpportunityIndexCache();
  await store.signingKeys.current(newSigningKey, clock.now());
  const deps = {
    ...{ store, catalogue, clock, log, adapters, print: printer.print },
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(fileStore === undefined ? {} : { fileStore }),
  };
  const rounding = { ...deps, indexes, metrics };
  const core = createCore({
    ...deps,
    fileLimit,
    indexes,
    attend: (workspaceId) => processWorkspace(workspaceId, rounding),
  });
  const http = [
    fileRoute({ store, clock, log }),
    packRoute(deps),
    ...adapters.flatMap(({ route: http }) => http ?? []),
  ];
  // Anyone can act as any sample person in the playground, so it is only reachable from this machine.
  const isLocal = config.playground || config.connections.some((one) => one.isLocal);
  const host = isLocal ? '127.0.0.1' : '0.0.0.0';
  const server = await startServer({
    port: config.port,
    host,
    routes: http,
    ready: () => store.ping(),
    metrics: () => metrics.text(),
    log,
  }).catch(async (error) => {
    await store.close();
    throw error;
  });
  for (const adapter of adapters) await adapter.start(core);
  const stopHousekeeping = startHousekeeping({
    store,
    catalogue,
    clock,
    log,
    ...(fileStore === undefined ? {} : { fileStore }),
  });
  const stopRefreshing = startRefreshing({ store, clock, log });
  const stopFollowing = startGroupSync({ store, clock, log, adapters });
  const stopRounds = startNotificationLoop(rounding);
  for (const { announcement: stated } of config.connections) say(stated);
  if (config.playground) say(`Open http://localhost:${config.port} in your browser.`);
  return async () => {
    await stopHousekeeping();
    await stopRefreshing();
    await stopFollowing();
    await stopRounds();
    await withTimeLimit(core.idle(), 5_000, () => undefined);
    for (const adapter of adapters) await adapter.stop();
    server.closeIdleConnections();
    await new Promise((resolve) => {
      server.close(resolve);
      setTimeout(() => server.closeAllConnections(), 3_000).unref();
    });
    await printer.close();
    await store.close();
  };
}

async function playground(log: Log, address: string): Promise<ChatAdapter> {
  const commandsIn = (language: Language) =>
    commands.map(({ name }) => ({ name, ...wordsFor(language).commands[name] }));
  const newcomer = { user: 'you', name: 'You', detail: 'No certifications yet', zone: 'UTC', locale: 'en-GB' };
  return playgroundAdapter({
    workspaces: [
      { tenant: SAMPLE.tenant, name: 'Sample team', note: 'Sample people and records.', people: SAMPLE_PEOPLE },
      {
        tenant: 'empty',
        name: 'Empty workspace',
        note: 'Start from scratch.',
        people: [newcomer],
        start: ['help', 'add cissp'],
      },
    ],
    commands: { en: commandsIn('en'), de: commandsIn('de') },
    previews: await Promise.all(platforms.map((door) => door.preview())),
    ...{ log, clock, address },
  });
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function fail(error: unknown, log: Log): never {
  const isKnown = [ConfigError, DataInUse, IncompatibleData, PortTaken].some((known) => error instanceof known);
  if (isKnown && error instanceof Error) say(error.message);
  else {
    log.error('recert could not start.', { error });
    say(`recert couldn't start: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exit(1);
}

async function main(): Promise<void> {
  let log = createLog('info');
  try {
    const config = readConfig(process.env, platforms);
    log = createLog(config.logLevel);
    const stop = await start(config, log);
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) return;
        stopping = true;
        say('Stopping ...');
        stop().then(
          () => process.exit(0),
          (error) => fail(error, log),
        );
      });
    }
    process.on('unhandledRejection', (error) => log.error('Unhandled promise rejection.', { error }));
  } catch (error) {
    fail(error, log);
  }
}

await main();
