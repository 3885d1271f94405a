import { describe, expect, it } from 'vitest';
import type { PlatformPlugin } from '../src/chat/platform-plugin.ts';
import { ConfigError, readConfig } from '../src/config.ts';

/** A platform that is asked for by one setting, which must be a number. */
function doorOf(setting: string, isLocal = false): PlatformPlugin {
  const connection = {
    platform: 'terminal',
    name: setting,
    isLocal,
    announcement: setting,
    open: () => Promise.reject(),
  } as const;
  const settings: PlatformPlugin['settings'] = (get, problems) => {
    const value = get(setting);
    if (value !== undefined && !/^\d+$/.test(value)) problems.push(`${setting} must be a number, got '${value}'.`);
    return value === undefined ? undefined : connection;
  };
  return { platform: 'terminal', settings, settingRows: [] } as unknown as PlatformPlugin;
}

const doors = [doorOf('ONE'), doorOf('OTHER'), doorOf('LOCAL', true)];
const read = (env: Readonly<Record<string, string>>) => readConfig(env, doors);

const S3 = {
  RECERT_S3_BUCKET: 'proofs',
  RECERT_S3_ENDPOINT: 'https://s3.example.com',
  RECERT_S3_ACCESS_KEY_ID: 'AKIA1',
  RECERT_S3_SECRET_ACCESS_KEY: 'a-secret',
};

