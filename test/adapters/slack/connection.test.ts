import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackOptions, slackAdapter } from '../../../adapters/slack/index.ts';
import { PlatformRefusal, type PlatformStatus } from '../../../src/chat/platform-status.ts';
import type { Log } from '../../../src/ports.ts';
import { quietCore } from '../../support/core.ts';
import { aCard, NOW, recorded, standIn } from './stand-in.ts';

const core = { ...quietCore, dispatch: async () => aCard('Pace') };
const clock = { now: () => NOW };
const SCOPES = 'commands,chat:write,files:read,files:write,im:write,usergroups:read,users:read';
let logged: string[];
let statuses: PlatformStatus[];
let adapter: ReturnType<typeof slackAdapter> | undefined;
const say = (sentence: string) => void logged.push(sentence);
const log: Log = { debug: say, info: say, warn: say, error: say };
const slack = () => nock('https://slack.test');

beforeEach(() => {
  logged = [];
  statuses = [];
  nock.disableNetConnect();
});
afterEach(async () => {
  await adapter?.stop();
  nock.cleanAll();
});

/** Starts the adapter with HTTP, or by Socket Mode with an app token. */
async function start(how: Pick<SlackOptions, 'appToken'> = {}): Promise<void> {
  const by = how.appToken === undefined ? { signingSecret: 's' } : how;
  adapter = slackAdapter({ botToken: 'xoxb-test', apiUrl: 'https://slack.test/api/', log, clock, ...by });
  await adapter.start(core, (status) => void statuses.push(status));
}

describe('the adapter', () => {
  it('says that it is connected once Slack has accepted the token', async () => {
    slack().post('/api/auth.test').reply(200, { ok: true, team_id: 'T0HOME' }, { 'x-oauth-scopes': SCOPES });

    await start();

    expect(statuses).toEqual([{ kind: 'connected' }]);
    expect(logged).toEqual(['Slack has accepted the bot token.']);
  });

  it('starts although Slack cannot be reached, and says why', async () => {
    slack().post('/api/auth.test').reply(503, '');

    await start();

    expect(statuses).toEqual([
      { kind: 'disconnected', problem: "Slack can't be reached: Slack answered with status 503." },
    ]);
    expect(logged).toContain('The workspace of the bot token could not be read.');
  });

  it.each([
    ['ENOTFOUND', 'its name is not known to DNS (ENOTFOUND)'],
    ['ECONNREFUSED', 'the connection was refused (ECONNREFUSED)'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'set NODE_EXTRA_CA_CERTS to the file of its authority (SELF_SIGNED_CERT_IN_CHAIN)'],
  ])('says what is wrong with the network: %s', async (code, words) => {
    slack()
      .post('/api/auth.test')
      .replyWithError(Object.assign(new Error('no'), { code }));

    await start();

    expect(statuses).toEqual([{ kind: 'disconnected', problem: expect.stringContaining(words) }]);
  });

  it.each([
    ['invalid_auth', 'it is not valid'],
    ['account_inactive', 'an app that was uninstalled'],
    ['token_revoked', 'it was revoked'],
    ['not_allowed_token_type', 'it is a token of another kind'],
  ])('does not start with a token that is refused: %s', async (error, meaning) => {
    slack().post('/api/auth.test').reply(200, { ok: false, error });

    const started = start();

    await expect(started).rejects.toThrow(PlatformRefusal);
    await expect(started).rejects.toThrow(`Slack refuses SLACK_BOT_TOKEN (${error}): `);
    await expect(started).rejects.toThrow(meaning);
    await expect(started).rejects.toThrow('“OAuth & Permissions” (Bot User OAuth Token, xoxb-…)');
  });

  it('starts although Slack has an error of its own', async () => {
    slack().post('/api/auth.test').reply(200, { ok: false, error: 'internal_error' });

    await start();

    expect(statuses).toEqual([
      { kind: 'disconnected', problem: "Slack can't be reached: Slack answered internal_error." },
    ]);
  });

  it('goes on trying to open its socket, and stops when told to', async () => {
    slack().post('/api/auth.test').reply(200, { ok: true, team_id: 'T0HOME' });
    slack().post('/api/apps.connections.open').reply(500, '');

    await start({ appToken: 'xapp-test' });

    expect(adapter?.route).toBeUndefined();
    expect(statuses).toEqual([
      { kind: 'disconnected', problem: "Slack can't be reached: Slack answered with status 500." },
    ]);
    expect(logged).toContain('Socket Mode could not connect to Slack.');
  });

  it('does not start with an app token that lacks its scope', async () => {
    slack().post('/api/auth.test').reply(200, { ok: true, team_id: 'T0HOME' });
    slack().post('/api/apps.connections.open').reply(200, { ok: false, error: 'missing_scope' });

    await expect(start({ appToken: 'xapp-test' })).rejects.toThrow(
      /^Slack refuses SLACK_APP_TOKEN \(missing_scope\): .*scope connections:write/u,
    );
  });

  it.each([
    [SCOPES, 0],
    [SCOPES.replaceAll(',', ', '), 0],
    [SCOPES.replace('files:read,', ''), 1],
  ])('says whether the permissions %s are too few', async (scopes, times) => {
    slack().post('/api/auth.test').reply(200, { ok: true, team_id: 'T0HOME' }, { 'x-oauth-scopes': scopes });

    await start();

    expect(statuses).toEqual([{ kind: 'connected' }]);
    expect(logged.filter((line) => line.startsWith('Reinstall the Slack app')).length).toBe(times);
  });

  it('does not start without the permission to answer', async () => {
    const answer = { ok: true, team_id: 'T0HOME' };
    slack()
      .post('/api/auth.test')
      .reply(200, answer, { 'x-oauth-scopes': SCOPES.replace('chat:write,', '') });

    await expect(start()).rejects.toThrow('The Slack app lacks the scopes chat:write.');
  });

  it('refuses to be deaf', () => {
    expect(() => slackAdapter({ botToken: 'xoxb-test', log, clock })).toThrow('signing secret');
  });

  it('serves the workspace that Slack names, and no other', async () => {
    const slack = await standIn({ dispatch: () => aCard('Pace'), workspace: { team_id: 'T0OTHER' } });

    const answer = await slack.send(recorded('command'));

    expect(await answer.text()).toContain('members');
  });
});
