import { afterAll, beforeAll, expect, it } from 'vitest';
import { installationLine } from '../../src/operator/installation-command.ts';
import { createTokenCipher } from '../../src/store/account/token-cipher.ts';
import { Store } from '../../src/store/store.ts';
import { testDatabase } from '../support/store.ts';

const now = new Date('2026-11-30T08:00:00Z');
const cipher = createTokenCipher([Buffer.alloc(32, 7)]);
let store: Store;

beforeAll(async () => {
  store = await Store.open(testDatabase());
});
afterAll(() => store.close());

it('the operator sees who installed the app, and no token', async () => {
  const bots = store.botInstallations('slack', cipher);
  const about = { botUserId: 'U0BOT', installedAt: now };
  await bots.save({
    ...about,
    tenant: 'TONE',
    isOrgWide: false,
    enterprise: 'EONE',
    tokens: { access: 'xoxb-planted' },
  });
  const tokens = { access: 'xoxe-planted', refresh: 'xoxe-1-planted', expiresAt: new Date('2026-11-30T20:00:00Z') };
  await bots.save({ ...about, tenant: 'EORG', isOrgWide: true, tokens });

  const lines = (await store.directory.installedBots()).map((bot) => installationLine(bot, now));

  expect(lines).toContain(
    `slack/TONE: workspace of EONE, installed 2026-11-30T08:00:00.000Z, token does not expire, key ${cipher.keyId}`,
  );
  expect(lines).toContain(
    `slack/EORG: organisation, installed 2026-11-30T08:00:00.000Z, token expires 2026-11-30T20:00:00.000Z, key ${cipher.keyId}`,
  );
  expect(lines.join('\n')).not.toContain('planted');
});
