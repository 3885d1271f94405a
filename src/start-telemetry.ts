import type { RunningCore } from './core/dispatch.ts';
import type { Clock } from './ports.ts';
import type { Printer } from './printer/printer.ts';
import { publicReport, type Readiness } from './readiness.ts';
import type { OpportunityIndexCache } from './services/opportunities/opportunity-index-cache.ts';
import type { Store } from './store/store.ts';
import { FigureReader } from './telemetry/figure-reader.ts';
import { addGauges } from './telemetry/gauges.ts';
import { Metrics } from './telemetry/metrics.ts';
import type { OperatorPages } from './telemetry/operator-pages.ts';
import { readinessDetails } from './telemetry/readiness-details.ts';
import type { TelemetrySettings } from './telemetry/settings.ts';

/** The running parts that the operator's pages are about. */
interface WatchedParts {
  readonly store: Pick<Store, 'operatingFigures' | 'pool'>;
  readonly indexes: OpportunityIndexCache;
  readonly printer: Pick<Printer, 'figures'>;
  readonly core: Pick<RunningCore, 'queues'>;
  readonly readiness: Readiness;
  readonly clock: Clock;
}

/** What is counted and traced from the start of the process. */
export interface Telemetry {
  readonly metrics: Metrics;
  /** Returns the pages of the operator about the running parts. */
  pages(parts: WatchedParts): OperatorPages;
  /** Sends the traces that wait. */
  stop(): Promise<void>;
}

/** Starts to count, and to trace if that is on. */
export async function startTelemetry({ tracing }: TelemetrySettings, version: string): Promise<Telemetry> {
  const metrics = new Metrics();
  metrics.addProcess(version);
  let stop = async () => {};
  if (tracing !== undefined) {
    const { startTracing } = await import('./telemetry/start-tracing.ts');
    stop = startTracing(tracing, version);
  }
  return { metrics, stop, pages: (parts) => operatorPages(metrics, version, parts) };
}

function operatorPages(
  metrics: Metrics,
  version: string,
  { store, indexes, printer, core, readiness, clock }: WatchedParts,
): OperatorPages {
  const reader = new FigureReader(
    {
      database: () => store.operatingFigures(clock.now()),
      pool: () => store.pool,
      indexes: () => indexes.figures,
      printer: () => printer.figures(),
      queues: () => core.queues(),
      platforms: () => readiness.platforms,
    },
    clock,
  );
  return {
    metrics: addGauges(metrics, reader),
    async readiness(hasDetails) {
      const report = await readiness.check();
      const { isReady, parts } = report;
      if (!hasDetails) return { isReady, body: publicReport(report) };
      return { isReady, body: { ready: isReady, ...parts, details: readinessDetails(version, await reader.read()) } };
    },
  };
}
