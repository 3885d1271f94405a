const MOST_KEPT = 10_000;

/** A set that forgets its oldest keys when it is full. */
export class Keys {
  readonly #kept = new Set<string>();

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  add(key: string): void {
    this.#kept.add(key);
    if (this.#kept.size <= MOST_KEPT) return;
    for (const oldest of this.#kept) {
      this.#kept.delete(oldest);
      return;
    }
  }
}
