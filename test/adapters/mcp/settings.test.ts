import { expect, it } from 'vitest';
import { mcpPlugin } from '../../../adapters/mcp/plugin.ts';
import { readSettings } from '../../../adapters/mcp/settings.ts';

const BASE = { RECERT_MCP: '1', RECERT_PUBLIC_URL: 'https://recert.example/', SLACK_SIGNING_SECRET: 'secret' };
const OAUTH = {
  ...BASE,
  SLACK_SIGNING_SECRET: undefined,
  RECERT_MCP_ISSUER: 'https://issuer.example/v2.0',
  RECERT_MCP_KEYS_URL: 'https://issuer.example/keys',
};

function read(env: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = [];
  return { settings: readSettings((name) => env[name], problems), problems };
}

it.each([
  ['nothing is set', {}],
  ['only Slack is set up', { ...BASE, RECERT_MCP: undefined }],
  ['it says 0', { ...OAUTH, RECERT_MCP: '0' }],
])('the tools are off if %s', (_, env) => {
  expect(read(env)).toEqual({ settings: undefined, problems: [] });
});

it('the tools are for Slackbot with a signing secret, and for other clients with an issuer', () => {
  const tokens = {
    ...{ issuer: OAUTH.RECERT_MCP_ISSUER, keysUrl: OAUTH.RECERT_MCP_KEYS_URL, audience: 'https://recert.example/mcp' },
    ...{ scope: 'recert', platform: 'teams', userClaim: 'oid', tenantClaim: 'tid' },
  };

  expect(read(BASE).settings).toEqual({ publicUrl: 'https://recert.example', slackSecret: 'secret' });
  expect(read(OAUTH).settings).toEqual({ publicUrl: 'https://recert.example', tokens });
  expect(mcpPlugin.settings((name) => (BASE as Record<string, string>)[name], [])?.announcement).toBe(
    'Assistants reach recert’s tools at /mcp: Slackbot.',
  );
});

it.each([
  ['no client could call', { ...BASE, SLACK_SIGNING_SECRET: undefined }, 'without either, the tools can’t be used'],
  ['there is no public address', { ...BASE, RECERT_PUBLIC_URL: undefined }, 'RECERT_PUBLIC_URL is missing'],
  ['there are no keys', { ...OAUTH, RECERT_MCP_KEYS_URL: undefined }, 'RECERT_MCP_KEYS_URL is missing'],
  ['the keys come without TLS', { ...OAUTH, RECERT_MCP_KEYS_URL: 'http://issuer.example/keys' }, 'RECERT_MCP_KEYS_URL'],
  ['no claim names a person at Slack', { ...OAUTH, RECERT_MCP_PEOPLE: 'slack' }, 'RECERT_MCP_USER_CLAIM and'],
])('are refused if %s', (_, env, words) => {
  const { settings, problems } = read(env);

  expect(settings).toBeUndefined();
  expect(problems).toEqual([expect.stringContaining(words)]);
});
