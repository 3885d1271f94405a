import type { Server } from 'node:http';
import APP from '../package.json' with { type: 'json' };
import { type Catalogue, loadCatalogue } from './catalogue/index.ts';
import { readDocument } from './certificates/read-document.ts';
import type { ChatAdapter, HttpRoute } from './chat/chat-adapter.ts';
import type { Core } from './chat/core-interface.ts';
import type { ConnectionDeps } from './chat/platform-plugin.ts';
import { PlatformRefusal } from './chat/platform-status.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { shareConnections } from './core/connection-shares.ts';
import { createCore } from './core/dispatch.ts';
import { s3FileStore } from './file-store/s3-file-store.ts';
import { startGroupSync } from './jobs/group-sync.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import { processWorkspace, startNotificationLoop } from './jobs/notification-loop.ts';
import { startRefreshing } from './jobs/source-refresh.ts';
import type { FairSlots } from './limits/fair-slots.ts';
import { withTimeLimit } from './limits/with-time-limit.ts';
import { createLog } from './logger.ts';
import type { ProxySettings } from './network/proxy-settings.ts';
import { openPlayground } from './open-playground.ts';
import { serveBackups } from './operator/backup-socket.ts';
import { platforms } from './platforms.ts';
import type { Clock, Log, PrintPdf } from './ports.ts';
import { createPrinter } from './printer/printer.ts';
import { Readiness } from './readiness.ts';
import { seedSample } from './sample/seed.ts';
import { CannotListen, startOperatorServer, startServer } from './server.ts';
import { siteRoute } from './services/account/site-route.ts';
import { calendarRoute } from './services/notifications/calendar-route.ts';
import { OpportunityIndexCache } from './services/opportunities/opportunity-index-cache.ts';
import { fileRoute } from './services/outgoing-files.ts';
import { packRoute } from './services/portability/pack-route.ts';
import { httpAddress } from './settings/listen-address.ts';
import { newSigningKey } from './signing/sign-document.ts';
import { startTelemetry } from './start-telemetry.ts';
import { createTokenCipher } from './store/account/token-cipher.ts';
import { Store } from './store/store.ts';
import { STORE_ERRORS } from './store/store-errors.ts';
import type { Metrics } from './telemetry/metrics.ts';
import type { OperatorPages } from './telemetry/operator-pages.ts';

const clock: Clock = { now: () => new Date() };
const IDLE_MS = 5_000;
const CLOSE_MS = 3_000;
/** A process manager kills a process about ten seconds after it asked it to stop. */
const STOP_MS = 9_000;

type Stop = () => Promise<void>;

/** Starts recert; returns what stops it. */
async function start(config: Config, log: Log): Promise<Stop> {
  if (config.proxy !== undefined) await startProxy(config.proxy);
  const telemetry = await startTelemetry(config.telemetry, APP.version);
  const { metrics } = telemetry;
  const store = await openStore(config, log, metrics);
  const catalogue = loadCatalogue();
  const adapters = await openAdapters(config, { store, catalogue, log });
  const printer = createPrinter({ ...config.browser, log });
  const { queueLimits, ...shares } = shareConnections(config.database, config.workspaceLimits);
  const base = { store, catalogue, log, adapters, metrics, print: printer.print, ...shares };
  const deps = await createDeps(config, base);
  const { readsPictures } = config;
  const core = createCore({
    ...deps,
    fileLimit: config.fileLimit,
    readDocument: (document, timeoutMs) => readDocument({ ...document, readsPictures }, timeoutMs),
    queueLimits,
    workspaceLimits: config.workspaceLimits,
    attend: (workspaceId) => processWorkspace(workspaceId, deps),
  });
  const readiness = new Readiness(
    clock,
    () => store.ping(),
    config.connections.map(({ platform }) => platform),
  );
  const pages = telemetry.pages({ ...deps, printer, core, readiness });
  const servers = await listen(config, { ...deps, pages });
  try {
    await connect(config, { adapters, core, readiness });
  } catch (error) {
    await closeServers(servers);
    await store.close();
    throw error;
  }
  const stopJobs = startJobs(deps);
  const stopBackups = await startBackups(config, deps);
  if (config.telemetry.port !== undefined)
    print(`Metrics on ${httpAddress(config.host, config.telemetry.port)}/metrics.`);
  if (config.playground) print(`Open ${pageAddress(config)} in your browser.`);
  else print(`Listening on ${httpAddress(config.host, config.port)}.`);
  return async () => {
    await stopJobs();
    await withTimeLimit(core.idle(), IDLE_MS, () => undefined);
    for (const adapter of adapters) await adapter.stop();
    await stopBackups();
    await closeServers(servers);
    await printer.close();
    await store.close();
    await withTimeLimit(telemetry.stop(), CLOSE_MS, () => undefined);
  };
}

async function startProxy(proxy: ProxySettings): Promise<void> {
  const { connectThroughProxy } = await import('./network/connect-through-proxy.ts');
  await connectThroughProxy(proxy);
  const hosts = [...new Set([proxy.https, proxy.http].flatMap((url) => url?.host ?? []))];
  print(`Connections to other machines go through the proxy ${hosts.join(' and ')}.`);
}

function openStore({ database }: Config, log: Log, metrics: Metrics): Promise<Store> {
  print(database.kind === 'folder' ? `Opening the data in ${database.path} ...` : 'Connecting to PostgreSQL ...');
  return Store.open(database, {
    onWait: print,
    onLost: (error) => fail(error, log),
    onStatementEnd: (sql, ms) => metrics.observeStatement(sql, ms),
  });
}

