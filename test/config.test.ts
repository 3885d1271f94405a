import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

describe('the settings', () => {
  it('need nothing: the embedded database and the playground on port 3000', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      logLevel: 'info',
      database: { kind: 'folder' },
      playground: true,
    });
  });

  it.each`
    env                                                                                                     | expected
    ${{ PORT: '8080' }}                                                                                     | ${{ port: 8080 }}
    ${{ RECERT_DATA_DIR: '/srv/recert' }}                                                                   | ${{ database: { kind: 'folder', path: '/srv/recert' } }}
    ${{ DATABASE_URL: 'postgresql://a:b@localhost:5432/recert' }}                                           | ${{ database: { kind: 'server' } }}
    ${{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }}                                             | ${{ playground: false, slack: { botToken: 'xoxb-1', signingSecret: 's' } }}
    ${{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', RECERT_PLAYGROUND: '1' }}                     | ${{ playground: true, slack: { appToken: 'xapp-1' } }}
    ${{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:4003/api' }} | ${{ slack: { apiUrl: 'http://127.0.0.1:4003/api/' } }}
    ${{ RECERT_PLAYGROUND: '0', PORT: ' ' }}                                                                | ${{ playground: false, port: 3000 }}
  `('$env are read', ({ env, expected }) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  it('are reported all at once when they are wrong', () => {
    const env = {
      PORT: 'http',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x',
      RECERT_PLAYGROUND: 'yes',
      SLACK_BOT_TOKEN: 'abc',
      SLACK_API_URL: 'slack',
    };

    const read = () => readConfig(env);

    expect(read).toThrow(ConfigError);
    for (const name of [...Object.keys(env), 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN']) expect(read).toThrow(name);
    expect(read).toThrow(`PORT must be a number between 1 and 65535, got 'http'.`);
  });

  it('of half a Slack connection say what is missing', () => {
    expect(() => readConfig({ SLACK_SIGNING_SECRET: 's' })).toThrow('SLACK_BOT_TOKEN is missing');
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN',
    );
  });
});
