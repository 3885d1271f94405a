import type { MessageState, Purpose } from '../../store/notifications/notification-entities.ts';

/** How many messages came to which state since this process began. */
export class Metrics {
  readonly #counts = new Map<string, number>();

  count(purpose: Purpose, state: MessageState): void {
    const key = `purpose="${purpose}",state="${state}"`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** As Prometheus reads it. */
  text(): string {
    const lines = [...this.#counts].sort().map(([labels, count]) => `recert_messages_total{${labels}} ${count}`);
    return ['# TYPE recert_messages_total counter', ...lines, ''].join('\n');
  }
}
