import type { Card } from '../../src/chat/card.ts';
import type { OutgoingFile } from '../../src/chat/outgoing-file.ts';
import type { Place } from '../../src/chat/place.ts';
import { Recent } from '../../src/chat/recent-keys.ts';
import type { Clock } from '../../src/ports.ts';

/** A message the person did not ask for, possibly with a file. */
export interface MailboxMessage {
  readonly card: Card;
  /** Whether everyone in the workspace sees it. */
  readonly to: 'place' | 'sender';
  readonly file?: OutgoingFile;
}

const RETAINED_MS = 24 * 60 * 60_000;
const MAX_PEOPLE = 500;
const MAX_MESSAGES = 20;
const MAX_FILES = 20;

/** Keeps messages until the page's next request, because the server can't push to the page. */
export class Mailbox {
  readonly #messages: Recent<readonly MailboxMessage[]>;
  readonly #files: Recent<OutgoingFile>;

  constructor(clock: Clock) {
    this.#messages = new Recent(clock, RETAINED_MS, MAX_PEOPLE);
    this.#files = new Recent(clock, RETAINED_MS, MAX_FILES);
  }

  put({ tenant, address }: Place, message: MailboxMessage): void {
    const key = JSON.stringify([tenant, address]);
    this.#messages.set(key, [...(this.#messages.get(key) ?? []), message].slice(-MAX_MESSAGES));
    if (message.file !== undefined) this.#files.set(message.file.id, message.file);
  }

  /** Takes the messages to a person out of the mailbox. */
  take({ tenant, address }: Pick<Place, 'tenant' | 'address'>): readonly MailboxMessage[] {
    const key = JSON.stringify([tenant, address]);
    const messages = this.#messages.get(key) ?? [];
    this.#messages.delete(key);
    return messages;
  }

  /** A delivered file. */
  file(id: string): OutgoingFile | undefined {
    return this.#files.get(id);
  }
}
