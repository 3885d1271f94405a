import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { OutgoingFile } from '../../src/chat/outgoing-file.ts';

/** A platform that keeps what it is given: files as they come, and what each message says last. */
export class Shelf {
  readonly files: OutgoingFile[] = [];
  /** Every card that was posted or put in the place of another, in order. */
  readonly cards: Card[] = [];
  readonly adapter: ChatAdapter = {
    platform: 'slack',
    start: async () => undefined,
    stop: async () => undefined,
    post: async (_to, card) => this.#shown(card),
    update: async (_to, _message, card) => this.#shown(card),
    deliver: async (_to, file) => {
      this.files.push(file);
      return { kind: 'sent', message: file.id };
    },
  };

  #shown(card: Card) {
    this.cards.push(card);
    return { kind: 'sent', message: 'm' } as const;
  }

  /** The last file of an ending; throws where none came. */
  last(ending: string): OutgoingFile {
    const found = this.files.findLast(({ name }) => name.endsWith(ending));
    if (found === undefined) throw new Error(`No file came that ends with ${ending}.`);
    return found;
  }
}
