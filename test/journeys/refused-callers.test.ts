import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HttpRoute } from '../../src/chat/chat-adapter.ts';
import type { Log } from '../../src/ports.ts';
import { startServer } from '../../src/server.ts';
import { aCard, NOW, recorded, signed, standIn } from '../adapters/slack/stand-in.ts';
import { typed } from '../adapters/teams/activities.ts';
import { tokenWith } from '../adapters/teams/issuer.ts';
import { allowTokens, standIn as teamsStandIn } from '../adapters/teams/stand-in.ts';
import { quietPages } from '../support/operator-pages.ts';

const FEW = { burst: 3, perSecond: 1, maxCallers: 10 };
let server: Server;
let logged: string[];
const phrases = (sentence: string) => void logged.push(sentence);
const log: Log = { debug: phrases, info: phrases, warn: phrases, error: phrases };

beforeAll(() => nock.enableNetConnect('127.0.0.1'));
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  nock.cleanAll();
});

async function serve(route: HttpRoute): Promise<void> {
  logged = [];
  server = await startServer({
    ...{ port: 0, host: '127.0.0.1', routes: [route], log, limits: { refusals: FEW } },
    clock: { now: () => NOW },
    pages: quietPages,
    isTrustedProxy: (address) => address === '127.0.0.1',
  });
}

const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

describe('a caller whose requests are refused', () => {
  const from = (caller: string, request: Request) => {
    const headers = new Headers(request.headers);
    headers.set('x-forwarded-for', `1.2.3.4, ${caller}`);
    const { pathname } = new URL(request.url);
    return request.text().then((body) => fetch(url(pathname), { method: 'POST', body, headers }));
  };
  const command = () => new URLSearchParams(recorded('command') as Record<string, string>).toString();

  it('is turned away before a signature of Slack is checked; others are not', async () => {
    const slack = await standIn({ dispatch: () => aCard('Pace') });
    await serve({ path: '/slack/events', handle: slack.handle });

    const forged: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      forged.push((await from('8.8.8.8', signed(command(), { secret: 'another' }))).status);
    }
    const away = await from('8.8.8.8', signed(command()));
    const other = await from('9.9.9.9', signed(command()));
    await slack.stop();

    expect(forged).toEqual([401, 401, 401, 429, 429]);
    expect([away.status, away.headers.get('retry-after')]).toEqual([429, '1']);
    expect(other.status).toBe(200);
    expect(slack.heard.length).toBe(1);
    expect(logged).toEqual(['A caller is turned away for now, because too many of its requests were refused.']);
  });

  it('is never turned away for requests that are accepted', async () => {
    const slack = await standIn({ dispatch: () => aCard('Pace') });
    await serve({ path: '/slack/events', handle: slack.handle });

    const statuses = [];
    for (let attempt = 0; attempt < 10; attempt += 1) statuses.push((await from('8.8.8.8', signed(command()))).status);
    await slack.stop();

    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('is turned away before a token of Teams is checked', async () => {
    allowTokens();
    const teams = await teamsStandIn({ dispatch: () => aCard('Pace') });
    await serve({ path: '/api/messages', handle: teams.handle });
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenWith({ payload: { aud: 'x' } })}`,
    };
    const forged = () =>
      new Request('http://bot.test/api/messages', { method: 'POST', body: JSON.stringify(typed('pace')), headers });

    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await from('8.8.8.8', forged())).status);
    await teams.stop();

    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('can still ask whether recert is alive', async () => {
    await serve({ path: '/', handle: async () => new Response(null, { status: 401 }) });
    const headers = { 'x-forwarded-for': '8.8.8.8' };
    for (let attempt = 0; attempt < 4; attempt += 1) await fetch(url('/x'), { headers });

    expect((await fetch(url('/x'), { headers })).status).toBe(429);
    expect((await fetch(url('/healthz'), { headers })).status).toBe(200);
  });
});
