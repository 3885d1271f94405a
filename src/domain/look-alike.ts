import type { Day } from './calendar.ts';

/** An activity, as far as it can be the same as another one. */
export interface Comparable {
  readonly title: string;
  readonly provider: string;
  readonly start: Day;
  readonly end: Day;
  /** SHA-256 of the files that prove it. */
  readonly files: readonly string[];
}

/** Another activity that looks like the same event, and why. */
export interface LookAlike<T> {
  readonly other: T;
  readonly reason: 'same-file' | 'same-event';
}

/** So much of the longer title may differ. */
const TOLERANCE = 0.2;
/** Fewer letters than this say too little to be found inside another title. */
const TELLING = 8;

/**
 * Activities that look like the same event: the same proof file; or days in common, the same provider where both have one, and a
 * near-equal title. Numbers that differ make titles different. Source: DOMAIN, section 7.
 */
export function lookAlikes<T extends Comparable>(one: Comparable, others: readonly T[]): readonly LookAlike<T>[] {
  const title = new Title(one.title);
  const provider = fold(one.provider);
  return others.flatMap((other): readonly LookAlike<T>[] => {
    if (other.files.some((file) => one.files.includes(file))) return [{ other, reason: 'same-file' }];
    const isSameTime = other.start <= one.end && one.start <= other.end;
    const theirs = fold(other.provider);
    const isSameProvider = provider === '' || theirs === '' || provider === theirs;
    return isSameTime && isSameProvider && title.isNear(new Title(other.title))
      ? [{ other, reason: 'same-event' }]
      : [];
  });
}

class Title {
  readonly #folded: string;
  readonly #words: string;
  readonly #numbers: string;

  constructor(title: string) {
    const words =
      title
        .normalize('NFKD')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    this.#folded = words.join('');
    this.#words = [...words].sort().join(' ');
    this.#numbers = (title.normalize('NFKC').match(/\p{N}+/gu) ?? []).sort().join(' ');
  }

  isNear(other: Title): boolean {
    if (this.#folded === '' || other.#folded === '') return false;
    if (this.#numbers !== other.#numbers) return false;
    if (this.#folded === other.#folded || this.#words === other.#words) return true;
    const [short, long] = [this.#folded, other.#folded].sort((a, b) => a.length - b.length) as [string, string];
    if (short.length >= TELLING && long.includes(short)) return true;
    const most = Math.floor(long.length * TOLERANCE);
    return long.length - short.length <= most && distance(short, long) <= most;
  }
}

function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join('');
}

/** How many letters must be put in, taken out or changed to make one text of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
