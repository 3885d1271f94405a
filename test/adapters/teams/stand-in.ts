import nock from 'nock';
import { teamsAdapter } from '../../../adapters/teams/index.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { Identity } from '../../../src/chat/identity.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Log } from '../../../src/ports.ts';
import { quietCore } from '../../support/core.ts';
import type { AdapterStandIn } from '../../support/stand-in.ts';
import { APP_ID, NOW, publishKeys, TENANT, tokenWith } from './issuer.ts';
import type { Json } from './json.ts';

const SERVICE = 'https://smba.trafficmanager.net';
const LOGIN = 'https://login.microsoftonline.com';

const CREDENTIALS = { appId: APP_ID, appType: 'SingleTenant', tenantId: TENANT, password: 'a-password' } as const;

/** Something the adapter said in a conversation. */
export interface SaidMessage {
  readonly conversation: string;
  readonly activity: Json;
  readonly authorization: string | null;
}

/** Teams' side of the line: signs what it sends, and keeps what it is sent. */
export interface StandIn extends AdapterStandIn {
  readonly said: SaidMessage[];
  /** Teams' answer to one coming message in a conversation. */
  expectMessage(conversation: string, status?: number): void;
  /** One message that only one person in the conversation sees. */
  expectTargeted(conversation: string): void;
  /** One message replaced by another. */
  expectReplacement(conversation: string, id: string, status?: number): void;
  /** One personal chat opened. */
  expectPersonal(id: string, status?: number): void;
  /** Serves a request for the tab. */
  pages(request: Request): Promise<Response>;
  refreshHome(person: Identity): Promise<void>;
  send(activity: unknown, changes?: { readonly token?: string }): Promise<Response>;
}

export interface Answers {
  readonly core?: Core;
  readonly dispatch?: (interaction: Interaction) => Reply | Promise<Reply>;
  readonly suggest?: Core['suggest'];
  readonly find?: Core['find'];
  readonly now?: () => Date;
  /** Without an app, on this machine. */
  readonly development?: boolean;
  /** The address of recert, with which it serves the tab. */
  readonly publicUrl?: string;
}

/** A started adapter, its core answering as told, between nock's Teams on one side and signed requests on the other. */
export async function standIn({
  core,
  dispatch,
  suggest = () => [],
  find,
  now = () => NOW,
  development,
  publicUrl,
}: Answers): Promise<StandIn> {
  const request: Interaction[] = [];
  const logged: string[] = [];
  const stated: SaidMessage[] = [];
  const phrases = (sentence: string) => void logged.push(sentence);
  const log: Log = { debug: () => undefined, info: () => undefined, warn: phrases, error: phrases };
  const adapter = teamsAdapter({
    ...(development === true ? { development } : { credentials: CREDENTIALS }),
    tenantIds: [TENANT],
    log,
    clock: { now },
    pauseMs: 1,
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });
  if (development !== true) publishKeys();
  await adapter.start({
    ...(core ?? quietCore),
    ...(find === undefined ? {} : { find }),
    dispatch: async (interaction) => {
      request.push(interaction);
      return dispatch?.(interaction) ?? (core as Core).dispatch(interaction);
    },
    suggest: (request) => (core ? core.suggest(request) : suggest(request)),
  });
  const pathOf = (conversation: string) => `/emea/v3/conversations/${encodeURIComponent(conversation)}/activities`;
  const keep = (conversation: string) => async (request: Request) => {
    const activity = (await request.json()) as SaidMessage['activity'];
    stated.push({ conversation, activity, authorization: request.headers.get('authorization') });
    return { id: `message-${stated.length}` };
  };
  const handle = (request: Request) => (adapter.route as NonNullable<typeof adapter.route>).handle(request);
  return {
    heard: request,
    logged,
    said: stated,
    handle,
    expectMessage: (conversation, status = 200) => {
      nock(SERVICE).post(pathOf(conversation)).reply(status, keep(conversation));
    },
    expectTargeted: (conversation) => {
      nock(SERVICE).post(pathOf(conversation)).query({ isTargetedActivity: 'true' }).reply(200, keep(conversation));
    },
    expectReplacement: (conversation, id, status = 200) => {
      nock(SERVICE)
        .put(`${pathOf(conversation)}/${id}`)
        .reply(status, keep(conversation));
    },
    expectPersonal: (id, status = 201) => {
      nock(SERVICE).post('/emea/v3/conversations').reply(status, { id });
    },
    send: async (activity, { token } = {}) => handle(requestOf(activity, token ?? (await tokenWith()))),
    pages: (request) => (adapter.pages as NonNullable<typeof adapter.pages>).handle(request),
    refreshHome: async (person) => adapter.refreshHome?.(person),
    stop: () => adapter.stop(),
    post: (...stated) => adapter.post(...stated),
    update: (...stated) => adapter.update(...stated),
    deliver: (...stated) => adapter.deliver(...stated),
    readUser: (query) => (adapter.readUser as NonNullable<typeof adapter.readUser>)(query),
    groupOf: (requested) => (adapter.readGroup as NonNullable<typeof adapter.readGroup>)(requested),
  };
}

/** The address of a token request, which a test may leave unused. */
export const TOKEN_REQUEST = /login\.(?:microsoftonline|botframework)|members/u;

/** A member of a conversation as Teams describes them, or the status it answers with instead. */
export type RosterAnswer = Readonly<Record<string, unknown>> | number;

const roster = new Map<string, RosterAnswer>();

/** What Teams says about one user of a conversation; without it, every user is a member of the tenant. */
export function describeMember(user: string, answer: RosterAnswer): void {
  roster.set(user, answer);
}

function memberAnswer(uri: string): [number, Json] {
  const id = decodeURIComponent(uri.split('/').at(-1) ?? '');
  const described = roster.get(id) ?? { id, aadObjectId: id, name: 'A member', tenantId: TENANT, userRole: 'user' };
  return typeof described === 'number' ? [described, { error: { code: 'MemberNotFound' } }] : [200, described];
}

/** The token server of the bot's own tenant, and the rosters of its conversations, for as often as they are asked. */
export function allowTokens(): void {
  roster.clear();
  nock(SERVICE)
    .persist()
    .get(/\/v3\/conversations\/[^/]+\/members\/[^/]+$/u)
    .reply((request: Request) => {
      const [status, body] = memberAnswer(new URL(request.url).pathname);
      return [status, body as never];
    });
  nock(LOGIN)
    .persist()
    .post(/\/oauth2\/v2\.0\/token/u)
    .reply(200, { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: 'the-bots-own-token' });
}

/** A request as Teams sends it. */
export function requestOf(activity: unknown, token: string): Request {
  return new Request('https://bot.test/api/messages', {
    method: 'POST',
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
  });
}

/** A reply that is a card. */
export function aCard(title: string, rest: Partial<Card> = {}, to: 'sender' | 'place' = 'sender'): Reply {
  return { kind: 'card', card: { title, blocks: [{ kind: 'text', text: 'Words.' }], ...rest }, to };
}

/** The card of a message. */
export function cardIn({ activity }: SaidMessage): Json {
  return activity.attachments[0].content;
}
