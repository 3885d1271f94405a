import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { METRICS, type MetricDefinition } from './metric-table.ts';

/** How an interaction ended. */
export type RequestOutcome = 'answered' | 'refused' | 'busy' | 'slow' | 'failed';

/** What was answered, for a histogram. */
export interface AnsweredRequest {
  readonly platform: string;
  /** The name of a command, never what was typed. */
  readonly command: string;
  readonly outcome: RequestOutcome;
}

/** The words that a statement may begin with; all others count together. */
const STATEMENT_KINDS = new Set(['select', 'insert', 'update', 'delete', 'with', 'begin', 'commit', 'rollback', 'set']);

/** Counts and measures what this process does, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = this.#histogram(METRICS.requests);
  readonly #messages = this.#counter(METRICS.messages);
  readonly #messageDelay = this.#histogram(METRICS.messageDelay);
  readonly #statements = this.#histogram(METRICS.statements);
  readonly #jobs = this.#histogram(METRICS.jobs);
  readonly #jobEnded = this.gauge(METRICS.jobEnded);

  /** Adds the metrics of the process itself: memory, processor, event loop, garbage collection. */
  addProcess(version: string): void {
    collectDefaultMetrics({ register: this.registry });
    this.gauge(METRICS.build).set({ version }, 1);
  }

  /** Counts a message by what became of it; `delayMs` is the time since it was due, if it was sent. */
  countMessage(purpose: string, state: string, delayMs?: number): void {
    this.#messages.inc({ purpose, state });
    if (delayMs !== undefined) this.#messageDelay.observe({ purpose }, Math.max(0, delayMs) / 1000);
  }

  observeRequest(request: AnsweredRequest, ms: number): void {
    this.#requests.observe({ ...request }, ms / 1000);
  }

  /** Measures a statement; only its first word is looked at. */
  observeStatement(sql: string, ms: number): void {
    const word = /^\s*([a-z]+)/iu.exec(sql)?.[1]?.toLowerCase() ?? '';
    this.#statements.observe({ kind: STATEMENT_KINDS.has(word) ? word : 'other' }, ms / 1000);
  }

  observeJob(job: string, outcome: 'ended' | 'failed', { ms, now }: { readonly ms: number; readonly now: Date }): void {
    this.#jobs.observe({ job, outcome }, ms / 1000);
    this.#jobEnded.set({ job }, now.getTime() / 1000);
  }

  /** Returns all metrics in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Adds a gauge of the table. */
  gauge({ name, help, labels }: MetricDefinition): Gauge {
    return new Gauge({ name, help, labelNames: [...labels], registers: [this.registry] });
  }

  #counter({ name, help, labels }: MetricDefinition): Counter {
    return new Counter({ name, help, labelNames: [...labels], registers: [this.registry] });
  }

  #histogram({ name, help, labels, buckets = [] }: MetricDefinition): Histogram {
    return new Histogram({
      name,
      help,
      labelNames: [...labels],
      buckets: [...buckets],
      registers: [this.registry],
    });
  }
}