interface BaseDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly log: Log;
}

async function openAdapters(config: Config, { store, catalogue, log }: BaseDeps): Promise<readonly ChatAdapter[]> {
  const adapters: ChatAdapter[] = [];
  const bots = botsIn(store, config);
  const { proxy, publicUrl } = config;
  const deps = { log, clock, ...(bots && { bots }), ...(proxy && { proxy }), ...(publicUrl && { publicUrl }) };
  for (const connection of config.connections) adapters.push(await connection.open(deps));
  if (!config.playground) return adapters;
  await seedSample(store, catalogue, clock.now());
  return [...adapters, await openPlayground({ log, clock, address: pageAddress(config) })];
}

/** Where the bots that tenants install are stored, if there is a key. */
function botsIn(store: Store, { tokenKeys }: Config): ConnectionDeps['bots'] {
  if (tokenKeys.length === 0) return undefined;
  const cipher = createTokenCipher(tokenKeys);
  return (platform) => store.botInstallations(platform, cipher);
}

interface AdapterDeps extends BaseDeps {
  readonly adapters: readonly ChatAdapter[];
  readonly print: PrintPdf;
  readonly metrics: Metrics;
  readonly planSlots?: FairSlots;
}

/** Everything that the core, the jobs and the server share. */
async function createDeps({ publicUrl, fileStore, proxy, searchBytes }: Config, deps: AdapterDeps) {
  await deps.store.signingKeys.current(newSigningKey, clock.now());
  return {
    ...deps,
    clock,
    indexes: new OpportunityIndexCache({ store: deps.store, maxBytes: searchBytes }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(fileStore === undefined ? {} : { fileStore: await s3FileStore(fileStore, { proxy }) }),
    ...(proxy === undefined ? {} : { fetching: { proxy } }),
  };
}

type Deps = Awaited<ReturnType<typeof createDeps>>;

/** Starts the server, and the operator's if it has a port of its own; closes the store if that fails, for example because a port is taken. */
async function listen(config: Config, deps: Deps & { readonly pages: OperatorPages }): Promise<readonly Server[]> {
  const { store, adapters, log, pages } = deps;
  const { host, telemetry } = config;
  const servers: Server[] = [];
  try {
    const { port, token } = telemetry;
    if (port !== undefined) servers.push(await startOperatorServer({ port, host, pages, token }));
    const server = await startServer({
      port: config.port,
      host,
      routes: [
        fileRoute(deps),
        packRoute(deps),
        calendarRoute(deps),
        ...siteRoutes(config),
        ...adapters.flatMap(({ route = [], pages = [] }) => [route, pages].flat()),
      ],
      pages,
      token,
      isTrustedProxy: config.isTrustedProxy,
      log,
      clock,
    });
    return [...servers, server];
  } catch (error) {
    await closeServers(servers);
    await store.close();
    throw error;
  }
}

/** The pages about this recert; the playground has a front page of its own. */
function siteRoutes({ playground }: Config): readonly HttpRoute[] {
  return playground ? [] : [siteRoute()];
}

function startJobs(deps: Deps): Stop {
  const stops = [startHousekeeping(deps), startRefreshing(deps), startGroupSync(deps), startNotificationLoop(deps)];
  return async () => {
    for (const stop of stops) await stop();
  };
}

/** With a server, `recert backup` reads the database itself. */
async function startBackups({ database }: Config, deps: Deps): Promise<Stop> {
  if (database.kind !== 'folder') return async () => undefined;
  const { fileStore } = deps;
  return serveBackups(database.path, { ...deps, version: APP.version, fileStore });
}

interface ConnectDeps {
  readonly adapters: readonly ChatAdapter[];
  readonly core: Core;
  readonly readiness: Readiness;
}

/** Connects to all platforms at once. Throws `PlatformRefusal` if one of them refuses its settings. */
async function connect({ connections }: Config, { adapters, core, readiness }: ConnectDeps): Promise<void> {
  await Promise.all(
    adapters.map((adapter) => {
      const connection = connections.find(({ platform }) => platform === adapter.platform);
      if (connection === undefined) return adapter.start(core);
      const { platform, name, announcement } = connection;
      return adapter.start(core, (status) => {
        if (!readiness.report(platform, status)) return;
        print(
          status.kind === 'connected' ? announcement : `${name} is not connected. ${status.problem} Trying again ...`,
        );
      });
    }),
  );
}

/** The address of the playground's page. */
function pageAddress({ host, port }: Config): string {
  return httpAddress(host === '127.0.0.1' ? 'localhost' : host, port);
}

async function closeServers(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(closeServer));
}

async function closeServer(server: Server): Promise<void> {
  server.closeIdleConnections();
  await new Promise((resolve) => {
    server.close(resolve);
    setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref();
  });
}

function print(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Errors whose message is enough. */
const KNOWN = [ConfigError, ...STORE_ERRORS, PlatformRefusal, CannotListen];

function fail(error: unknown, log: Log): never {
  const isKnown = KNOWN.some((known) => error instanceof known);
  if (isKnown && error instanceof Error) print(error.message);
  else {
    log.error('recert could not start.', { error });
    print(`recert couldn't start: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exit(1);
}

async function main(): Promise<void> {
  let log = createLog('info');
  try {
    const config = readConfig(process.env, platforms);
    log = createLog(config.logLevel);
    const stop = await start(config, log);
    let isStopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (isStopping) return;
        isStopping = true;
        print('Stopping ...');
        withTimeLimit(stop(), STOP_MS, () => log.warn('Stopping took too long; what was running is cut off.')).then(
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
