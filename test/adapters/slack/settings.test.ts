import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../adapters/slack/settings.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const API = 'http://127.0.0.1:4003/api';

function read(env: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  return { settings: readSettings((name) => env[name], problems), problems };
}

describe('the settings of Slack', () => {
  it('are nothing when nothing is set', () => {
    expect(read({})).toEqual({ settings: undefined, problems: [] });
  });

  it.each([
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: SECRET },
      { botToken: 'xoxb-1', signingSecret: SECRET },
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' },
      { botToken: 'xoxb-1', appToken: 'xapp-1' },
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: API },
      { botToken: 'xoxb-1', signingSecret: SECRET, apiUrl: `${API}/` },
    ],
  ])('%j are read', (env, settings) => {
    expect(read(env as Record<string, string>)).toEqual({ settings, problems: [] });
  });

  it.each([
    [{ SLACK_SIGNING_SECRET: SECRET }, ['SLACK_BOT_TOKEN is missing']],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN']],
    [
      { SLACK_BOT_TOKEN: 'abc', SLACK_SIGNING_SECRET: SECRET },
      ["SLACK_BOT_TOKEN isn't valid. Use the token that begins with xoxb-"],
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'a' },
      ["SLACK_APP_TOKEN isn't valid. Use the token that begins with xapp-"],
    ],
    [
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: SECRET },
      ["SLACK_BOT_TOKEN isn't valid. Use the token that begins with xoxb-"],
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'Zb3KsVerificationToken24' },
      ["SLACK_SIGNING_SECRET isn't valid. Use the 32 characters from “Basic Information”"],
    ],
    [{ SLACK_API_URL: 'slack' }, ["SLACK_API_URL 'slack' isn't valid. Use an http or https address"]],
  ])('refuse half a connection: %j', (env, words) => {
    const { problems } = read(env as Record<string, string>);

    expect(problems.length).toBe(words.length);
    for (const [index, word] of words.entries()) expect(problems[index]).toContain(word);
  });
});
