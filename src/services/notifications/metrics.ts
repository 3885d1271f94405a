import type { MessageState, Purpose } from '../../store/notifications/notification-entities.ts';

/** Counts messages by purpose and state since the process started. */
export class Metrics {
  readonly #counts = new Map<string, number>();

  count(purpose: Purpose, state: MessageState): void {
    const key = `purpose="${purpose}",state="${state}"`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Returns the counters in the Prometheus text format. */
  text(): string {
    const lines = [...this.#counts].sort().map(([labels, count]) => `recert_messages_total{${labels}} ${count}`);
    return ['# TYPE recert_messages_total counter', ...lines, ''].join('\n');
  }
}
