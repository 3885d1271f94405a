import type { Card } from '../../../src/chat/card.ts';
import { cardWords } from '../../../src/chat/card-words.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import { isConnectionRefused } from '../../../src/chat/connection-refused.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { DeliveryResult, OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { SendResult } from '../../../src/chat/send-result.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { LIMITS } from '../cards/limits.ts';
import { message } from '../cards/message.ts';
import { escapeText } from '../cards/text.ts';
import { type Clients, isRateLimited, isRefusal, reasonOf, retryAfterOf } from './clients.ts';
import type { DirectMessages } from './direct-messages.ts';

interface PostDeps {
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
  readonly clients: Clients;
  readonly direct: DirectMessages;
}

/** Posts, updates and delivers to a channel or a person's direct messages. Nothing is retried. */
export function poster({ core, clients, direct }: PostDeps): Pick<ChatAdapter, 'post' | 'update' | 'deliver'> {
  const chat = clients.bulk.chat;
  const render = async (card: Card) => message(card, (await core).phrases(card));
  return {
    post: async ({ address }: Place, card: Card, thread?: string): Promise<SendResult> =>
      outcomeOf(async () => {
        const channel = isPerson(address) ? await direct.with(address) : address;
        const about = { channel, ...(await render(card)), unfurl_links: false, unfurl_media: false };
        const ts = thread?.split(':')[1];
        const posted = await chat.postMessage(ts ? { ...about, thread_ts: ts } : about);
        return `${posted.channel ?? channel}:${posted.ts ?? ''}`;
      }),
    update: async (_where: Place, id: string, card: Card): Promise<SendResult> =>
      outcomeOf(async () => {
        const [channel = '', ts = ''] = id.split(':');
        await chat.update({ channel, ts, ...(await render(card)) });
        return id;
      }),
    deliver: async ({ address }: Place, file: OutgoingFile, card: Card): Promise<DeliveryResult> =>
      outcomeOf(async () => {
        const channel_id = isPerson(address) ? await direct.with(address) : address;
        const sent = await clients.upload.filesUploadV2({
          channel_id,
          filename: file.name,
          title: file.name,
          file: Buffer.from(file.bytes),
          initial_comment: escapeText(shorten(cardWords(card), LIMITS.text)),
        });
        return sent.files[0]?.files?.[0]?.id ?? '';
      }),
  };
}

async function outcomeOf(work: () => Promise<string>): Promise<SendResult> {
  try {
    return { kind: 'sent', message: await work() };
  } catch (error) {
    const reason = reasonOf(error);
    if (isRefusal(error)) return { kind: 'refused', reason };
    if (!isRateLimited(error)) return { kind: isConnectionRefused(error) ? 'busy' : 'unknown', reason };
    const seconds = retryAfterOf(error);
    return { kind: 'busy', reason, ...(seconds === undefined ? {} : { afterMs: seconds * 1000 }) };
  }
}

function isPerson(address: string): boolean {
  return /^[UW]/u.test(address);
}
