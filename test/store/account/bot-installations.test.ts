import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTokenCipher } from '../../../src/store/account/token-cipher.ts';
import { openStore } from '../../support/store.ts';

const opened = openStore();
const NOW = new Date('2026-03-31T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const [first, second] = [randomBytes(32), randomBytes(32)];
const withKeys = (...keys: Buffer[]) => opened.store.botInstallations('slack', createTokenCipher(keys));
const aBot = (tenant: string, access = `xoxb-${tenant}`) => ({
  ...{ tenant, isOrgWide: false, botUserId: 'U0BOT', botId: 'B0BOT', installedAt: NOW },
  tokens: { access, refresh: `xoxe-${tenant}`, expiresAt: later(60_000) },
});
const rows = (tenant: string) =>
  opened.store.orm.em.fork().execute('select * from bot_installation where tenant = ?', [tenant]);

describe('bot installations', () => {
  it('returns what was saved, and replaces it when the app is installed again', async () => {
    const bots = withKeys(first);
    await bots.save(aBot('T1'));
    expect(await bots.find('T1')).toEqual(aBot('T1'));

    const again = { ...aBot('T1', 'xoxb-again'), isOrgWide: true, enterprise: 'E1', installedAt: later(1) };
    await bots.save(again);

    expect(await bots.find('T1')).toEqual(again);
    expect(await bots.find('T2')).toBeUndefined();
  });

  it('stores no token in plain text', async () => {
    await withKeys(first).save(aBot('T3', 'xoxb-planted'));

    expect(JSON.stringify(await rows('T3'))).not.toMatch(/planted|xoxb|xoxe/u);
  });

  it('refuses tokens that were copied to the row of another tenant', async () => {
    const bots = withKeys(first);
    await bots.save(aBot('T4'));
    await bots.save(aBot('T5'));
    await opened.store.orm.em.fork().execute(
      `update bot_installation set encrypted_tokens = (select encrypted_tokens from bot_installation where tenant = 'T4')
        where tenant = 'T5'`,
    );

    await expect(bots.find('T5')).rejects.toThrow('The tokens of slack/T5 were changed or belong to another tenant.');
  });

  it('encrypts again with a new key, after which the old one is needed no more', async () => {
    await withKeys(first).save(aBot('T6'));
    await expect(withKeys(second).find('T6')).rejects.toThrow(/Add it after the current key/u);
    expect((await withKeys(second).encryptAgain()).unreadable).toContain('T6');

    const { changed } = await withKeys(second, first).encryptAgain();

    expect(changed).toBeGreaterThan(0);
    expect(await withKeys(second).find('T6')).toEqual(aBot('T6'));
    await expect(withKeys(first).find('T6')).rejects.toThrow(/which RECERT_TOKEN_KEY doesn't have/u);
    await withKeys(first, second).encryptAgain();
  });

  it('is claimed by one process at a time, and again when its claim has ended', async () => {
    const bots = opened.store.botInstallations('claims', createTokenCipher([first]));
    await bots.save(aBot('T7'));
    const claim = { expiresBefore: later(120_000), now: NOW };

    const claims = await Promise.all([bots.claimExpiring(claim), bots.claimExpiring(claim)]);

    expect(claims.filter(Boolean)).toEqual([aBot('T7')]);
    expect(await bots.claimExpiring({ ...claim, now: later(120_001), tenant: 'T8' })).toBeUndefined();
    expect(await bots.claimExpiring({ ...claim, now: later(120_001), tenant: 'T7' })).toEqual(aBot('T7'));
    expect(await bots.claimExpiring({ ...claim, now: later(300_000), expiresBefore: NOW })).toBeUndefined();
  });

  it('keeps the tokens of a reinstallation when older ones are replaced or removed late', async () => {
    const bots = withKeys(first);
    const reinstalled = { ...aBot('T9', 'xoxb-again'), installedAt: later(5000) };
    await bots.save(reinstalled);

    await bots.replaceTokens(aBot('T9'), { access: 'xoxb-late' });
    expect(await bots.remove('T9', later(4999))).toBe(false);
    expect(await bots.find('T9')).toEqual(reinstalled);

    await bots.replaceTokens(reinstalled, { access: 'xoxb-next' });
    expect((await bots.find('T9'))?.tokens).toEqual({ access: 'xoxb-next' });
    expect(await bots.remove('T9', later(5000))).toBe(true);
    expect(await bots.find('T9')).toBeUndefined();
  });

  it('uses an install link up', async () => {
    const bots = withKeys(first);
    const state = { hash: 'a1', expiresAt: later(1000) };

    expect(await bots.claimInstallState(state, NOW)).toBe(true);
    expect(await bots.claimInstallState(state, NOW)).toBe(false);
  });

  it('is deleted with the workspace', async () => {
    const workspaceId = await opened.store.directory.workspaceOf('slack', 'T10', NOW);
    await withKeys(first).save(aBot('T10'));

    await opened.store.purge({ platform: 'slack', tenant: 'T10', workspaceId });

    expect(await rows('T10')).toEqual([]);
  });
});
