import { z } from 'zod';
import type { Card } from '../../../src/chat/card.ts';
import type { ChatAdapter, PostOptions } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { DeliveryResult, OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { SendResult, Unreachable } from '../../../src/chat/send-result.ts';
import type { Log } from '../../../src/ports.ts';
import { consentMessage, linkCard } from '../files/file-messages.ts';
import type { Bot, Message } from './bot.ts';
import { messageOf } from './messenger.ts';
import { Reference, rootOf } from './reference.ts';
import { NotDelivered } from './transport.ts';

interface PostDeps {
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
  readonly bot: Promise<Pick<Bot, 'send' | 'replace' | 'openPersonal' | 'member'>>;
  /** Whether the bot serves a tenant; a stored reference may name one it no longer serves. */
  isServed(tenant: string): boolean;
  readonly log: Log;
}

/** Posts, updates and delivers to stored places. The transport checks the host of each again, and never repeats a message. */
export function poster({
  core,
  bot,
  isServed,
  log,
}: PostDeps): Pick<ChatAdapter, 'ping' | 'post' | 'update' | 'deliver'> {
  const render = async (card: Card) => messageOf(card, (await core).phrases(card), log);
  return {
    ping: async (to: Place): Promise<Unreachable | undefined> => {
      const answer = await outcomeOf(async () => {
        const { account: _, ...reference } = referenceIn(to, isServed);
        return (await (await bot).member(reference, reference.bot)).id;
      });
      // A refusal is an answer, too.
      return answer.kind === 'sent' || answer.kind === 'refused' ? undefined : { ...answer, kind: 'busy' };
    },
    post: async (to: Place, card: Card, { thread }: PostOptions = {}): Promise<SendResult> =>
      outcomeOf(async () => {
        const { account, ...reference } = referenceIn(to, isServed);
        const chat =
          account === undefined ? inThread(reference, thread) : await (await bot).openPersonal(reference, account);
        const id = await (await bot).send(chat, await render(card));
        return JSON.stringify([chat.conversation, id ?? '']);
      }),
    update: async (where: Place, message: string, card: Card): Promise<SendResult> =>
      outcomeOf(async () => {
        const [conversation, id] = MessageId.parse(JSON.parse(message));
        await (await bot).replace({ ...referenceIn(where, isServed), conversation }, id, await render(card));
        return message;
      }),
    deliver: async (to: Place, file: OutgoingFile, card: Card): Promise<DeliveryResult> =>
      settledOutcome(async () => {
        const { account, ...reference } = referenceIn(to, isServed);
        const chat = account === undefined ? reference : await (await bot).openPersonal(reference, account);
        const send = async (message: Message) =>
          JSON.stringify([chat.conversation, (await (await bot).send(chat, message)) ?? '']);
        if (chat.isPersonal)
          return { kind: 'waiting', message: await send(consentMessage(file, card)), for: 'consent' };
        const { link } = file;
        if (link === undefined) return { kind: 'refused', reason: 'there is no public address for a link' };
        const phrases = (await core).phrases(card);
        const linked = linkCard(card, { name: file.name, url: link }, phrases.file);
        return { kind: 'waiting', message: await send(messageOf(linked, phrases, log)), for: 'link' };
      }),
  };
}

/** The id of a message for `update`: its conversation, and its id in there. */
const MessageId = z.tuple([z.string(), z.string()]);

/** Only channels have threads. */
const CHANNEL = /^19:.+@thread\.(?:tacv2|skype)$/;

/** The channel itself rather than the thread it was stored from, or the thread of one of the bot's messages. */
function inThread(reference: Reference, thread: string | undefined): Reference {
  const root = rootOf(reference);
  if (!CHANNEL.test(root)) return reference;
  const id = thread === undefined ? '' : MessageId.parse(JSON.parse(thread))[1];
  return { ...reference, conversation: id === '' ? root : `${root};messageid=${id}` };
}

function referenceIn({ address }: Place, isServed: PostDeps['isServed']): Reference {
  const reference = Reference.parse(JSON.parse(address));
  if (!isServed(reference.tenant)) throw new NotDelivered('refused');
  return reference;
}

async function outcomeOf(work: () => Promise<string>): Promise<SendResult> {
  return settledOutcome(async () => ({ kind: 'sent', message: await work() }));
}

async function settledOutcome<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | Failed> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotDelivered)) return { kind: 'unknown', reason: error instanceof Error ? error.name : '' };
    const { outcome, status, afterMs } = error;
    const reason = String(status ?? outcome);
    if (outcome !== 'busy') return { kind: outcome, reason };
    return { kind: outcome, reason, ...(afterMs === undefined ? {} : { afterMs }) };
  }
}

type Failed = Exclude<SendResult, { kind: 'sent' }>;
