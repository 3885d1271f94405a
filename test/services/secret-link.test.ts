import { describe, expect, it } from 'vitest';
import { resolveSecretLink, secretLinkToken } from '../../src/services/secret-link.ts';
import type { Store } from '../../src/store/store.ts';

const workspaceId = '0b9e6f4e-8a5f-4b8e-9d59-5f8a7c0c1d2e';
const id = 'ffffffff-0000-4000-8000-fbfbfbfbfbfb';
const secret = 'Ab-_'.repeat(10).concat('xyz');
const store = { directory: { has: async (one: string) => one === workspaceId } } as unknown as Store;

describe('the last part of a download address', () => {
  it('is read as it was written, in characters that need no escape', async () => {
    const token = secretLinkToken({ workspaceId, id, secret });

    expect(token).toMatch(/^[\w-]{44}\.[\w-]{43}$/u);
    expect(await resolveSecretLink(token, store)).toEqual({ workspaceId, id, secret });
  });

  it('leads nowhere without its workspace', async () => {
    const token = secretLinkToken({ workspaceId: id, id, secret });

    expect(await resolveSecretLink(token, store)).toBeUndefined();
  });

  it.each([
    ['with a shorter secret', (token: string) => token.slice(0, -1)],
    ['with a longer secret', (token: string) => `${token}x`],
    ['without a secret', (token: string) => token.slice(0, 44)],
    ['with a shorter id', (token: string) => token.slice(1)],
    ['with another sign', (token: string) => token.replace('.', '/')],
    ['with a line more', (token: string) => `${token}\n`],
    ['of nothing', () => ''],
  ])('leads nowhere %s', async (_, changed) => {
    expect(await resolveSecretLink(changed(secretLinkToken({ workspaceId, id, secret })), store)).toBeUndefined();
  });
});