describe('the settings', () => {
  it('need nothing: the embedded database and the playground on port 3000', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      logLevel: 'info',
      database: { kind: 'folder' },
      playground: true,
      connections: [],
    });
  });

  it.each`
    env                                                           | expected
    ${{ PORT: '8080' }}                                           | ${{ port: 8080 }}
    ${{ RECERT_DATA_DIR: '/srv/recert' }}                         | ${{ database: { kind: 'folder', path: '/srv/recert' } }}
    ${{ DATABASE_URL: 'postgresql://a:b@localhost:5432/recert' }} | ${{ database: { kind: 'server' } }}
    ${{ OTHER: '1' }}                                             | ${{ playground: false, connections: [{ announcement: 'OTHER' }] }}
    ${{ OTHER: '1', ONE: '2' }}                                   | ${{ connections: [{ announcement: 'ONE' }, { announcement: 'OTHER' }] }}
    ${{ ONE: '1', RECERT_PLAYGROUND: '1' }}                       | ${{ playground: true, connections: [{ announcement: 'ONE' }] }}
    ${{ RECERT_PLAYGROUND: '0', PORT: ' ', ONE: ' ' }}            | ${{ playground: false, port: 3000, connections: [] }}
  `('$env are read', ({ env, expected }) => {
    expect(read(env)).toMatchObject(expected);
  });

  it('are reported all at once when they are wrong, those of the platforms too', () => {
    const env = {
      PORT: 'http',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x',
      RECERT_PLAYGROUND: 'yes',
      ONE: 'two',
      OTHER: 'three',
    };

    expect(() => read(env)).toThrow(ConfigError);
    for (const name of Object.keys(env)) expect(() => read(env)).toThrow(name);
    expect(() => read(env)).toThrow(`PORT 'http' isn't valid. Use a number from 1 to 65535.`);
  });

  it('say how many connections there may be and how long a query may take', () => {
    const DATABASE_URL = 'postgresql://a:b@localhost/recert';
    const more = { RECERT_DATABASE_CONNECTIONS: '40', RECERT_DATABASE_QUERY_LIMIT_MS: '5000' };

    expect(read({ DATABASE_URL }).database).toMatchObject({ limits: { connections: 10, queryMs: 2000 } });
    expect(read({ DATABASE_URL, ...more }).database).toMatchObject({ limits: { connections: 40, queryMs: 5000 } });
    // A migration holds the lock with one connection and works with another.
    expect(() => read({ RECERT_DATABASE_CONNECTIONS: '1' })).toThrow('Use a number from 2 to 500.');
  });

  it.each`
    url                                                                        | message
    ${'mysql://x'}                                                             | ${"DATABASE_URL isn't a PostgreSQL address."}
    ${'postgresql://a:hunter2@h/d?sslmode=prefer'}                             | ${'DATABASE_URL has sslmode=prefer, which may connect in the clear.'}
    ${'postgresql://a:hunter2@h/d?sslmode=verify-full&sslrootcert=/no/ca.pem'} | ${"DATABASE_URL has sslrootcert=/no/ca.pem, a file that can't be read (ENOENT)."}
  `('refuse $url as the address of the database', ({ url, message }) => {
    expect(() => read({ DATABASE_URL: url })).toThrow(message);
    expect(() => read({ DATABASE_URL: url })).not.toThrow(/hunter2/);
  });

  it.each([
    [{}, '127.0.0.1'],
    [{ HOST: 'localhost' }, 'localhost'],
    [{ HOST: '[::1]' }, '::1'],
    [{ ONE: '1' }, '0.0.0.0'],
    [{ ONE: '1', HOST: '::' }, '::'],
    [{ ONE: '1', HOST: '[2001:db8::7]' }, '2001:db8::7'],
    [{ ONE: '1', HOST: '10.0.0.7' }, '10.0.0.7'],
    [{ ONE: '1', HOST: 'bot.example.org' }, 'bot.example.org'],
  ])('name the address to listen on: %j', (env, host) => {
    expect(read(env as Record<string, string>).host).toBe(host);
  });

  it.each(['10.0.0.700', '1.2.3', 'http://localhost', 'a b', '10.0.0.7:80', '[10.0.0.7]', '::zz'])(
    'refuse %s as the address to listen on',
    (host) => {
      expect(() => read({ ONE: '1', HOST: host })).toThrow(`HOST '${host}' isn't valid. Use an address such as`);
    },
  );

  it.each([
    [{}, 'anyone can act as anyone in the playground'],
    [{ ONE: '1', RECERT_PLAYGROUND: '1' }, 'anyone can act as anyone in the playground'],
    [{ LOCAL: '1' }, 'LOCAL does not authenticate anyone'],
  ])('refuse to be reached from other machines where nobody is authenticated: %j', (env, reason) => {
    for (const HOST of ['0.0.0.0', '::', '10.0.0.7', 'bot.example.org']) {
      expect(() => read({ ...(env as Record<string, string>), HOST })).toThrow(
        `HOST '${HOST}' can be reached from other machines, and ${reason}`,
      );
    }
  });

  it('name the proxies in front of recert', () => {
    const { isTrustedProxy } = read({ RECERT_TRUSTED_PROXIES: '10.0.0.5, 192.168.7.0/24,fd00::/8' });

    expect(['10.0.0.5', '192.168.7.9', 'fd00::1'].map(isTrustedProxy)).toEqual([true, true, true]);
    expect(['10.0.0.6', '192.168.8.9', '2001:db8::1', ''].map(isTrustedProxy)).toEqual([false, false, false, false]);
    expect(() => read({ RECERT_TRUSTED_PROXIES: '10.0.0.5,proxy.test' })).toThrow(
      "RECERT_TRUSTED_PROXIES 'proxy.test' isn't valid. Use addresses and ranges like 10.0.0.0/8",
    );
  });

  it('keep files in the database, of 10 MB at most, when nothing is said', () => {
    expect(read({}).fileStore).toBeUndefined();
    expect(read({}).fileLimit).toBe(10 * 1024 * 1024);
    expect(read({ RECERT_FILE_LIMIT_MB: '100' }).fileLimit).toBe(100 * 1024 * 1024);
  });

  it.each(['0', '101', '1.5', '-1', 'ten', '1e1'])('refuse %s megabytes as the limit of a file', (limit) => {
    expect(() => read({ RECERT_FILE_LIMIT_MB: limit })).toThrow(
      `RECERT_FILE_LIMIT_MB '${limit}' isn't valid. Use a number from 1 to 100.`,
    );
  });

  it('name a store for files', () => {
    expect(read(S3).fileStore).toEqual({
      bucket: 'proofs',
      endpoint: 'https://s3.example.com/',
      region: 'us-east-1',
      accessKeyId: 'AKIA1',
      secretAccessKey: 'a-secret',
    });
    const more = { RECERT_S3_REGION: 'eu-central-1', RECERT_S3_PREFIX: 'team/files/', RECERT_S3_ENCRYPTION: 'AES256' };
    expect(read({ ...S3, ...more }).fileStore).toMatchObject({
      region: 'eu-central-1',
      prefix: 'team/files/',
      encryption: 'AES256',
    });
  });

  it.each(Object.keys(S3))('refuse a store for files without %s', (name) => {
    expect(() => read({ ...S3, [name]: ' ' })).toThrow(`${name} is missing`);
  });

  it('refuse a store of which only a part that may be left out is said', () => {
    expect(() => read({ RECERT_S3_PREFIX: 'files' })).toThrow('RECERT_S3_BUCKET is missing');
  });

  it.each`
    setting                   | value
    ${'RECERT_S3_ENDPOINT'}   | ${'http://s3.example.com'}
    ${'RECERT_S3_ENDPOINT'}   | ${'http://127.0.0.1.example.com'}
    ${'RECERT_S3_ENDPOINT'}   | ${'https://me:hunter2@s3.example.com'}
    ${'RECERT_S3_ENDPOINT'}   | ${'https://s3.example.com/?key=hunter2'}
    ${'RECERT_S3_ENDPOINT'}   | ${'s3.example.com'}
    ${'RECERT_S3_BUCKET'}     | ${'proofs/../others'}
    ${'RECERT_S3_PREFIX'}     | ${'../others'}
    ${'RECERT_S3_PREFIX'}     | ${'/files'}
    ${'RECERT_S3_ENCRYPTION'} | ${'rot13'}
    ${'RECERT_S3_REGION'}     | ${'a.example.com/'}
  `('refuse $value as $setting', ({ setting, value }) => {
    expect(() => read({ ...S3, [setting]: value })).toThrow(new RegExp(`^${setting} .*isn't (?:a )?valid`, 'm'));
    expect(() => read({ ...S3, [setting]: value })).not.toThrow(/hunter2|a-secret/);
  });

  it.each(['http://localhost:9000', 'http://127.0.0.1:9000', 'http://[::1]:9000'])(
    'take %s without https',
    (endpoint) => {
      expect(read({ ...S3, RECERT_S3_ENDPOINT: endpoint }).fileStore?.endpoint).toBe(`${endpoint}/`);
    },
  );
});
