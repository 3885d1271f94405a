import { ErrorCode } from '@slack/web-api';
import type { Card } from '../../src/chat/card.ts';
import type { Place, Sent } from '../../src/chat/interaction.ts';
import { type Clients, isRefusal, reasonOf } from './clients.ts';
import type { DirectMessages } from './direct.ts';
import { message } from './message.ts';

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
