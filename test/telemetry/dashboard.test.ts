import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { METRICS, type MetricDefinition } from '../../src/telemetry/metric-table.ts';
import { Metrics } from '../../src/telemetry/metrics.ts';

const Dashboard = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});

/** The words of the query language that look like names of metrics. */
const QUERY_WORDS = /^(?:by|sum|max|min|rate|increase|histogram_quantile|topk|time|le)$/u;

const file = readFileSync(join(import.meta.dirname, '../../docker/grafana-dashboard.json'), 'utf8');
const { panels } = Dashboard.parse(JSON.parse(file));
const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

const definitions: readonly MetricDefinition[] = Object.values(METRICS);

/** The samples that a metric has, histograms with their parts. */
function samplesOf({ name, kind }: MetricDefinition): readonly string[] {
  return kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name];
}

describe('the dashboard', () => {
  it('asks only for metrics that there are', () => {
    const metrics = new Metrics();
    metrics.addProcess('1.0.0');
    const ofProcess = metrics.registry.getMetricsAsArray().map(({ name }) => name);
    const known = new Set([...definitions.flatMap(samplesOf), ...ofProcess]);
    const labels = new Set([...definitions.flatMap(({ labels }) => labels), 'instance']);

    const words = expressions.flatMap(
      (expr) => expr.replace(/"[^"]*"|\[[^\]]*\]/gu, '').match(/[a-z_][a-z_\d]*/gu) ?? [],
    );
    const unknown = words.filter((word) => !QUERY_WORDS.test(word) && !labels.has(word) && !known.has(word));

    expect(unknown).toEqual([]);
  });

  it('shows every metric but the version', () => {
    const unseen = definitions.filter(
      (one) => !expressions.some((expr) => samplesOf(one).some((name) => expr.includes(name))),
    );

    expect(unseen.map(({ name }) => name)).toEqual(['recert_build_info']);
  });
});
