import { describe, expect, it } from 'vitest';
import { slackPlugin } from '../../../adapters/slack/plugin.ts';
import { readSettings } from '../../../adapters/slack/settings.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const WHOLE = {
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: SECRET,
  SLACK_SIGNING_SECRET: SECRET,
  RECERT_PUBLIC_URL: 'https://recert.example/',
  RECERT_TOKEN_KEY: SECRET.repeat(2),
};

function read(env: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = [];
  return { settings: readSettings((name) => env[name], problems), problems };
}

describe('the settings of workspaces that install the app', () => {
  it('are read', () => {
    const app = { clientId: '123.456', clientSecret: SECRET, publicUrl: 'https://recert.example', hasTools: false };

    expect(read(WHOLE)).toEqual({ settings: { app, signingSecret: SECRET }, problems: [] });
    expect(slackPlugin.settings((name) => (WHOLE as Record<string, string>)[name], [])?.announcement).toContain(
      'Workspaces install the app at https://recert.example/slack/install.',
    );
  });

  it.each`
    set                                                                                | hasTools
    ${{ RECERT_MCP: '1' }}                                                             | ${true}
    ${{ RECERT_MCP: '0' }}                                                             | ${false}
    ${{ RECERT_MCP: '1', SLACK_SIGNING_SECRET: undefined, SLACK_APP_TOKEN: 'xapp-1' }} | ${false}
  `('ask for the scope of Slackbot: $hasTools with $set', ({ set, hasTools }) => {
    expect(read({ ...WHOLE, ...set }).settings?.app?.hasTools).toBe(hasTools);
  });

  it.each([['SLACK_CLIENT_ID'], ['SLACK_CLIENT_SECRET'], ['RECERT_PUBLIC_URL'], ['RECERT_TOKEN_KEY']])(
    'are refused without %s',
    (name) => {
      const { settings, problems } = read({ ...WHOLE, [name]: undefined });

      expect(settings).toBeUndefined();
      expect(problems).toEqual([expect.stringContaining(`${name} is missing`)]);
    },
  );

  it('are refused beside the token of one workspace', () => {
    expect(read({ ...WHOLE, SLACK_BOT_TOKEN: 'xoxb-1' }).problems).toEqual([
      expect.stringContaining('Leave one of them out.'),
    ]);
  });

  it.each([
    ['SLACK_CLIENT_ID', 'A0RECERT', "SLACK_CLIENT_ID 'A0RECERT' isn't valid. Use the number with a dot"],
    ['SLACK_CLIENT_SECRET', 'planted', "SLACK_CLIENT_SECRET isn't valid. Use the 32 characters"],
  ])('are checked: %s', (name, value, words) => {
    expect(read({ ...WHOLE, [name]: value }).problems).toEqual([expect.stringContaining(words)]);
  });
});
