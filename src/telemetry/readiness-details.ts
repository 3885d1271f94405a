import type { CurrentFigures } from './operating-figures.ts';

/** Returns what `/readyz` says to the operator beyond what works: the figures that explain why it doesn't. */
export function readinessDetails(version: string, { database, pool, ...running }: CurrentFigures) {
  return {
    version,
    uptimeSeconds: Math.round(process.uptime()),
    memoryMegabytes: Math.round(process.memoryUsage.rss() / 1_000_000),
    stored: database ?? 'The database did not answer.',
    ...(pool === undefined ? {} : { connections: pool }),
    queues: running.queues,
    printer: running.printer,
    indexes: running.indexes,
  };
}
