import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock } from '../../../src/ports.ts';
import type { Reference } from './reference.ts';
import type { ReplyTarget } from './reply-target.ts';

const REMEMBERED_MS = 24 * 60 * 60_000;
const MAX_REMEMBERED = 5000;

/** Remembers for a day where each person's personal chat with the bot is. */
export class PersonalChats {
  readonly #chats: Recent<Reference>;

  constructor(clock: Clock) {
    this.#chats = new Recent(clock, REMEMBERED_MS, MAX_REMEMBERED);
  }

  find(target: ReplyTarget): Reference | undefined {
    return this.#chats.get(keyOf(target));
  }

  remember(target: ReplyTarget, chat: Reference): void {
    this.#chats.set(keyOf(target), chat);
  }

  forget(target: ReplyTarget): void {
    this.#chats.delete(keyOf(target));
  }
}

function keyOf({ place, account }: ReplyTarget): string {
  return JSON.stringify([place.tenant, place.bot, account]);
}
