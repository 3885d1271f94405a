import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackAdapter } from '../../../adapters/slack/index.ts';
import type { Log } from '../../../src/ports.ts';
import { quietCore } from '../../support/core.ts';
import { aCard, NOW, recorded, standIn } from './stand-in.ts';

const core = { ...quietCore, dispatch: async () => aCard('Pace') };
const clock = { now: () => NOW };
let logged: string[];
const say = (sentence: string) => void logged.push(sentence);
const log: Log = { debug: say, info: say, warn: say, error: say };

beforeEach(() => {
  logged = [];
  nock.disableNetConnect();
});
afterEach(() => nock.cleanAll());

describe('the adapter', () => {
  it('starts although Slack cannot be reached', async () => {
    nock('https://slack.test').post('/api/auth.test').reply(503, '');
    const options = { botToken: 'xoxb-test', signingSecret: 's', apiUrl: 'https://slack.test/api/', log, clock };

    await slackAdapter(options).start(core);

    expect(logged).toContain('The workspace of the bot token could not be read.');
  });

  it('goes on trying to open its socket, and stops when told to', async () => {
    nock('https://slack.test').post('/api/auth.test').reply(200, { ok: true, team_id: 'T0HOME' });
    nock('https://slack.test').post('/api/apps.connections.open').reply(500, '');
    const options = { botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: 'https://slack.test/api/', log, clock };
    const adapter = slackAdapter(options);

    await adapter.start(core);
    await adapter.stop();

    expect(adapter.route).toBeUndefined();
    expect(logged).toContain('Socket Mode could not connect to Slack.');
  });

  it.each([
    ['chat:write,files:write', 1],
    ['chat:write, files:read', 0],
  ])('says whether the permissions %s are too few for files', async (scopes, times) => {
    const answer = { ok: true, team_id: 'T0HOME' };
    nock('https://slack.test').post('/api/auth.test').reply(200, answer, { 'x-oauth-scopes': scopes });
    const options = { botToken: 'xoxb-test', signingSecret: 's', apiUrl: 'https://slack.test/api/', log, clock };

    await slackAdapter(options).start(core);

    expect(logged.filter((line) => line.startsWith('Reinstall the Slack app')).length).toBe(times);
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
