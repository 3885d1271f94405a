import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { quietCore } from '../../support/core.ts';
import {
  callBody,
  ISSUER,
  NOW,
  PUBLIC_KEY_TEXT,
  PUBLIC_URL,
  post,
  SECONDS,
  SECRET,
  signedHeaders,
  startedAdapter,
  TENANT,
  token,
  USER,
} from './callers.ts';

/** Repeats itself, so that a failure can be looked at. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Below = (below: number) => number;
const hex = (below: Below, length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
const ana = (below: Below) => ({ user_id: `U0${below(1e6)}`, team_id: 'T0HOME' });
/** A call that no other one of the run equals. */
const call = (below: Below, slack: unknown = ana(below)) =>
  callBody(slack, ['pace', 'history', 'draft_log'][below(3)], { line: hex(below, 12) });

const bySlack = (
  change: (headers: Record<string, string>, below: Below) => Record<string, string>,
  how: (below: Below) => { readonly secret?: string; readonly at?: number } = () => ({}),
) => {
  return async (below: Below) => {
    const body = call(below);
    return post(body, change(signedHeaders(body, how(below)), below));
  };
};
const same = (headers: Record<string, string>) => headers;
const byToken = (tokenOf: (below: Below) => Promise<string> | string) => async (below: Below) =>
  post(call(below, undefined), { authorization: `Bearer ${await tokenOf(below)}` });

/** Each way in which a request isn't what it says, or says too little. */
const WAYS: Readonly<Record<string, (below: Below) => Promise<Request>>> = {
  unsigned: async (below) => post(call(below), {}),
  'signature without a time': bySlack(({ 'x-slack-signature': signature = '' }) => ({
    'x-slack-signature': signature,
  })),
  'time without a signature': bySlack((headers) => ({
    'x-slack-request-timestamp': headers['x-slack-request-timestamp'] ?? '',
  })),
  'forged by chance': bySlack((headers, below) => ({ ...headers, 'x-slack-signature': `v0=${hex(below, 64)}` })),
  'signed by another app': bySlack(same, (below) => ({ secret: hex(below, 32) })),
  'one digit changed': bySlack((headers, below) => {
    const signature = headers['x-slack-signature'] ?? '';
    const at = 3 + below(64);
    const other = ((Number.parseInt(signature[at] ?? '0', 16) + 1 + below(15)) % 16).toString(16);
    return { ...headers, 'x-slack-signature': signature.slice(0, at) + other + signature.slice(at + 1) };
  }),
  'cut signature': bySlack((headers, below) => ({
    ...headers,
    'x-slack-signature': (headers['x-slack-signature'] ?? '').slice(0, below(67)),
  })),
  'another version of the signature': bySlack((headers) => ({
    ...headers,
    'x-slack-signature': (headers['x-slack-signature'] ?? '').replace('v0', 'v1'),
  })),
  'another time than signed': bySlack((headers, below) => ({
    ...headers,
    'x-slack-request-timestamp': String(SECONDS - 1 - below(299)),
  })),
  'too old': bySlack(same, (below) => ({ at: SECONDS - 301 - below(1e6) })),
  'from the future': bySlack(same, (below) => ({ at: SECONDS + 301 + below(1e6) })),
  'a time that is no number': bySlack((headers, below) => ({
    ...headers,
    'x-slack-request-timestamp': ['', 'NaN', '1e9', '-1', '0x10', String(SECONDS).padStart(13, '0')][below(6)] ?? '',
  })),
  'body changed after signing': async (below) => {
    const body = call(below, { user_id: 'U0ANA', team_id: 'T0HOME' });
    return post(body.replace('U0ANA', 'U0BOB'), signedHeaders(body));
  },
  'nobody named': async (below) => {
    const body = call(below, [undefined, {}, null, 'U0ANA', []][below(5)] ?? {});
    return post(body, signedHeaders(body));
  },
  'no workspace named': async (below) => {
    const team_id = [null, '', 'E0GRID', 7, 't0home', 'T0 HOME'][below(6)];
    const body = call(below, { ...ana(below), team_id });
    return post(body, signedHeaders(body));
  },
  'no user named': async (below) => {
    const body = call(below, { team_id: 'T0HOME', user_id: [null, '', 'B0BOT', 12, 'u0ana'][below(5)] });
    return post(body, signedHeaders(body));
  },
  'a list of messages': async (below) => {
    const body = `[${call(below)},${call(below)}]`;
    return post(body, signedHeaders(body));
  },
  'two proofs at once': bySlack((headers) => ({ ...headers, authorization: 'Bearer a.b.c' })),
  'no token': byToken(() => ''),
  'a token of noise': byToken((below) => `${hex(below, 20)}.${hex(below, 40)}.${hex(below, 20)}`),
  'another scheme': async (below) =>
    post(call(below, undefined), { authorization: `Basic ${await token({ jti: hex(below, 8) })}` }),
  'of another issuer': byToken((below) => token({ iss: `https://issuer.test/${hex(below, 6)}` })),
  'for another app': byToken((below) => token({ aud: `${PUBLIC_URL}/${hex(below, 6)}` })),
  'signed with another key': byToken((below) => token({ jti: hex(below, 8) }, { isForeign: true })),
  'of an unknown key': byToken((below) => token({ jti: hex(below, 8) }, { kid: hex(below, 6) })),
  expired: byToken((below) => token({ exp: SECONDS - 61 - below(1e6) })),
  'not valid yet': byToken((below) => token({ nbf: SECONDS + 61 + below(1e6) })),
  'without an end': byToken(() => token({ exp: undefined })),
  'without the scope': byToken((below) => token({ scp: ['openid', 'recert.read', 'Recert', ''][below(4)] })),
  'without a person': byToken((below) => token({ oid: [undefined, 7, '', ['a'], 'a b'][below(5)] })),
  'without a tenant': byToken((below) => token({ tid: [undefined, {}, '', null, 'a/b'][below(5)] })),
  'not signed': byToken((below) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: ISSUER, aud: `${PUBLIC_URL}/mcp`, exp: SECONDS + 600, scp: 'recert', oid: USER, tid: TENANT };
    return `${part({ alg: 'none' })}.${part({ ...claims, jti: hex(below, 8) })}.${['', 'AA'][below(2)]}`;
  }),
  'signed with the public key as a secret': byToken((below) =>
    new SignJWT({ iss: ISSUER, aud: `${PUBLIC_URL}/mcp`, scp: 'recert', oid: USER, tid: TENANT, jti: hex(below, 8) })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setExpirationTime(SECONDS + 600)
      .sign(new TextEncoder().encode(PUBLIC_KEY_TEXT)),
  ),
  'another person than signed': byToken(async (below) => {
    const [head, , signature] = (await token()).split('.');
    const [, claims] = (await token({ oid: `${USER.slice(0, -4)}${hex(below, 4)}`, jti: 'x' })).split('.');
    return [head, claims, signature].join('.');
  }),
  'from a page of another site': async (below) => {
    const body = call(below);
    return post(body, { ...signedHeaders(body), origin: `https://${hex(below, 6)}.test` });
  },
  replayed: async (below) => {
    const body = call(below);
    const headers = signedHeaders(body, { at: SECONDS - below(300) });
    await replayedAdapter().route?.handle(post(body, headers));
    expected += 1;
    return post(body, headers);
  },
};

