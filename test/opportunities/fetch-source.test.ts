import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/network/public-address.ts';

describe('an address', () => {
  it.each([
    ['8.8.8.8', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['[::1]', false],
    ['::', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:8.8.8.8', true],
    ['::ffff:7f00:1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['fe80::1%eth0', false],
    ['fc00::1', false],
    ['2606:4700::1111', true],
    ['localhost', false],
    ['', false],
  ])('%j is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

/** Runs in a process of its own: the tests put something of theirs around every connection. */
async function fetched(script: string): Promise<unknown> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stated = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stated += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return JSON.parse(stated);
}

const MODULE = new URL('../../src/opportunities/fetch-source.ts', import.meta.url).href;
const SERVER = `
  import { createServer } from 'node:http';
  import { gzipSync } from 'node:zlib';
  import { fetchSource } from '${MODULE}';
  const requested = [];
  const server = createServer((request, response) => {
    requested.push([request.url, request.headers['if-none-match'] ?? '', request.headers.authorization ?? '']);
    const send = (status, headers = {}, body = '') => response.writeHead(status, headers).end(body);
    const endless = () => { response.writeHead(200); const more = () => response.write(Buffer.alloc(65536), () => setImmediate(more)); response.on('error', () => {}); more(); };
    switch (request.url) {
      case '/feed': return request.headers['if-none-match'] === '"1"' ? send(304) : send(200, { etag: '"1"', 'content-type': 'text/xml' }, '<rss/>');
      case '/moved': return send(301, { location: '/feed' });
      case '/round': return send(302, { location: '/round' });
      case '/home': return send(302, { location: 'http://169.254.169.254/latest/meta-data' });
      case '/file': return send(302, { location: 'file:///etc/passwd' });
      case '/packed': return send(200, { 'content-encoding': 'gzip' }, gzipSync('<rss/>'));
      case '/bomb': return send(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000)));
      case '/large': return send(200, { 'content-length': '104857600' });
      case '/endless': return endless();
      case '/never': return undefined;
      case '/broken': return response.destroy();
      default: return send(404);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = 'http://127.0.0.1:' + server.address().port;
  const here = (address) => address === '127.0.0.1';
  const results = {};
  const run = async (name, path, manners = {}) => {
    const got = await fetchSource(path.startsWith('/') ? base + path : path.replace('PORT', server.address().port), { mayConnect: here, maxBytes: 1_000_000, patienceMs: 1500, ...manners });
    results[name] = got.kind === 'changed' ? new TextDecoder().decode(got.bytes) + ' ' + (got.etag ?? '') : got.kind === 'failed' ? got.problem : got.kind;
  };
`;

describe('fetching a source', () => {
  it('asks for what changed, within bounds, and never where it may not', async () => {
    const results = await fetched(`${SERVER}
      await run('first', '/feed');
      await run('again', '/feed', { etag: '"1"' });
      await run('moved', '/moved');
      await run('packed', '/packed');
      await run('round', '/round');
      await run('home', '/home');
      await run('file', '/file');
      await run('bomb', '/bomb');
      await run('large', '/large');
      await run('endless', '/endless');
      await run('never', '/never');
      await run('broken', '/broken');
      await run('gone', '/gone');
      await run('private', '/feed', { mayConnect: undefined });
      await run('named', 'http://localhost:PORT/feed', { mayConnect: undefined });
      await run('password', 'http://user:secret@localhost:PORT/feed');
      await run('none', 'nonsense');
      results.requested = requested.length;
      results.memory = process.memoryUsage().arrayBuffers < 80_000_000;
      console.log(JSON.stringify(results));
      process.exit(0);
    `);

    expect(results).toEqual({
      first: '<rss/> "1"',
      again: 'same',
      moved: '<rss/> "1"',
      packed: '<rss/> ',
      round: 'too-many-redirects',
      home: 'private-address',
      file: 'bad-address',
      bomb: 'too-large',
      large: 'too-large',
      endless: 'too-large',
      never: 'too-slow',
      broken: 'unreachable',
      gone: { status: 404 },
      private: 'private-address',
      named: 'private-address',
      password: 'bad-address',
      none: 'bad-address',
      requested: expect.any(Number),
      memory: true,
    });
  }, 60_000);
});
