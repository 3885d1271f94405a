import { describe, expect, it } from 'vitest';
import { FigureReader } from '../../src/telemetry/figure-reader.ts';
import { addGauges } from '../../src/telemetry/gauges.ts';
import { METRICS } from '../../src/telemetry/metric-table.ts';
import { Metrics } from '../../src/telemetry/metrics.ts';
import type { FigureSources, OperatingFigures } from '../../src/telemetry/operating-figures.ts';

const STORED: OperatingFigures = {
  workspaces: 3,
  workspacesDue: 2,
  oldestWorkspaceDueSeconds: 40,
  outbox: [{ purpose: 'digest', state: 'due', count: 5 }],
  oldestMessageDueSeconds: 90,
  feeds: { ok: 4, failing: 1, new: 0, off: 2 },
};

let now = new Date('2026-11-30T08:00:00Z');
const clock = { now: () => now };

function sourcesWith(database: FigureSources['database']): FigureSources {
  return {
    database,
    pool: () => ({ busy: 2, idle: 3, waiting: 1 }),
    indexes: () => ({ indexes: 1, opportunities: 60, bytes: 1000 }),
    printer: () => ({ running: 1, waiting: 4 }),
    queues: () => ({ plain: { running: 8, waiting: 12 }, files: { running: 0, waiting: 0 } }),
    platforms: () => ({ slack: true, teams: false }),
  };
}

describe('the metrics', () => {
  it('count messages by purpose and state', async () => {
    const metrics = new Metrics();
    metrics.countMessage('nudge', 'sent', 2_000);
    metrics.countMessage('digest', 'unknown');
    metrics.countMessage('nudge', 'sent', 30_000);

    const text = await metrics.text();

    expect(text).toContain('recert_messages_total{purpose="nudge",state="sent"} 2');
    expect(text).toContain('recert_messages_total{purpose="digest",state="unknown"} 1');
    expect(text).toContain('recert_message_delay_seconds_bucket{le="10",purpose="nudge"} 1');
    expect(text).not.toContain('recert_message_delay_seconds_count{purpose="digest"}');
  });

  it('measure statements by their first word, whatever else they contain', async () => {
    const metrics = new Metrics();
    metrics.observeStatement('select * from person where name = $1', 3);
    metrics.observeStatement("Ana_Duarte's own statement", 3);

    const kinds = [...(await metrics.text()).matchAll(/statement_duration_seconds_count\{kind="([^"]*)"\}/gu)];

    expect(kinds.map(([, kind]) => kind).toSorted()).toEqual(['other', 'select']);
  });

  it('have a gauge for each figure, and none for what is not there any more', async () => {
    const metrics = new Metrics();
    let stored = STORED;
    const write = addGauges(
      metrics,
      new FigureReader(
        sourcesWith(async () => stored),
        clock,
      ),
    );

    const first = await write();
    now = new Date(now.getTime() + 60_000);
    stored = { ...STORED, outbox: [] };
    const second = await write();

    for (const line of [
      'recert_database_up 1',
      'recert_workspaces 3',
      'recert_workspaces_due 2',
      'recert_workspaces_oldest_due_seconds 40',
      'recert_outbox_messages{purpose="digest",state="due"} 5',
      'recert_outbox_oldest_due_seconds 90',
      'recert_feeds{health="failing"} 1',
      'recert_database_connections{state="waiting"} 1',
      'recert_search_index_bytes 1000',
      'recert_printer_documents{state="waiting"} 4',
      'recert_queue_requests{queue="plain",state="waiting"} 12',
      'recert_platform_connected{platform="teams"} 0',
    ])
      expect(first).toContain(line);
    expect(second).not.toContain('recert_outbox_messages{');
  });

  it('say that the database does not answer, and everything else', async () => {
    const write = addGauges(
      new Metrics(),
      new FigureReader(
        sourcesWith(() => Promise.reject(new Error('down'))),
        clock,
      ),
    );

    const text = await write();

    expect(text).toContain('recert_database_up 0');
    expect(text).toContain('recert_platform_connected{platform="slack"} 1');
  });

  it('read the database once in five seconds at most', async () => {
    let reads = 0;
    const reader = new FigureReader(
      sourcesWith(async () => {
        reads += 1;
        return STORED;
      }),
      clock,
    );

    await Promise.all([reader.read(), reader.read()]);
    await reader.read();
    expect(reads).toBe(1);

    now = new Date(now.getTime() + 5_000);
    await reader.read();
    expect(reads).toBe(2);
  });

  it('are all in the table', async () => {
    const metrics = new Metrics();
    addGauges(
      metrics,
      new FigureReader(
        sourcesWith(async () => STORED),
        clock,
      ),
    );
    metrics.addProcess('1.0.0');
    const named = Object.values(METRICS).map(({ name }) => name);

    const registered = metrics.registry.getMetricsAsArray().map(({ name }) => name);

    expect(registered.filter((name) => name.startsWith('recert_')).toSorted()).toEqual(named.toSorted());
  });
});
