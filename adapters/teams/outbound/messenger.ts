import type { Card } from '../../../src/chat/card.ts';
import type { Core } from '../../../src/chat/core.ts';
import type { Reader } from '../../../src/chat/identity.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import { Recent } from '../../../src/chat/recent.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { cardOf, summaryOf } from '../cards/card.ts';
import { attached } from '../cards/elements.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';
import { readerOf } from '../inbound/people.ts';
import type { Bot, Message } from './bot.ts';
import { type Reference, referenceOf } from './reference.ts';
import { NotDelivered } from './transport.ts';

const KNOWN_MS = 24 * 60 * 60_000;
const MAX_CACHED = 5000;

/** Somebody who waits for an answer, and where. */
export interface ReplyTarget {
  readonly place: Reference;
  /** The platform's id of the person in this conversation. */
  readonly account: string;
  readonly name: string;
  readonly reader: Reader;
  /** Nobody else saw the question, and nobody else is to see that there was an answer. */
  readonly isUnseen: boolean;
}

/** With what the adapter speaks. Nothing here throws: what could not be said is logged, and `false` says that it was not. */
export interface Messenger {
  /** To everybody in the place, or to the sender alone; then a place of several learns that there was an answer. */
  say(card: Card, to: 'sender' | 'place', listener: ReplyTarget): Promise<boolean>;
  /** In the place of the bot's own message; as a new one where that cannot be. */
  replace(id: string, card: Card, listener: ReplyTarget): Promise<void>;
  /** To the sender alone, and to nobody else a word. */
  tell(card: Card, listener: ReplyTarget): Promise<boolean>;
  /** Remembers where a person's own chat is. */
  met(activity: TeamsActivity): void;
  /** Forgets it. */
  left(activity: TeamsActivity): void;
}

interface MessengerDeps {
  readonly bot: Pick<Bot, 'say' | 'replace' | 'openPersonal'>;
  readonly phrases: Core['phrases'];
  readonly clock: Clock;
  readonly log: Log;
}

/** The one who waits for the answer to an activity. */
export function replyTargetOf(activity: TeamsActivity): ReplyTarget {
  const { from, recipient } = activity;
  const name = from.name?.trim() ?? '';
  return {
    place: referenceOf(activity),
    account: from.id,
    name,
    reader: readerOf(activity),
    isUnseen: recipient.isTargeted === true,
  };
}

/** Speaks through the bot. */
export function createMessenger({ bot, phrases, clock, log }: MessengerDeps): Messenger {
  const personal = new Recent<Reference>(clock, KNOWN_MS, MAX_CACHED);
  const keyOf = ({ place, account }: ReplyTarget) => JSON.stringify([place.tenant, place.bot, account]);

  const phrasesFor = ({ language }: Card, { reader }: ReplyTarget) => phrases({ ...reader, language });

  async function send(card: Card, to: Reference, phrases: PlatformPhrases): Promise<'sent' | NotDelivered> {
    try {
      await bot.say(to, messageOf(card, phrases, log));
      return 'sent';
    } catch (error) {
      log.error('A message did not certainly reach its reader.', { ...outcomeOf(error), error });
      return error instanceof NotDelivered ? error : new NotDelivered('unknown', undefined, error);
    }
  }

  async function sendPrivately(card: Card, listener: ReplyTarget): Promise<'sent' | NotDelivered> {
    const { place, account } = listener;
    const stated = phrasesFor(card, listener);
    if (place.isPersonal) return send(card, place, stated);
    try {
      const chat = personal.get(keyOf(listener)) ?? (await bot.openPersonal(place, account));
      personal.set(keyOf(listener), { ...chat, serviceUrl: place.serviceUrl });
      const sent = await send(card, chat, stated);
      if (sent !== 'sent' && sent.outcome === 'refused') personal.delete(keyOf(listener));
      return sent;
    } catch (error) {
      log.warn('A personal chat could not be opened.', outcomeOf(error));
      return error instanceof NotDelivered ? error : new NotDelivered('unknown', undefined, error);
    }
  }

  return {
    say: async (card, to, listener) => {
      const { place, name, isUnseen } = listener;
      if (isUnseen) {
        return arrived(await sendPrivately(card, listener));
      }
      if (to === 'place' || place.isPersonal) {
        return arrived(await send(card, place, phrasesFor(card, listener)));
      }
      const sent = await sendPrivately(card, listener);
      const stated = phrasesFor(card, listener);
      const line = arrived(sent) ? stated.chat.answeredPrivately(name) : stated.chat.notInstalled(name);
      await send(lineCard(line), place, stated);
      return arrived(sent);
    },
    replace: async (id, card, listener) => {
      const { place } = listener;
      const stated = phrasesFor(card, listener);
      try {
        await bot.replace(place, id, messageOf(card, stated, log));
      } catch (error) {
        log.warn('A message could not be replaced.', outcomeOf(error));
        await send(card, place, stated);
      }
    },
    tell: async (card, listener) => arrived(await sendPrivately(card, listener)),
    left: (activity) => personal.delete(keyOf(replyTargetOf(activity))),
    met: (activity) => {
      const listener = replyTargetOf(activity);
      if (listener.place.isPersonal) personal.set(keyOf(listener), listener.place);
    },
  };
}

/** A card as a message; one that cannot be drawn becomes an apology. */
export function messageOf(card: Card, phrases: PlatformPhrases, log: Log): Message {
  try {
    return { summary: summaryOf(card), attachment: attached(cardOf(card, phrases)) };
  } catch (error) {
    log.error('A reply could not be drawn.', { error });
    const failed = renderNotice(phrases.notice.failed);
    return { summary: summaryOf(failed), attachment: attached(cardOf(failed, phrases)) };
  }
}

/** One line as a card. */
export function lineCard(line: string): Card {
  return { title: '', blocks: [{ kind: 'note', text: line }] };
}

// What perhaps arrived is not said again: a second copy is worse than a line in the log.
function arrived(sent: 'sent' | NotDelivered): boolean {
  return sent === 'sent' || sent.outcome === 'unknown';
}

function outcomeOf(error: unknown): { readonly outcome: string; readonly status?: number } {
  if (!(error instanceof NotDelivered)) return { outcome: 'unknown' };
  return { outcome: error.outcome, ...(error.status === undefined ? {} : { status: error.status }) };
}
