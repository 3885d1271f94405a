import type { FigureReader } from './figure-reader.ts';
import { METRICS } from './metric-table.ts';
import type { Metrics } from './metrics.ts';
import type { CurrentFigures, OperatingFigures } from './operating-figures.ts';

/** Adds the gauges of what is stored and what runs. Returns a function that reads them all and then writes the text for Prometheus. */
export function addGauges(metrics: Metrics, reader: FigureReader): () => Promise<string> {
  const gauges = {
    up: metrics.gauge(METRICS.databaseUp),
    workspaces: metrics.gauge(METRICS.workspaces),
    due: metrics.gauge(METRICS.due),
    dueAge: metrics.gauge(METRICS.dueAge),
    outbox: metrics.gauge(METRICS.outbox),
    outboxAge: metrics.gauge(METRICS.outboxAge),
    feeds: metrics.gauge(METRICS.feeds),
    connections: metrics.gauge(METRICS.connections),
    indexes: metrics.gauge(METRICS.indexes),
    indexed: metrics.gauge(METRICS.indexed),
    indexBytes: metrics.gauge(METRICS.indexBytes),
    printer: metrics.gauge(METRICS.printer),
    queue: metrics.gauge(METRICS.queue),
    connected: metrics.gauge(METRICS.connected),
  };
  const setStored = (stored: OperatingFigures) => {
    gauges.workspaces.set(stored.workspaces);
    gauges.due.set(stored.workspacesDue);
    gauges.dueAge.set(stored.oldestWorkspaceDueSeconds);
    gauges.outboxAge.set(stored.oldestMessageDueSeconds);
    for (const { purpose, state, count } of stored.outbox) gauges.outbox.set({ purpose, state }, count);
    for (const [health, count] of Object.entries(stored.feeds)) gauges.feeds.set({ health }, count);
  };
  const setAll = ({ database, pool, indexes, printer, queues, platforms }: CurrentFigures) => {
    // What isn't there any more must not stay at its last value.
    for (const gauge of [gauges.outbox, gauges.feeds]) gauge.reset();
    gauges.up.set(database === undefined ? 0 : 1);
    if (database !== undefined) setStored(database);
    for (const [state, count] of Object.entries(pool ?? {})) gauges.connections.set({ state }, count);
    gauges.indexes.set(indexes.indexes);
    gauges.indexed.set(indexes.opportunities);
    gauges.indexBytes.set(indexes.bytes);
    for (const [state, count] of Object.entries(printer)) gauges.printer.set({ state }, count);
    for (const [queue, figures] of Object.entries(queues))
      for (const [state, count] of Object.entries(figures)) gauges.queue.set({ queue, state }, count);
    for (const [platform, isConnected] of Object.entries(platforms))
      gauges.connected.set({ platform }, isConnected ? 1 : 0);
  };
  return async () => {
    setAll(await reader.read());
    return metrics.text();
  };
}
