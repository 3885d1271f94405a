import type { Card } from '../../src/chat/card.ts';
import type { OutgoingFile } from '../../src/chat/outgoing-file.ts';
import type { Place } from '../../src/chat/place.ts';
import { Recent } from '../../src/chat/recent.ts';
import type { Clock } from '../../src/ports.ts';

/** Something said to a person who had not asked, with a file perhaps. */
export interface MailboxMessage {
  readonly card: Card;
  /** Whether everybody has it. */
  readonly to: 'place' | 'sender';
  readonly file?: OutgoingFile;
}

const KEPT_MS = 24 * 60 * 60_000;
const MOST_PEOPLE = 500;
const MOST_LETTERS = 20;
const MAX_FILES = 20;

/** What waits for people until the page asks the next time: it is told nothing by itself. */
export class Mailbox {
  readonly #letters: Recent<readonly MailboxMessage[]>;
  readonly #files: Recent<OutgoingFile>;

  constructor(clock: Clock) {
    this.#letters = new Recent(clock, KEPT_MS, MOST_PEOPLE);
    this.#files = new Recent(clock, KEPT_MS, MAX_FILES);
  }

  put({ tenant, address }: Place, message: MailboxMessage): void {
    const key = JSON.stringify([tenant, address]);
    this.#letters.set(key, [...(this.#letters.get(key) ?? []), message].slice(-MOST_LETTERS));
    if (message.file !== undefined) this.#files.set(message.file.id, message.file);
  }

  /** The letters to a person, each of them once. */
  take({ tenant, address }: Pick<Place, 'tenant' | 'address'>): readonly MailboxMessage[] {
    const key = JSON.stringify([tenant, address]);
    const letters = this.#letters.get(key) ?? [];
    this.#letters.delete(key);
    return letters;
  }

  /** A file that was brought. */
  file(id: string): OutgoingFile | undefined {
    return this.#files.get(id);
  }
}
