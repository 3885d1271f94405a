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
    post: async ({ address }: Place, card: Card, thread?: string): Promise<Sent> =>
      outcomeOf(async () => {
        const channel = isPerson(address) ? await direct.with(address) : address;
        const about = { channel, ...message(card), unfurl_links: false, unfurl_media: false };
        const ts = thread?.split(':')[1];
        const said = await chat.postMessage(ts ? { ...about, thread_ts: ts } : about);
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
    const { code, retryAfter } = error as { code?: unknown; retryAfter?: unknown };
    if (code !== ErrorCode.RateLimitedError) return { kind: wasRefused(error) ? 'busy' : 'unknown', reason };
    return { kind: 'busy', reason, ...(typeof retryAfter === 'number' ? { afterMs: retryAfter * 1000 } : {}) };
  }
}

/** Nobody was there to take it, so nothing was sent. */
function wasRefused(error: unknown): boolean {
  for (
    let cause: unknown = error;
    cause instanceof Error;
    cause = (cause as { original?: unknown }).original ?? cause.cause
  )
    if (['ECONNREFUSED', 'ENOTFOUND'].includes(String((cause as { code?: unknown }).code))) return true;
  return false;
}

function isPerson(address: string): boolean {
  return /^[UW]/u.test(address);
}
