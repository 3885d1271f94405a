import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLocal, mayCall } from '../../../../adapters/teams/auth/hosts.ts';
import { NotDelivered, transport } from '../../../../adapters/teams/outbound/transport.ts';
import { expectNoUnusedRequests } from '../../../support/unused-requests.ts';

const HOSTS = { allowed: ['smba.trafficmanager.net'], development: false };
const SERVICE = 'https://smba.trafficmanager.net';
const call = transport({ mayCall: (url) => mayCall(url, HOSTS), fetch, pauseMs: 1, timeoutMs: 100 });
const send = (method: string, url = `${SERVICE}/x`) =>
  call({ method, url, headers: {}, ...(method === 'GET' ? {} : { body: '{}' }) });
const outcome = (method: string) =>
  send(method).then(
    ({ status }) => status,
    (error) => (error instanceof NotDelivered ? error.outcome : 'another error'),
  );
const pauseAfter = (method: string) =>
  send(method).then(
    () => 'done',
    (error) => (error instanceof NotDelivered ? error.afterMs : 'another error'),
  );

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expectNoUnusedRequests();
});

describe('sending', () => {
  it.each(['POST', 'PUT', 'DELETE', 'GET'])('tries %s again when Teams is busy', async (method) => {
    nock(SERVICE).intercept('/x', method).reply(429, '', { 'retry-after': '0' });
    nock(SERVICE).intercept('/x', method).reply(412);
    nock(SERVICE).intercept('/x', method).reply(200);

    expect(await outcome(method)).toBe(200);
  });

  it.each([
    ['PUT', 503],
    ['DELETE', 500],
    ['GET', 502],
  ])('tries %s again after %i', async (method, status) => {
    nock(SERVICE).intercept('/x', method).reply(status);
    nock(SERVICE).intercept('/x', method).reply(200);

    expect(await outcome(method)).toBe(200);
  });

  it.each([500, 502, 503, 504, 408])('never repeats a POST after %i', async (status) => {
    nock(SERVICE).post('/x').reply(status);

    expect(await outcome('POST')).toBe('unknown');
  });

  it.each([400, 403, 404])('takes %i as an answer', async (status) => {
    nock(SERVICE).post('/x').reply(status, '', { location: 'https://evil.example/' });

    expect(await outcome('POST')).toBe('refused');
  });

  it.each([
    ['a token that is not good', 401, {}],
    ['a redirect', 302, { location: 'https://evil.example/' }],
    ['a pause that was named', 503, { 'retry-after': '0' }],
    ['the page of a proxy', 200, { 'content-type': 'text/html; charset=utf-8' }],
  ])('was certainly not done after %s', async (_what, status, headers) => {
    nock(SERVICE).post('/x').times(4).reply(status, '<p>Sign in</p>', headers);

    expect(await outcome('POST')).toBe('busy');
  });

  it('hands a long pause on to the sender', async () => {
    nock(SERVICE).post('/x').reply(429, '', { 'retry-after': '45' });

    expect(await pauseAfter('POST')).toBe(45_000);
  });

  it('gives up after four tries', async () => {
    nock(SERVICE).post('/x').times(4).reply(429, '', { 'retry-after': '0' });

    expect(await outcome('POST')).toBe('busy');
  });

  it('does not wait for ever', async () => {
    nock(SERVICE).post('/x').delay(2000).reply(200);

    expect(await outcome('POST')).toBe('unknown');
    nock.abortPendingRequests();
  });
});

describe('another host', () => {
  it.each([
    'https://evil.example/x',
    'http://smba.trafficmanager.net/x',
    'https://smba.trafficmanager.net:8443/x',
    'https://smba.trafficmanager.net.evil.example/x',
    'https://user@smba.trafficmanager.net/x',
    'https://smba.trafficmanager.net@evil.example/x',
    'http://localhost:56150/x',
    'file:///etc/passwd',
    '//smba.trafficmanager.net/x',
    '',
  ])('%j is never called', async (url) => {
    await expect(send('POST', url)).rejects.toThrow(NotDelivered);
  });

  it('may be one of this machine in development alone', () => {
    const development = { allowed: [], development: true };

    expect(mayCall('http://localhost:56150/v3', development)).toBe(true);
    expect(mayCall('http://localhost:56151/v3', development)).toBe(false);
    expect(mayCall('http://evil.example:56150/v3', development)).toBe(false);
    expect(isLocal(new Request('http://localhost:3000/api/messages'))).toBe(true);
  });
});
