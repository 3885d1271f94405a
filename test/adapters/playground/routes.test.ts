import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerOf, preview, problemOf, stage } from './fake-core.ts';
import { paceReply } from './replies.ts';

const who = { tenant: 'sample', user: 'maya' };
const say = { ...who, line: 'pace cissp --on 2026-12-31', key: 'key-0001' };

describe('what the core hears', () => {
  it('hears a typed line with the person, the place and the key', async () => {
    const { heard: request, post } = await stage(() => paceReply);

    const response = await post('/playground/say', say);

    expect(response.status).toBe(200);
    expect(request).toEqual([
      {
        command: 'pace',
        args: { text: 'cissp', on: '2026-12-31' },
        key: 'key-0001',
        line: 'pace cissp --on 2026-12-31',
        from: { platform: 'playground', tenant: 'sample', user: 'maya' },
        profile: { name: 'Maya Okafor', zone: 'Europe/London', locale: 'en-GB' },
        place: { platform: 'playground', tenant: 'sample', address: 'sample' },
        direct: { platform: 'playground', tenant: 'sample', address: 'maya' },
      },
    ]);
  });

  it('hears a pressed button with its arguments', async () => {
    const { heard: request, post } = await stage(() => paceReply);

    await post('/playground/press', { ...who, command: 'pace', args: { text: 'cism' }, key: 'key-0002.a0' });

    expect(request[0]).toMatchObject({ command: 'pace', args: { text: 'cism' }, key: 'key-0002.a0' });
  });

  it('hears a sent form with its answers and its state', async () => {
    const { heard: request, post } = await stage(() => paceReply);
    const answers = { title: 'Webcast', counts: ['cissp', 'cism'], 'credits.cissp': '1.5' };

    await post('/playground/submit', { ...who, command: 'log', answers, state: 'line-1', key: 'key-0003' });

    expect(request[0]).toMatchObject({ command: 'log', args: {}, answers, state: 'line-1', key: 'key-0003' });
  });

  it('passes the same key for what is sent twice', async () => {
    const { heard: request, post } = await stage(() => paceReply);

    await Promise.all([post('/playground/say', say), post('/playground/say', say)]);

    expect(request.map(({ key }) => key)).toEqual(['key-0001', 'key-0001']);
  });

  it('asks the core for suggestions', async () => {
    const { request } = await stage(() => paceReply);

    const response = await request('/playground/suggest?tenant=sample&user=maya&source=certifications&q=cism');

    expect(await response.json()).toMatchObject({ options: [{ value: 'cism', detail: 'ISACA' }] });
  });
});

describe('the answer', () => {
  it('carries the time of the person, the words and the pictures of other platforms', async () => {
    const { post } = await stage(() => paceReply, { previews: [preview] });

    const answer = await answerOf(post('/playground/say', { ...say, user: 'aroha' }));

    expect(answer).toMatchObject({ kind: 'card', time: '03:32 am', seenBy: 'Only visible to you' });
    expect(answer.text).toContain('Deadline: 31 Mar 2027, 128 days left');
    expect(answer.previews).toMatchObject([{ name: 'Slack', json: { blocks: [{ type: 'card' }] } }]);
    expect(answer.previews[0]?.html).toContain('href="/playground/preview/0.css"');
  });

  it('serves the style of a preview as a sheet of its own', async () => {
    const { request } = await stage(() => paceReply, { previews: [preview] });

    const response = await request('/playground/preview/0.css');

    expect(response.headers.get('content-type')).toContain('text/css');
    expect(await response.text()).toBe(preview.css);
  });

  it('stays whole when a picture cannot be drawn', async () => {
    const broken = { ...preview, draw: () => JSON.parse('{') };
    const { post } = await stage(() => paceReply, { previews: [broken, preview] });

    const answer = await answerOf(post('/playground/say', say));

    expect(answer.previews).toHaveLength(1);
  });
});

const clientFolder = new URL('../../../adapters/playground/client/', import.meta.url);

