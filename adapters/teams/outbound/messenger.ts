import type { Card } from '../../../src/chat/card.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { cardOf, summaryOf } from '../cards/card.ts';
import { attached } from '../cards/elements.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';
import type { Bot, Message } from './bot.ts';
import { PersonalChats } from './personal-chats.ts';
import type { Reference } from './reference.ts';
import { privatePlaceOf, type ReplyTarget, replyTargetOf } from './reply-target.ts';
import { NotDelivered } from './transport.ts';

interface MessengerDeps {
  readonly bot: Pick<Bot, 'send' | 'sendTargeted' | 'replace' | 'openPersonal'>;
  readonly phrases: Core['phrases'];
  readonly sendLater: Core['sendLater'];
  readonly clock: Clock;
  readonly log: Log;
}

type Outcome = 'sent' | NotDelivered;

/**
 * Sends replies through the bot. No method throws: a card that Teams doesn't take now is sent privately later, and `false` says that a card
 * can't be delivered.
 */
export class Messenger {
  readonly #deps: MessengerDeps;
  readonly #chats: PersonalChats;

  constructor(deps: MessengerDeps) {
    this.#deps = deps;
    this.#chats = new PersonalChats(deps.clock);
  }

  /** Sends a card to everyone in the place, or to the sender alone with a short note in a shared place. */
  async reply(card: Card, to: 'sender' | 'place', target: ReplyTarget): Promise<boolean> {
    const { place, name, isUnseen, isPress } = target;
    if (isUnseen || (isPress && to === 'sender')) return this.#answerUnseen(card, target);
    const phrases = this.#phrasesFor(card, target);
    if (to === 'place' || place.isPersonal)
      return this.#ensureDelivery(await this.#send(card, place, phrases), card, target);
    const isDelivered = await this.sendPrivately(card, target);
    const note = isDelivered ? phrases.chat.answeredPrivately(name) : phrases.chat.notInstalled(name);
    await this.#send(lineCard(note), place, phrases);
    return isDelivered;
  }

  /** Answers a person in their own chat, or else in the place so that only they see it. */
  async #answerUnseen(card: Card, target: ReplyTarget): Promise<boolean> {
    const isDelivered = await this.sendPrivately(card, target);
    if (isDelivered || target.place.isPersonal) return isDelivered;
    const { bot, log } = this.#deps;
    const phrases = this.#phrasesFor(card, target);
    try {
      await bot.sendTargeted(target.place, messageOf(card, phrases, log), target.account);
      return true;
    } catch (error) {
      log.error('An answer for one person may not have been delivered.', { ...outcomeOf(error), error });
      return notDelivered(error).outcome !== 'refused';
    }
  }

  /** Replaces one of the bot's messages; sends a new one if that fails. */
  async replace(id: string, card: Card, target: ReplyTarget): Promise<void> {
    const { bot, log } = this.#deps;
    const phrases = this.#phrasesFor(card, target);
    try {
      await bot.replace(target.place, id, messageOf(card, phrases, log));
    } catch (error) {
      log.warn('A message could not be replaced.', outcomeOf(error));
      await this.#ensureDelivery(await this.#send(card, target.place, phrases), card, target);
    }
  }

  /** Sends a card to the person alone. */
  async sendPrivately(card: Card, target: ReplyTarget): Promise<boolean> {
    const phrases = this.#phrasesFor(card, target);
    if (target.place.isPersonal)
      return this.#ensureDelivery(await this.#send(card, target.place, phrases), card, target);
    try {
      const outcome = await this.#send(card, await this.#personalChat(target), phrases);
      if (outcome !== 'sent' && outcome.outcome === 'refused') this.#chats.forget(target);
      return await this.#ensureDelivery(outcome, card, target);
    } catch (error) {
      this.#deps.log.warn('A personal chat could not be opened.', outcomeOf(error));
      return this.#ensureDelivery(notDelivered(error), card, target);
    }
  }

  /** Lets an answer that may not have arrived be sent privately later; returns `false` if it can't be delivered. */
  async #ensureDelivery(outcome: Outcome, card: Card, target: ReplyTarget): Promise<boolean> {
    if (outcome === 'sent') return true;
    const { from } = target.reader;
    if (outcome.outcome === 'refused' || from === undefined) return false;
    await this.#deps.sendLater({ from, to: privatePlaceOf(target), card });
    return true;
  }

  /** Remembers a person's own chat, if the activity came from it. */
  rememberChat(activity: TeamsActivity): void {
    const target = replyTargetOf(activity);
    if (target.place.isPersonal) this.#chats.remember(target, target.place);
  }

  forgetChat(activity: TeamsActivity): void {
    this.#chats.forget(replyTargetOf(activity));
  }

  async #personalChat(target: ReplyTarget): Promise<Reference> {
    const { place, account } = target;
    const chat = this.#chats.find(target) ?? (await this.#deps.bot.openPersonal(place, account));
    this.#chats.remember(target, { ...chat, serviceUrl: place.serviceUrl });
    return chat;
  }

  async #send(card: Card, to: Reference, phrases: PlatformPhrases): Promise<Outcome> {
    const { bot, log } = this.#deps;
    try {
      await bot.send(to, messageOf(card, phrases, log));
      return 'sent';
    } catch (error) {
      log.error('A message may not have been delivered.', { ...outcomeOf(error), error });
      return notDelivered(error);
    }
  }

  #phrasesFor({ language }: Card, { reader }: ReplyTarget): PlatformPhrases {
    return this.#deps.phrases({ ...reader, language });
  }
}

/** A card as a message; a card that cannot be drawn becomes an apology. */
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

function notDelivered(error: unknown): NotDelivered {
  return error instanceof NotDelivered ? error : new NotDelivered('unknown', undefined, { cause: error });
}

function outcomeOf(error: unknown): { readonly outcome: string; readonly status?: number } {
  if (!(error instanceof NotDelivered)) return { outcome: 'unknown' };
  return { outcome: error.outcome, ...(error.status === undefined ? {} : { status: error.status }) };
}
