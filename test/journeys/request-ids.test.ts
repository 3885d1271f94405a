import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { requestId } from '../../src/chat/request-id.ts';
import { createCore } from '../../src/core/dispatch.ts';
import { createLog } from '../../src/logger.ts';
import { startServer } from '../../src/server.ts';
import type { Store } from '../../src/store/store.ts';
import { aCard, NOW, recorded, signed, standIn } from '../adapters/slack/stand-in.ts';
import { quietPages } from '../support/operator-pages.ts';

beforeAll(() => nock.enableNetConnect('127.0.0.1'));

it('the reference that a person is shown in Slack finds every log line of their request, and no line of another', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
  const store = {
    asSender: async () => {
      log.warn('The database is slow.');
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('no database');
    },
  };
  const clock = { now: () => NOW };
  const core = createCore({ store: store as unknown as Store, catalogue: loadCatalogue(), clock, log });
  const slack = await standIn({ dispatch: (interaction) => core.dispatch(interaction) });
  const handle = (request: Request) => {
    log.info('Received.');
    return slack.handle(request);
  };
  const server = await startServer({
    ...{ port: 0, host: '127.0.0.1', routes: [{ path: '/slack/events', handle }], log, clock },
    pages: quietPages,
    isTrustedProxy: () => false,
  });
  onTestFinished(async () => {
    await slack.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    nock.cleanAll();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const send = async (trigger: string) => {
    const command = { ...recorded('command', { trigger_id: trigger, text: 'certs' }) } as Record<string, string>;
    const request = signed(new URLSearchParams(command).toString());
    slack.expect('users.info', { ok: false, error: 'user_not_found' });
    const answer = await fetch(url, { method: 'POST', body: await request.text(), headers: request.headers });
    return answer.text();
  };

  const answers = [await send('1.1'), await send('2.2')];

  const failures = lines.filter(({ msg }) => msg === 'An interaction failed.');
  expect(failures).toHaveLength(2);
  expect(new Set(failures.map(({ request }) => request)).size).toBe(2);
  for (const [index, { request, reference }] of failures.entries()) {
    expect(reference).toBe(request);
    expect(answers[index]).toContain(String(reference));
    expect(lines.filter((line) => line.request === reference).map(({ msg }) => msg)).toEqual([
      'Received.',
      'The database is slow.',
      'An interaction failed.',
    ]);
  }
});

it('a request begins in the adapter for Slack when no server began it, as in Socket Mode', async () => {
  const ids: (string | undefined)[] = [];
  const slack = await standIn({
    dispatch: () => {
      ids.push(requestId());
      return aCard('Pace');
    },
  });
  onTestFinished(async () => {
    await slack.stop();
    nock.cleanAll();
  });
  slack.expect('users.info', { ok: false, error: 'user_not_found' });

  await slack.handle(signed(new URLSearchParams(recorded('command') as Record<string, string>).toString()));

  expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/u)]);
});
