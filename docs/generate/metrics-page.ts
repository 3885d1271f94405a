import type { MetricDefinition } from '../../src/telemetry/metric-table.ts';
import { table } from './table.ts';

const INTRO = `# Metrics

<!-- Generated from src/telemetry/metric-table.ts by \`npm run docs\`. -->

What \`/metrics\` answers. How to read it: [operations.md](operations.md). No label has an id, a name or a text, so the number of series is limited: by commands, platforms and
kinds of messages. Figures of the database are of all workspaces and the same on every replica; the others are of one process.
`;

/** Returns the page of all metrics. */
export function metricsPage(metrics: Readonly<Record<string, MetricDefinition>>): string {
  const rows = Object.values(metrics).map(({ name, kind, labels, help }) => [
    `\`${name}\``,
    kind,
    labels.map((label) => `\`${label}\``).join(' '),
    help,
  ]);
  return [
    INTRO,
    table(['Metric', 'Kind', 'Labels', 'What it says'], rows),
    'The process itself: `process_…` (processor, memory, open files) and `nodejs_…` (event loop, garbage collection, heap), by [prom-client](https://github.com/siimon/prom-client).\n',
  ].join('\n');
}