let expected = 0;
let current: ChatAdapter | undefined;
function replayedAdapter(): ChatAdapter {
  if (current === undefined) throw new Error('The adapter is started first.');
  return current;
}

it('none of 1,000 forged, replayed, foreign, expired or unsigned requests is answered', async () => {
  const asked: Interaction[] = [];
  current = await startedAdapter({
    ...quietCore,
    dispatch: async (interaction) => {
      asked.push(interaction);
      return { kind: 'card', to: 'sender', card: { title: 'The answer', blocks: [] } };
    },
  });
  const ways = Object.entries(WAYS);
  const below = generator(NOW.getTime() % 100_000);
  const answered: string[] = [];
  expected = 0;
  for (let index = 0; index < 1000; index += 1) {
    const [name, requestOf] = ways[index % ways.length] ?? ways[0] ?? ['', async () => post('', {})];
    const response = await current.route?.handle(await requestOf(below));
    const text = (await response?.text()) ?? '';
    if (response?.ok !== false || text.includes('The answer'))
      answered.push(`${index} ${name} ${response?.status} ${text}`);
  }

  expect(answered).toEqual([]);
  // The first of each replayed pair is the only one that reached the core.
  expect(expected).toBeGreaterThan(20);
  expect(asked).toHaveLength(expected);
});

it('what Slack signs for everyone alike may come twice in one moment, and never later', async () => {
  let now = NOW;
  const adapter = await startedAdapter(quietCore, () => now);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const headers = signedHeaders(body, { secret: SECRET });
  const statusOf = async () => (await adapter.route?.handle(post(body, headers)))?.status;

  const first = [await statusOf(), await statusOf()];
  now = new Date(NOW.getTime() + 11_000);

  expect([...first, await statusOf()]).toEqual([200, 200, 401]);
});
