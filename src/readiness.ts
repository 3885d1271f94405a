import type { PlatformStatus } from './chat/platform-status.ts';
import { withTimeLimit } from './limits/with-time-limit.ts';
import type { Clock } from './ports.ts';

const WITHIN_MS = 2_000;

/** Why and since when a part of recert doesn't work. */
interface Failure {
  readonly since: Date;
  readonly problem: string;
}

/** The answer of `/readyz`: each part by its name. */
export interface ReadinessReport {
  readonly isReady: boolean;
  readonly parts: Readonly<
    Record<string, { readonly ready: boolean; readonly since?: string; readonly problem?: string }>
  >;
}

/** Knows whether the database answers and which platforms are connected. */
export class Readiness {
  readonly #clock: Clock;
  readonly #ping: () => Promise<void>;
  readonly #failures = new Map<string, Failure | undefined>();

  /** Starts with every platform unconnected. */
  constructor(clock: Clock, ping: () => Promise<void>, platforms: readonly string[]) {
    this.#clock = clock;
    this.#ping = ping;
    for (const platform of platforms) this.#fail(platform, 'Connecting.');
  }

  /** Whether each platform is connected. */
  get platforms(): Readonly<Record<string, boolean>> {
    const platforms = [...this.#failures].filter(([name]) => name !== 'database');
    return Object.fromEntries(platforms.map(([name, failure]) => [name, failure === undefined]));
  }

  /** Takes the status of a platform. Returns whether it says something new. */
  report(platform: string, status: PlatformStatus): boolean {
    const before = this.#failures.get(platform);
    switch (status.kind) {
      case 'connected':
        this.#failures.set(platform, undefined);
        return before !== undefined;
      case 'disconnected':
        this.#fail(platform, status.problem);
        return before?.problem !== status.problem;
    }
  }

  /** Asks the database, for two seconds at most, and says what works. */
  async check(): Promise<ReadinessReport> {
    const failed = () => this.#fail('database', 'The database is not responding.');
    const answered = this.#ping().then(() => void this.#failures.delete('database'), failed);
    await withTimeLimit(answered, WITHIN_MS, failed);
    const failures = [['database', this.#failures.get('database')] as const, ...this.#failures];
    return {
      isReady: failures.every(([, failure]) => failure === undefined),
      parts: Object.fromEntries(failures.map(([name, failure]) => [name, partOf(failure)])),
    };
  }

  #fail(part: string, problem: string): void {
    this.#failures.set(part, { since: this.#failures.get(part)?.since ?? this.#clock.now(), problem });
  }
}

/** Returns the report as anyone may read it: which part doesn't work and since when, without the reason. */
export function publicReport({ isReady, parts }: ReadinessReport) {
  const withoutReasons = Object.entries(parts).map(([name, { problem: _, ...part }]) => [name, part] as const);
  return { ready: isReady, ...Object.fromEntries(withoutReasons) };
}

function partOf(failure: Failure | undefined): ReadinessReport['parts'][string] {
  return failure === undefined
    ? { ready: true }
    : { ready: false, since: failure.since.toISOString(), problem: failure.problem };
}
