import { typed } from './activities.ts';
import { requestOf } from './stand-in.ts';

type Case = readonly [name: string, request: (token: string) => Request, status: number];

const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';

/** 46 requests that Teams would not send. */
export function malformed(): readonly Case[] {
  return [...shapes(), ...bodies(), ...envelopes(), ...addresses(), ...tenants()];
}

function shapes(): readonly Case[] {
  const without = (name: string) => {
    const { [name]: _, ...rest } = typed('hi');
    return rest;
  };
  const missing = ['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'].map(
    (name): Case => [`without ${name}`, (token) => requestOf(without(name), token), 400],
  );
  const wrong: readonly [string, Record<string, unknown>][] = [
    ['a number for its type', { type: 1 }],
    ['an empty type', { type: '' }],
    ['a sender without an id', { from: { name: 'Ana' } }],
    ['a sender whose id is a list', { from: { id: ['29:ana'] } }],
    ['a sender that is a text', { from: 'ana' }],
    ['no conversation id', { conversation: {} }],
    ['an empty conversation id', { conversation: { id: '' } }],
    ['a recipient of null', { recipient: null }],
    ['a number for its text', { text: 1 }],
    ['a number for its id', { id: 7 }],
    ['an id without an end', { id: 'x'.repeat(2000) }],
    ['entities that are no list', { entities: {} }],
    ['channel data that is a text', { channelData: 'x' }],
    ['a tenant that is a number', { channelData: { tenant: 1 } }],
  ];
  return [
    ...missing,
    ...wrong.map(([name, changes]): Case => [`with ${name}`, (token) => requestOf(typed('hi', changes), token), 400]),
  ];
}

function bodies(): readonly Case[] {
  const texts = [
    '',
    '{',
    'null',
    '[]',
    '"hi"',
    '1',
    '{"a":1}',
    '[[[[',
    '{"type":"message"}',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  ];
  return texts.map(
    (text): Case => [`saying ${JSON.stringify(text.slice(0, 20))}`, (token) => requestOf(text, token), 400],
  );
}

function envelopes(): readonly Case[] {
  const sent = (init: RequestInit) => (token: string) =>
    new Request('https://bot.test/api/messages', {
      method: 'POST',
      body: JSON.stringify(typed('hi')),
      ...init,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...(init.headers as object) },
    });
  const { body: _, ...get } = { body: '', method: 'GET' };
  return [
    ['as a form', sent({ headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 400],
    ['as text', sent({ headers: { 'content-type': 'text/plain' } }), 400],
    ['packed', sent({ headers: { 'content-encoding': 'gzip' } }), 400],
    ['that is no text', sent({ body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) }), 400],
    ['too large', sent({ body: JSON.stringify(typed('x'.repeat(300_000))) }), 413],
    ['that says it is too large', sent({ headers: { 'content-length': '999999' } }), 413],
    ['to be put', sent({ method: 'PUT' }), 405],
    ['without a body', (token) => sent({ ...get, body: null })(token), 405],
    ['without a token', sent({ headers: { authorization: '' } }), 401],
    ['with a password', sent({ headers: { authorization: 'Basic YTpi' } }), 401],
  ];
}

function addresses(): readonly Case[] {
  const urls = [
    'http://smba.trafficmanager.net/emea/',
    'https://evil.example/emea/',
    'https://smba.trafficmanager.net.evil.example/',
  ];
  return urls.map(
    (serviceUrl): Case => [`from ${serviceUrl}`, (token) => requestOf(typed('hi', { serviceUrl }), token), 403],
  );
}

// The key server answers with no key, so these fail at the token at the latest.
function tenants(): readonly Case[] {
  return [
    ['of another channel', (token) => requestOf(typed('hi', { channelId: 'webchat' }), token), 403],
    ['of no channel', (token) => requestOf(typed('hi', { channelId: '' }), token), 403],
    [
      'of another tenant',
      (token) => requestOf(typed('hi', { channelData: { tenant: { id: OTHER_TENANT } } }), token),
      401,
    ],
  ];
}
