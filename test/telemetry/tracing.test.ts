import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it } from 'vitest';
import { inSpan } from '../../src/telemetry/span.ts';
import { startTracing } from '../../src/telemetry/start-tracing.ts';
import { readTracingSettings } from '../../src/telemetry/tracing-settings.ts';
import { talk } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
let stop: (() => Promise<void>) | undefined;

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

function read(env: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  return { settings: readTracingSettings((name) => env[name], problems), problems };
}

describe('the settings of tracing', () => {
  it.each([
    ['nothing is set', {}],
    ['the exporter is none', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }],
    ['the SDK is disabled', { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }],
  ])('leave it off when %s', (_, env) => {
    expect(read(env)).toEqual({ settings: undefined, problems: [] });
  });

  it('turn it on by an address alone', () => {
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' })).toEqual({
      settings: { serviceName: 'recert', sampler: { name: 'parentbased_always_on', ratio: 1 } },
      problems: [],
    });
  });

  it('say what recert can not obey, all at once', () => {
    const { problems } = read({
      OTEL_TRACES_EXPORTER: 'zipkin',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4317',
      OTEL_TRACES_SAMPLER: 'sometimes',
      OTEL_TRACES_SAMPLER_ARG: '2',
    });

    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'OTEL_TRACES_EXPORTER',
      'OTEL_EXPORTER_OTLP_PROTOCOL',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'OTEL_TRACES_SAMPLER',
      'OTEL_TRACES_SAMPLER_ARG',
    ]);
  });
});

describe('a trace', () => {
  const settings = { serviceName: 'recert', sampler: { name: 'always_on', ratio: 1 } } as const;

  it('has the command and how it ended, and nothing that was typed or answered', async () => {
    const exporter = new InMemorySpanExporter();
    stop = startTracing(settings, '1.0.0', exporter);
    const ana = talk({ store: world.store, today: '2026-11-23' });

    await ana.say('history Planted Secret Title');
    await ana.say('Planted Secret Title');
    const spans = await finished(exporter);

    const requests = spans.filter(({ name }) => name === 'request');
    expect(requests.map(({ attributes }) => [attributes.command, attributes.outcome])).toEqual([
      ['history', 'answered'],
      ['help', 'answered'],
    ]);
    const shown = spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
    expect(JSON.stringify(shown)).not.toMatch(/planted|secret|ana\b/iu);
  });

  it('marks a failure by its kind, without its message', async () => {
    const exporter = new InMemorySpanExporter();
    stop = startTracing(settings, '1.0.0', exporter);

    await inSpan('job', { job: 'rounds' }, () => Promise.reject(new TypeError('Ana Duarte is late'))).catch(() => {});
    const [span] = await finished(exporter);

    expect(span).toMatchObject({ attributes: { job: 'rounds', 'error.type': 'TypeError' }, status: { code: 2 } });
    expect(JSON.stringify([span?.attributes, span?.status, span?.events])).not.toContain('Duarte');
  });

  async function finished(exporter: InMemorySpanExporter) {
    // Stopping sends what waits, and then forgets it.
    let spans = exporter.getFinishedSpans();
    const shutdown = exporter.shutdown.bind(exporter);
    exporter.shutdown = () => {
      spans = exporter.getFinishedSpans();
      return shutdown();
    };
    await stop?.();
    stop = undefined;
    return [...spans];
  }
});
