import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig, secretsOf, settingTable } from '../../src/config.ts';
import { platforms } from '../../src/platforms.ts';
import { withSecretFiles } from '../../src/settings/secret-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const secrets = secretsOf(settingTable(platforms));

describe('a secret in a file', () => {
  it('is known for every setting that is a secret', () => {
    expect(secrets).toEqual(expect.arrayContaining(['DATABASE_URL', 'SLACK_BOT_TOKEN', 'TEAMS_APP_PASSWORD']));
    expect(secrets).toEqual(expect.arrayContaining(['RECERT_S3_SECRET_ACCESS_KEY', 'HTTPS_PROXY']));
  });

  it.each(secrets)('is read for %s', (name) => {
    const problems: string[] = [];
    const env = withSecretFiles({ [`${name}_FILE`]: file(name, ' value\n') }, secrets, problems);

    expect([env[name], problems]).toEqual(['value', []]);
  });

  it('configures recert as if it were set itself', () => {
    const config = readConfig(
      {
        DATABASE_URL_FILE: file('url', 'postgresql://a:b@db.test/recert\n'),
        SLACK_BOT_TOKEN_FILE: file('bot', 'xoxb-1\n'),
        SLACK_SIGNING_SECRET_FILE: file('secret', `${'a'.repeat(32)}\n`),
      },
      platforms,
    );

    expect(config.database).toMatchObject({ kind: 'server', url: 'postgresql://a:b@db.test/recert' });
    expect(config.connections.map(({ name }) => name)).toEqual(['Slack']);
  });

  it('is refused in words when it is set twice, empty or missing, together with all other problems', () => {
    const env = {
      PORT: 'no',
      SLACK_BOT_TOKEN: 'xoxb-hunter2',
      SLACK_BOT_TOKEN_FILE: file('twice', 'xoxb-hunter3'),
      SLACK_SIGNING_SECRET_FILE: file('empty', '\n'),
      DATABASE_URL_FILE: join(folder, 'missing'),
    };

    expect(() => readConfig(env, platforms)).toThrow(ConfigError);
    expect(() => readConfig(env, platforms)).toThrow(
      'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set. Leave one of them out.',
    );
    expect(() => readConfig(env, platforms)).toThrow(/SLACK_SIGNING_SECRET_FILE names .*empty, which is empty\./u);
    expect(() => readConfig(env, platforms)).toThrow(
      /DATABASE_URL_FILE names .*missing, which can't be read \(ENOENT/u,
    );
    expect(() => readConfig(env, platforms)).toThrow("PORT 'no'");
    expect(() => readConfig(env, platforms)).not.toThrow(/hunter/u);
  });

  it('is not read for a setting that is no secret', () => {
    expect(withSecretFiles({ PORT_FILE: file('port', '1') }, secrets, []).PORT).toBeUndefined();
  });
});
