import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../src/chat/card.ts';
import { cardWords } from '../../../src/chat/card-as-text.ts';
import type { ChatAdapter, PostOptions } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { DeliveryResult, OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { SendResult, Unreachable } from '../../../src/chat/send-result.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { LIMITS } from '../cards/limits.ts';
import { message } from '../cards/message.ts';
import { escapeText } from '../cards/text.ts';
import type { TenantServices } from '../tenants/tenant-services.ts';
import { reasonOf } from './clients.ts';
import { failureOf } from './failure.ts';

interface PostDeps {
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
  /** Finds what serves the tenant of a place. Throws if that can't be read now. */
  readonly of: (tenant: string) => Promise<PostServices>;
}

type PostServices = Pick<TenantServices, 'isInstalled' | 'clients' | 'direct'>;

type Poster = Pick<ChatAdapter, 'ping' | 'post' | 'update' | 'deliver'>;

/** Posts, updates and delivers to a channel or a person's direct messages. Nothing is retried here. */
export function poster({ core, of }: PostDeps): Poster {
  const render = async (card: Card) => message(card, (await core).phrases(card));
  // Whether Slack has shown that it stores the id by which it recognises a repeated message.
  let storesKeys = false;
  return {
    ping: async (to: Place): Promise<Unreachable | undefined> => {
      const answer = await withServices(to, of, (services) =>
        outcomeOf(async () => (await services.clients.bulk.auth.test()).url ?? ''),
      );
      // A refusal is an answer, too.
      if (answer.kind === 'sent' || answer.kind === 'refused') return undefined;
      return { ...answer, kind: 'busy' };
    },
    post: async (to: Place, card: Card, { thread, key }: PostOptions = {}): Promise<SendResult> => {
      const send = async (services: PostServices) => {
        const channel = await channelOf(to, services);
        const about = { channel, ...(await render(card)), unfurl_links: false, unfurl_media: false };
        const ts = thread?.split(':')[1];
        const result = await services.clients.bulk.chat.postMessage({
          ...about,
          ...(ts ? { thread_ts: ts } : {}),
          ...(key === undefined ? {} : { client_msg_id: key }),
        });
        storesKeys ||= key !== undefined && storedKeyOf(result.message) === key;
        return `${result.channel ?? channel}:${result.ts ?? ''}`;
      };
      const posted = await withServices(to, of, (services) => outcomeOf(() => send(services)));
      return posted.kind === 'unknown' && storesKeys ? { kind: 'busy', reason: posted.reason } : posted;
    },
    update: async (where: Place, id: string, card: Card): Promise<SendResult> =>
      withServices(where, of, ({ clients }) =>
        outcomeOf(async () => {
          const [channel = '', ts = ''] = id.split(':');
          await clients.bulk.chat.update({ channel, ts, ...(await render(card)) });
          return id;
        }),
      ),
    deliver: async (to: Place, file: OutgoingFile, card: Card): Promise<DeliveryResult> =>
      withServices(to, of, (services) => deliverFile(to, file, { card, services })),
  };
}

/** Runs a call with the services of a place's tenant. Without an installation, nothing is called. */
async function withServices(
  { tenant }: Place,
  of: PostDeps['of'],
  call: (services: PostServices) => Promise<SendResult>,
): Promise<SendResult> {
  try {
    const services = await of(tenant);
    if (services.isInstalled) return await call(services);
    return { kind: 'refused', reason: 'not_installed' };
  } catch (error) {
    // Nothing was sent: only finding the services throws.
    return { kind: 'busy', reason: reasonOf(error) };
  }
}

function channelOf({ address }: Place, { direct }: PostServices): Promise<string> | string {
  return isPerson(address) ? direct.with(address) : address;
}

interface FileDelivery {
  readonly card: Card;
  readonly services: PostServices;
}

async function deliverFile(to: Place, file: OutgoingFile, { card, services }: FileDelivery): Promise<SendResult> {
  const { upload: client } = services.clients;
  const channel = await channelOf(to, services);
  const uploaded = await outcomeOf(() => upload(file, client));
  // A file that was uploaded but not shared isn't shown to anyone.
  if (uploaded.kind !== 'sent') return uploaded.kind === 'unknown' ? { ...uploaded, kind: 'busy' } : uploaded;
  return outcomeOf(async () => {
    const { files } = await client.files.completeUploadExternal({
      channel_id: channel,
      files: [{ id: uploaded.message, title: file.name }],
      initial_comment: escapeText(shorten(cardWords(card), LIMITS.text)),
    });
    return files?.[0]?.id ?? uploaded.message;
  });
}

const UPLOAD_MS = 30_000;

/** Uploads a file without sharing it; returns its id. */
async function upload({ name, bytes }: OutgoingFile, { files }: WebClient): Promise<string> {
  const { upload_url: url, file_id: id } = await files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
  });
  if (url === undefined || id === undefined) throw new Error('Slack gave no address for an upload.');
  const body = Buffer.from(bytes);
  const { ok, status } = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(UPLOAD_MS) });
  if (!ok) throw new Error(`Slack did not take a file: ${status}.`);
  return id;
}

async function outcomeOf(work: () => Promise<string>): Promise<SendResult> {
  try {
    return { kind: 'sent', message: await work() };
  } catch (error) {
    return failureOf(error);
  }
}

/** The id under which Slack stored a message, if it says so. */
function storedKeyOf(posted: object | undefined): unknown {
  return posted !== undefined && 'client_msg_id' in posted ? posted.client_msg_id : undefined;
}

function isPerson(address: string): boolean {
  return /^[UW]/u.test(address);
}
