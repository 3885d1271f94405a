import { ErrorCode } from '@slack/web-api';
import type { Card } from '../../src/chat/card.ts';
import { cardWords } from '../../src/chat/card-words.ts';
import type { Delivered, OutgoingFile, Place, Sent } from '../../src/chat/interaction.ts';
import { shorten } from '../../src/chat/shorten.ts';
import { type Clients, isRefusal, reasonOf } from './clients.ts';
import type { DirectMessages } from './direct.ts';
import { LIMITS } from './limits.ts';
import { message } from './message.ts';
import { escapeText } from './text.ts';

interface Parts {
  readonly clients: Clients;
  readonly direct: DirectMessages;
}

/** Speaks first: to a channel, or to a person in their direct messages. Nothing is repeated. */
export function poster({ clients, direct }: Parts) {
  const chat = clients.bulk.chat;
  return {
    post: async ({ address }: Place, card: Card): Promise<Sent> =>
      outcomeOf(async () => {
        const channel = isPerson(address) ? await direct.with(address) : address;
        const said = await chat.postMessage({ channel, ...message(card), unfurl_links: false, unfurl_media: false });
        return `${said.channel ?? channel}:${said.ts ?? ''}`;
      }),
    update: async (_where: Place, id: string, card: Card): Promise<Sent> =>
      outcomeOf(async () => {
        const [channel = '', ts = ''] = id.split(':');
        await chat.update({ channel, ts, ...message(card) });
        return id;
      }),
    deliver: async ({ address }: Place, file: OutgoingFile, card: Card): Promise<Delivered> =>
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

async function outcomeOf(work: () => Promise<string>): Promise<Sent> {
  try {
    return { kind: 'sent', message: await work() };
  } catch (error) {
    const reason = reasonOf(error);
    if (isRefusal(error)) return { kind: 'refused', reason };
    const isBusy = (error as { code?: unknown }).code === ErrorCode.RateLimitedError;
    return { kind: isBusy ? 'busy' : 'unknown', reason };
  }
}

function isPerson(address: string): boolean {
  return /^[UW]/u.test(address);
}
