import { describe, expect, it } from 'vitest';
import type { Door } from '../src/chat/door.ts';
import { ConfigError, readConfig } from '../src/config.ts';

/** A platform that is asked for by one setting, which must be a number. */
function doorOf(setting: string): Door {
  const connection = { platform: 'terminal', isLocal: false, said: setting, open: () => Promise.reject() } as const;
  const settings: Door['settings'] = (get, problems) => {
    const value = get(setting);
    if (value !== undefined && !/^\d+$/.test(value)) problems.push(`${setting} must be a number, got '${value}'.`);
    return value === undefined ? undefined : connection;
  };
  return { platform: 'terminal', settings } as unknown as Door;
}

const doors = [doorOf('ONE'), doorOf('OTHER')];
const read = (env: Readonly<Record<string, string>>) => readConfig(env, doors);

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
    ${{ OTHER: '1' }}                                             | ${{ playground: false, connections: [{ said: 'OTHER' }] }}
    ${{ OTHER: '1', ONE: '2' }}                                   | ${{ connections: [{ said: 'ONE' }, { said: 'OTHER' }] }}
    ${{ ONE: '1', RECERT_PLAYGROUND: '1' }}                       | ${{ playground: true, connections: [{ said: 'ONE' }] }}
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
    expect(() => read(env)).toThrow(`PORT must be a number between 1 and 65535, got 'http'.`);
  });
});
