import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { teamsAdapter } from '../../../adapters/teams/index.ts';
import { readSettings } from '../../../adapters/teams/settings.ts';

const APP = '11111111-1111-4111-8111-111111111111';
const HOME = '22222222-2222-4222-8222-222222222222';
const OTHER = '33333333-3333-4333-8333-333333333333';
const WHOLE = { TEAMS_APP_ID: APP, TEAMS_APP_PASSWORD: 'secret', TEAMS_TENANT_ID: HOME };

const THUMBPRINT = '0123456789ABCDEF0123456789ABCDEF01234567';
const KEY = pemOf('rsa');
const CERTIFIED = { TEAMS_CERTIFICATE_THUMBPRINT: THUMBPRINT, TEAMS_CERTIFICATE_KEY: KEY };

/** A new private key in PEM. */
function pemOf(type: 'rsa' | 'ed25519', passphrase?: string): string {
  const { privateKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 1024 }) : generateKeyPairSync(type);
  const locked = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return privateKey
    .export({ type: 'pkcs8', format: 'pem', ...locked })
    .toString()
    .trim();
}

function read(env: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  return { config: readSettings((name) => env[name], problems), problems };
}

describe('the settings of Teams', () => {
  it('are nothing when nothing is set', () => {
    expect(read({ NODE_ENV: 'production' })).toEqual({ config: undefined, problems: [] });
  });

  it('serve one tenant or several', () => {
    const { config, problems } = read({
      ...WHOLE,
      TEAMS_TENANT_ID: `${HOME}, ${OTHER.toUpperCase()}`,
      TEAMS_SERVICE_HOSTS: 'a.example,b.example',
    });

    expect(problems).toEqual([]);
    expect(config).toEqual({
      credentials: { appId: APP, appType: 'SingleTenant', tenantId: HOME, password: 'secret' },
      tenantIds: [HOME, OTHER],
      serviceHosts: ['a.example', 'b.example'],
      development: false,
    });
  });

  it('take a certificate or a managed identity instead of a password', () => {
    const { TEAMS_APP_PASSWORD: _, ...rest } = WHOLE;

    const certified = read({ ...rest, ...CERTIFIED });
    expect(certified.config?.credentials?.certificate).toEqual({ thumbprint: THUMBPRINT, privateKey: KEY });
    expect(read({ ...rest, TEAMS_APP_TYPE: 'UserAssignedMSI' }).problems).toEqual([]);
  });

  it('take a key whose lines are joined by \\n, and a thumbprint with colons', () => {
    const { TEAMS_APP_PASSWORD: _, ...rest } = WHOLE;
    const joined = KEY.replaceAll('\n', '\\n');
    const colons = THUMBPRINT.toLowerCase().replaceAll(/(..)(?=.)/gu, '$1:');

    const { config } = read({ ...rest, TEAMS_CERTIFICATE_KEY: joined, TEAMS_CERTIFICATE_THUMBPRINT: colons });

    expect(config?.credentials?.certificate).toEqual({ thumbprint: THUMBPRINT, privateKey: KEY });
  });

  it.each([
    ['no PEM at all', 'MIIE', "TEAMS_CERTIFICATE_KEY isn't a private key in PEM"],
    ['half a key', KEY.slice(0, 400), "TEAMS_CERTIFICATE_KEY isn't a private key in PEM"],
    ['a key of another kind', pemOf('ed25519'), 'TEAMS_CERTIFICATE_KEY is a key of the type ed25519'],
    ['a key with a password', pemOf('rsa', 'x'), 'TEAMS_CERTIFICATE_KEY has a password'],
    ['the certificate', '-----BEGIN CERTIFICATE-----', 'TEAMS_CERTIFICATE_KEY contains a certificate'],
  ])('refuse %s as the key, without repeating it', (_, key, words) => {
    const { problems } = read({ ...WHOLE, ...CERTIFIED, TEAMS_CERTIFICATE_KEY: key });

    expect(problems).toEqual([expect.stringContaining(words)]);
    expect(problems.join()).not.toContain('MII');
  });

  it('refuse a thumbprint of another length', () => {
    const { problems } = read({ ...WHOLE, ...CERTIFIED, TEAMS_CERTIFICATE_THUMBPRINT: 'AB' });

    expect(problems).toEqual([expect.stringContaining("TEAMS_CERTIFICATE_THUMBPRINT 'AB' isn't valid. Use the 40")]);
  });

  it.each([
    [{ TEAMS_APP_ID: APP }, ['TEAMS_TENANT_ID is missing', 'TEAMS_APP_PASSWORD is missing']],
    [{ TEAMS_APP_PASSWORD: 'x', TEAMS_TENANT_ID: HOME }, ['TEAMS_APP_ID is missing']],
    [{ ...WHOLE, TEAMS_APP_ID: 'recert' }, ["TEAMS_APP_ID 'recert' isn't valid. Use an id like"]],
    [{ ...WHOLE, TEAMS_TENANT_ID: 'contoso.com' }, ["TEAMS_TENANT_ID 'contoso.com' isn't a valid tenant id"]],
    [{ ...WHOLE, TEAMS_APP_TYPE: 'Robot' }, ["TEAMS_APP_TYPE 'Robot' isn't valid. Use one of"]],
    [
      { ...WHOLE, TEAMS_SERVICE_HOSTS: 'https://a.example' },
      ["TEAMS_SERVICE_HOSTS 'https://a.example' isn't a valid host name"],
    ],
    [{ ...WHOLE, TEAMS_CERTIFICATE_KEY: KEY }, ['belong together']],
    [{ ...WHOLE, TEAMS_APP_TYPE: 'UserAssignedMsi' }, ['must not be set']],
    [{ RECERT_TEAMS_DEV: 'yes' }, ["RECERT_TEAMS_DEV 'yes' isn't valid. Use 0 or 1"]],
    [{ RECERT_TEAMS_DEV: '1', NODE_ENV: 'production' }, ['cannot be 1 where NODE_ENV is production']],
    [{ RECERT_TEAMS_DEV: '1', TEAMS_APP_ID: APP }, ['unset it, or TEAMS_APP_ID']],
  ])('refuse half a configuration: %j', (env, words) => {
    const { problems } = read(env as Record<string, string>);

    expect(problems.length).toBe(words.length);
    for (const [index, word] of words.entries()) expect(problems[index]).toContain(word);
  });

  it('let a developer try without an app', () => {
    expect(read({ RECERT_TEAMS_DEV: '1' })).toEqual({ config: { tenantIds: [], development: true }, problems: [] });
  });

  it('must name an app, unless trying without one was asked for', () => {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const clock = { now: () => new Date() };

    expect(() => teamsAdapter({ tenantIds: [], log, clock })).toThrow('Teams needs an app id');
  });
});
