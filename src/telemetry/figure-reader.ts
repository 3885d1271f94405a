import { withTimeLimit } from '../limits/with-time-limit.ts';
import type { Clock } from '../ports.ts';
import type { CurrentFigures, FigureSources, OperatingFigures } from './operating-figures.ts';

/** Several scrapers, or a person who reloads, read the database once in this time. */
const FRESH_MS = 5_000;
const WITHIN_MS = 2_000;

/** Reads the figures of all parts. The database is read once in five seconds at most, and for two seconds at most. */
export class FigureReader {
  readonly #sources: FigureSources;
  readonly #clock: Clock;
  #database: Promise<OperatingFigures | undefined> | undefined;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(sources: FigureSources, clock: Clock) {
    this.#sources = sources;
    this.#clock = clock;
  }

  async read(): Promise<CurrentFigures> {
    const { pool, indexes, printer, queues, platforms } = this.#sources;
    const database = await this.#fresh();
    return {
      database,
      pool: pool(),
      indexes: indexes(),
      printer: printer(),
      queues: queues(),
      platforms: platforms(),
    };
  }

  #fresh(): Promise<OperatingFigures | undefined> {
    const now = this.#clock.now().getTime();
    if (this.#database === undefined || Math.abs(now - this.#readAt) >= FRESH_MS) {
      this.#readAt = now;
      const read = this.#sources.database().catch(() => undefined);
      this.#database = withTimeLimit(read, WITHIN_MS, () => undefined);
    }
    return this.#database;
  }
}
