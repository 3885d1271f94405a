import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { mcpAdapter } from '../../../adapters/mcp/index.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import { silent } from '../../support/conversation.ts';

export const NOW = new Date('2026-03-31T12:00:00Z');
export const PUBLIC_URL = 'https://recert.test';
export const SECRET = '0123456789abcdef0123456789abcdef';
export const ISSUER = 'https://issuer.test/v2.0';
export const SECONDS = NOW.getTime() / 1000;
export const TENANT = '11111111-2222-4333-8444-555555555555';
export const USER = '99999999-2222-4333-8444-555555555555';

const keys = await generateKeyPair('ES256', { extractable: true });
const foreign = await generateKeyPair('ES256', { extractable: true });
const published = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
/** The public key as a foreigner could use it as a shared secret. */
export const PUBLIC_KEY_TEXT = JSON.stringify(published);

/** The adapter with both kinds of callers set up, started with a core. */
export async function startedAdapter(core: Core, now: () => Date = () => NOW): Promise<ChatAdapter> {
  const adapter = mcpAdapter({
    publicUrl: PUBLIC_URL,
    slackSecret: SECRET,
    tokens: {
      ...{ issuer: ISSUER, keysUrl: 'https://issuer.test/keys', audience: `${PUBLIC_URL}/mcp`, scope: 'recert' },
      ...{ platform: 'teams', userClaim: 'oid', tenantClaim: 'tid' },
    },
    log: silent,
    clock: { now },
    fetch: async () => Response.json({ keys: [published] }),
  });
  await adapter.start(core);
  return adapter;
}

/** The body of a call, as Slack writes it for a person. */
export function callBody(slack: unknown, name = 'pace', args: object = {}): string {
  const _meta = slack === undefined ? {} : { _meta: { slack } };
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args, ..._meta } });
}

/** The headers with which Slack signs a body. */
export function signedHeaders(body: string, { secret = SECRET, at = SECONDS } = {}): Record<string, string> {
  const timestamp = String(Math.floor(at));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

/** A request of a client of the protocol. */
export function post(body: string, headers: Readonly<Record<string, string>>): Request {
  const accepted = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  return new Request(`${PUBLIC_URL}/mcp`, { method: 'POST', headers: { ...accepted, ...headers }, body });
}

/** An access token of the issuer, changed as told. */
export async function token(
  claims: Readonly<Record<string, unknown>> = {},
  { isForeign = false, kid = 'k1' }: { readonly isForeign?: boolean; readonly kid?: string } = {},
): Promise<string> {
  const usual = { iss: ISSUER, aud: `${PUBLIC_URL}/mcp`, exp: SECONDS + 600, nbf: SECONDS - 10, scp: 'openid recert' };
  const given = Object.entries({ ...usual, oid: USER, tid: TENANT, ...claims }).filter(
    ([, value]) => value !== undefined,
  );
  return new SignJWT(Object.fromEntries(given))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
    .sign(isForeign ? foreign.privateKey : keys.privateKey);
}