describe('the files of the page', () => {
  it.each(readdirSync(clientFolder))('serves the script %s to this machine only', async (name) => {
    const { request } = await stage(() => paceReply);
    const path = `/playground/client/${name}`;

    const response = await request(path);
    const foreign = await request(path, { headers: { host: 'evil.example' } });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toMatch(/^\/\/ @ts-check\n/u);
    expect(foreign.status).toBe(403);
  });

  it('links the scripts that run first', async () => {
    const { request } = await stage(() => paceReply);

    const page = await (await request('/')).text();

    expect([...page.matchAll(/<script [^>]*src="[^"]*">/gu)].map(([tag]) => tag)).toEqual([
      '<script src="/playground/client/stored-theme.js">',
      '<script type="module" src="/playground/client/main.js">',
    ]);
  });

  it.each([
    '/playground/client/',
    '/playground/client/index.ts',
    '/playground/client/nothing.js',
    '/playground/client/..%2Findex.ts',
    '/playground/client/%2e%2e/index.ts',
    '/playground/client/..%5Cindex.ts',
    '/playground/index.ts',
  ])('serves nothing at %s', async (path) => {
    const { request } = await stage(() => paceReply);

    const response = await request(path);

    expect(response.status).toBe(404);
  });
});

describe('who is let in', () => {
  it.each`
    host                   | status
    ${'localhost'}         | ${200}
    ${'localhost:3000'}    | ${200}
    ${'127.0.0.1:3000'}    | ${200}
    ${'[::1]:3000'}        | ${200}
    ${'evil.example'}      | ${403}
    ${'localhost.evil.io'} | ${403}
    ${'localhost@evil.io'} | ${403}
    ${'0.0.0.0:3000'}      | ${403}
    ${':::'}               | ${403}
  `('answers $status to a request for the host $host', async ({ host, status }) => {
    const { request } = await stage(() => paceReply);

    const response = await request('/', { headers: { host } });

    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it.each(['http://evil.example', 'http://localhost:3001', 'null'])(
    'takes nothing from the page %s',
    async (origin) => {
      const { heard: request, post } = await stage(() => paceReply);

      const response = await post('/playground/say', say, { origin });

      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ problem: 'The playground takes nothing from other pages.' });
      expect(request).toEqual([]);
    },
  );

  it('takes what its own page sends', async () => {
    const { post } = await stage(() => paceReply);

    const response = await post('/playground/say', say, { origin: 'http://localhost:3000', host: 'localhost:3000' });

    expect(response.status).toBe(200);
  });

  it.each`
    tenant      | user
    ${'sample'} | ${'mallory'}
    ${'empty'}  | ${'maya'}
    ${'other'}  | ${'maya'}
  `('knows no $user in $tenant', async ({ tenant, user }) => {
    const { heard: request, post } = await stage(() => paceReply);

    const response = await post('/playground/say', { ...say, tenant, user });

    expect(response.status).toBe(404);
    expect(request).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it.each`
    path                     | body                                                                               | status
    ${'/playground/say'}     | ${'{'}                                                                             | ${400}
    ${'/playground/say'}     | ${'null'}                                                                          | ${400}
    ${'/playground/say'}     | ${{ ...who, line: 'pace' }}                                                        | ${400}
    ${'/playground/say'}     | ${{ ...who, line: 7, key: 'key-0001' }}                                            | ${400}
    ${'/playground/press'}   | ${{ ...who, command: 'pace', args: { text: ['x'] }, key: 'key-0001' }}             | ${400}
    ${'/playground/submit'}  | ${{ ...who, command: 'log', answers: { 'a"b': 'x' }, key: 'key-0001' }}            | ${400}
    ${'/playground/submit'}  | ${`{"command":"log","answers":{"__proto__":"x"},"tenant":"sample","key":"key-1"}`} | ${400}
    ${'/playground/say'}     | ${{ ...who, line: 'x'.repeat(300_000), key: 'key-0001' }}                          | ${413}
    ${'/playground/nowhere'} | ${{}}                                                                              | ${404}
  `('answers $status with a reason to $path', async ({ path, body, status }) => {
    const { heard: request, post } = await stage(() => paceReply);

    const response = await post(path, body);

    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatch(/^(?:[A-Z].+|too-large)$/u);
    expect(request).toEqual([]);
  });

  it('takes JSON only', async () => {
    const { post } = await stage(() => paceReply);

    const response = await post('/playground/say', say, { 'content-type': 'text/plain' });

    expect(response.status).toBe(415);
  });

  it('says with a reference that something failed', async () => {
    const { post } = await stage(() => {
      throw new Error('the secret reason');
    });

    const response = await post('/playground/say', say);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ problem: 'failed', reference: expect.stringMatching(/^[0-9a-f]{8}$/u) });
  });
});
