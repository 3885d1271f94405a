/** How many bits a weight has; the rest of 32 is the number of the document. */
const WEIGHT_BITS = 8;
const MAX_WEIGHT = 2 ** WEIGHT_BITS - 1;

/** The documents that have a term, each with a weight from 0 to 1, packed into 4 bytes each. */
export class Postings {
  #packed = new Uint32Array(4);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a document, whose number is higher than those before it and below 2 ** 24. */
  add(document: number, weight: number): void {
    if (this.#length === this.#packed.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#packed);
      this.#packed = larger;
    }
    this.#packed[this.#length] = (document << WEIGHT_BITS) | Math.max(1, Math.round(Math.min(1, weight) * MAX_WEIGHT));
    this.#length += 1;
  }

  forEach(visit: (document: number, weight: number) => void): void {
    for (let index = 0; index < this.#length; index += 1) {
      const packed = this.#packed[index] ?? 0;
      visit(packed >>> WEIGHT_BITS, (packed & MAX_WEIGHT) / MAX_WEIGHT);
    }
  }
}
