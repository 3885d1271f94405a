import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedDataFolder } from '../support/data-folder.ts';
import { AUTHORITY_FILE, startInternet, startProxy } from '../support/internet.ts';
import { freePort, refusedRecert, startRecert } from '../support/process.ts';

const OK = { ok: true, team_id: 'T0HOME', user_id: 'U0BOT', bot_id: 'B0BOT' };
let folder: string;
let api: Server;
let env: Readonly<Record<string, string>>;
/** What Slack's Web API answers to the next call. */
let answerTo: () => Promise<{ readonly status: number; readonly body: object }>;

beforeAll(async () => {
  folder = await migratedDataFolder('recert-connections-');
  api = createServer(async (request, response) => {
    request.resume();
    const { status, body } = await answerTo();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  env = {
    RECERT_DATA_DIR: folder,
    PORT: String(await freePort()),
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
    SLACK_API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}/api/`,
  };
}, 120_000);
afterAll(async () => {
  await new Promise((resolve) => api.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

describe('a process behind a proxy', () => {
  it('connects to Slack through it and does not show its password', async () => {
    const internet = await startInternet({
      'slack.com/api/auth.test': () => OK,
      'slack.com/api/apps.connections.open': () => ({ ok: true, url: 'wss://wss.slack.com/link' }),
    });
    const proxy = await startProxy(internet);
    const recert = await startRecert({
      RECERT_DATA_DIR: folder,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_APP_TOKEN: 'xapp-test',
      HTTPS_PROXY: `http://recert:hunter2@127.0.0.1:${proxy.port}`,
      NODE_EXTRA_CA_CERTS: AUTHORITY_FILE,
    });
    await recert.end('SIGTERM');
    await proxy.close();
    await internet.close();

    expect(proxy.authorities).toEqual(expect.arrayContaining(['slack.com:443', 'wss.slack.com:443']));
    expect(recert.said()).toContain(`Connections to other machines go through the proxy 127.0.0.1:${proxy.port}.\n`);
    expect(recert.said()).toContain('Slack is connected by Socket Mode.');
    expect(recert.said()).not.toContain('hunter2');
  }, 120_000);

  it('ends when its address is wrong', async () => {
    const { code, said } = await refusedRecert({
      RECERT_DATA_DIR: folder,
      HTTPS_PROXY: 'socks5://me:hunter2@proxy.test',
    });

    expect(code).toBe(1);
    expect(said).toBe("HTTPS_PROXY isn't valid. Use an address like http://proxy.example.com:3128.\n");
  }, 120_000);
});

describe('a process with Slack', () => {
  it('is not ready and names Slack until Slack has answered, and says so then', async () => {
    const seen: unknown[] = [];
    let calls = 0;
    answerTo = async () => {
      calls += 1;
      if (calls === 1) return { status: 503, body: {} };
      const [ready, alive] = await Promise.all(
        ['readyz', 'healthz'].map((path) => fetch(`http://127.0.0.1:${env.PORT}/${path}`)),
      );
      seen.push(ready?.status, await ready?.json(), alive?.status);
      return { status: 200, body: OK };
    };

    const recert = await startRecert(env);
    await recert.end('SIGTERM');

    const problem = "Slack can't be reached: Slack answered with status 503.";
    // Why a part isn't ready is for the operator, and the log says it.
    expect(seen).toEqual([
      503,
      { ready: false, database: { ready: true }, slack: { ready: false, since: expect.any(String) } },
      200,
    ]);
    const lines = recert.said().split('\n');
    expect(lines.filter((line) => line.startsWith('Slack is'))).toEqual([
      `Slack is not connected. ${problem} Trying again ...`,
      'Slack is connected by HTTP at /slack/events.',
    ]);
  }, 120_000);

  it('ends with the remedy when Slack refuses its token', async () => {
    answerTo = async () => ({ status: 200, body: { ok: false, error: 'token_revoked' } });

    const { code, said } = await refusedRecert(env);

    expect(code).toBe(1);
    expect(said).toContain('Slack refuses SLACK_BOT_TOKEN (token_revoked): it was revoked. Open your app at');
    expect(said).not.toContain('Slack is connected');
    expect(said).not.toContain('xoxb-test');
  }, 120_000);
});
