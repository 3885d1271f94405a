import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import nock from 'nock';
import { slackAdapter } from '../../../adapters/slack/index.ts';
import type { Waits } from '../../../adapters/slack/outbound/answer-limits.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { Identity } from '../../../src/chat/identity.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Log } from '../../../src/ports.ts';
import { quietCore } from '../../support/core.ts';
import type { AdapterStandIn } from '../../support/stand-in.ts';

export const NOW = new Date('2026-03-31T12:00:00Z');
export const HOOKS = 'https://hooks.slack.test';
const API = 'https://slack.test';
const SECRET = 'a-signing-secret';

/** Slack's side of the line: signs what it sends, and keeps what it is sent. */
export interface StandIn extends AdapterStandIn {
  refreshHome(person: Identity): Promise<void>;
  readonly uninstalled: string[];
  /** The accounts that the core was told about. */
  readonly accounts: string[];
  readonly calls: { readonly method: string; readonly args: Record<string, unknown> }[];
  /** Slack's answer to one coming call of a method. */
  expect(method: string, answer?: Record<string, unknown>, status?: number): void;
  /** One coming answer to a `response_url`. */
  expectResponse(path: string): void;
  send(payload: unknown, how?: Partial<How>): Promise<Response>;
}

interface How {
  readonly as: 'json' | 'payload' | 'form';
  readonly at: Date;
}

export interface Answers {
  readonly dispatch: (interaction: Interaction) => Reply | Promise<Reply>;
  /** The last saved change; by default nothing changes. */
  readonly revision?: Core['revision'];
  readonly suggest?: Core['suggest'];
  readonly waits?: Partial<Waits>;
  readonly workspace?: Record<string, unknown>;
}

/** A started adapter, its core answering as told, between nock's Slack on one side and signed requests on the other. */
export async function standIn({ dispatch, revision, suggest = () => [], waits, workspace }: Answers): Promise<StandIn> {
  const request: Interaction[] = [];
  const logged: string[] = [];
  const uninstalled: string[] = [];
  const accounts: string[] = [];
  const calls: StandIn['calls'] = [];
  const phrases = (sentence: string) => void logged.push(sentence);
  const log: Log = { debug: () => undefined, info: () => undefined, warn: phrases, error: phrases };
  const expect = (method: string, answer: Record<string, unknown> = {}, status = 200) => {
    nock(API)
      .post(`/api/${method}`)
      .reply(
        status,
        async (request: Request) => {
          calls.push({ method, args: argsOf(await request.text()) });
          return { ok: true, ...answer };
        },
        status === 429 ? { 'retry-after': '30' } : {},
      );
  };
  expect('auth.test', { team_id: 'T0HOME', bot_id: 'B0RECERT', user_id: 'U0BOT', ...workspace });
  const adapter = slackAdapter({
    botToken: 'xoxb-test',
    signingSecret: SECRET,
    apiUrl: `${API}/api/`,
    log,
    clock: { now: () => NOW },
    waits: { ...PATIENT, ...waits },
  });
  await adapter.start({
    ...quietCore,
    ...(revision && { revision }),
    dispatch: async (interaction) => {
      request.push(interaction);
      return dispatch(interaction);
    },
    suggest,
    recordDeparture: async ({ user }) => void accounts.push(`${user} is gone`),
    recordReturn: async ({ user }) => void accounts.push(`${user} is here`),
    markUninstalled: async (platform, tenant) => void uninstalled.push(`${platform}/${tenant}`),
  });
  calls.length = 0;
  const handle = (request: Request) => (adapter.route as NonNullable<typeof adapter.route>).handle(request);
  return {
    heard: request,
    logged,
    uninstalled,
    accounts,
    calls,
    expect,
    expectResponse: (path) => {
      nock(HOOKS)
        .post(path)
        .reply(200, async (request: Request) => {
          calls.push({ method: 'response_url', args: argsOf(await request.text()) });
          return 'ok';
        });
    },
    handle,
    send: (payload, { as = kindOf(payload), at = NOW } = {}) =>
      handle(signed(bodyOf(payload, as), { type: typeOf(as), at })),
    stop: () => adapter.stop(),
    post: (...stated) => adapter.post(...stated),
    update: (...stated) => adapter.update(...stated),
    deliver: (...stated) => adapter.deliver(...stated),
    refreshHome: async (person) => adapter.refreshHome?.(person),
    readUser: (query) => (adapter.readUser as NonNullable<typeof adapter.readUser>)(query),
    groupOf: (requested) => (adapter.readGroup as NonNullable<typeof adapter.readGroup>)(requested),
  };
}

/** A busy machine takes long, and no test waits for these to pass. */
const PATIENT: Waits = { answer: 60_000, submission: 60_000, settledOutcome: 0, repeat: 0, request: 60_000 };

/** Anna, as `users.info` tells of her. */
export const ANNA = {
  user: { id: 'U0ANNA', name: 'anna', tz: 'Pacific/Auckland', locale: 'en-GB', profile: { real_name: 'Anna Ngata' } },
};

/** A request as Slack signs it, or with something wrong about it. */
export function signed(
  body: string,
  about: { type?: string; at?: Date; secret?: string; timestamp?: string } = {},
): Request {
  const timestamp = about.timestamp ?? String(Math.floor((about.at ?? NOW).getTime() / 1000));
  const digest = createHmac('sha256', about.secret ?? SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return new Request('http://bot.test/slack/events', {
    method: 'POST',
    body,
    headers: {
      'content-type': about.type ?? 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  });
}

/** A payload as Slack sent it once, with some of it changed. */
export function recorded(name: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const file = new URL(`../../fixtures/slack/${name}.json`, import.meta.url);
  return { ...JSON.parse(readFileSync(file, 'utf8')), ...changes };
}

/** A reply that is a card. */
export function aCard(title: string, rest: Partial<Card> = {}, to: 'sender' | 'place' = 'sender'): Reply {
  return { kind: 'card', card: { title, blocks: [{ kind: 'text', text: 'Words.' }], ...rest }, to };
}

function kindOf(payload: unknown): How['as'] {
  if (typeof payload !== 'object' || payload === null) return 'payload';
  if ('command' in payload) return 'form';
  return 'event' in payload || 'challenge' in payload ? 'json' : 'payload';
}

function bodyOf(payload: unknown, as: How['as']): string {
  if (as === 'json') return JSON.stringify(payload);
  if (as === 'form') return new URLSearchParams(payload as Record<string, string>).toString();
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function typeOf(as: How['as']): string {
  return as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
}

// The Web API takes forms whose structured values are JSON; a response_url takes JSON.
export function argsOf(body: string): Record<string, unknown> {
  if (body.startsWith('{')) return JSON.parse(body);
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, /^[[{]/u.test(value) ? JSON.parse(value) : value]),
  );
}

/** The JSON of an answer, as loosely typed as it came. */
// biome-ignore lint/suspicious/noExplicitAny: a payload that the test itself looks into.
export async function jsonOf(answer: Response): Promise<any> {
  return answer.json();
}
