import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { afterEach, describe, expect, it } from 'vitest';
import { MOST_BYTES, Uploads } from '../../../adapters/playground/uploads.ts';
import { outcome } from '../../support/incoming.ts';
import { problemOf, type Stage, stage } from './fake-core.ts';
import { paceReply } from './replies.ts';

const who = { tenant: 'sample', user: 'maya', key: 'key-0001' };
const upload = (
  on: Stage,
  name: string,
  body: string | Uint8Array<ArrayBuffer> = 'PDF',
  headers: Record<string, string> = {},
) =>
  on.request(`/playground/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
  });
const tokenOf = async (response: Promise<Response>) => ((await (await response).json()) as { token: string }).token;

describe('a file from the page', () => {
  it('comes with a form, in its field', async () => {
    const on = await stage(() => paceReply);
    const token = await tokenOf(upload(on, 'a.pdf'));
    const form = { ...who, command: 'log', answers: { 'proof.files': ['kept-1'] } };

    await on.post('/playground/submit', { ...form, files: [{ field: 'proof.files', token }] });

    expect(on.heard[0]).toMatchObject({
      answers: { 'proof.files': ['kept-1'] },
      files: [{ field: 'proof.files', name: 'a.pdf', size: 3 }],
    });
    expect(await outcome(on.heard[0]?.files?.[0])).toBe('PDF');
  });

  it.each([
    ['log 2h', { command: 'log', args: { text: '2h' } }],
    ['  ', { command: 'attach', args: {} }],
  ])('comes with the line %j', async (line, said) => {
    const on = await stage(() => paceReply);
    const token = await tokenOf(upload(on, 'a.pdf'));

    await on.post('/playground/say', { ...who, line, files: [{ token }] });

    expect(on.heard[0]).toMatchObject({ ...said, files: [{ name: 'a.pdf' }] });
    expect(on.heard[0]?.files?.[0]).not.toHaveProperty('field');
  });

  it('comes once more with what is sent once more', async () => {
    const on = await stage(() => paceReply);
    const token = await tokenOf(upload(on, 'a.pdf'));
    const say = { ...who, line: '', files: [{ token }] };

    await on.post('/playground/say', say);
    await on.post('/playground/say', say);

    expect(await Promise.all(on.heard.map(({ files }) => outcome(files?.[0])))).toEqual(['PDF', 'PDF']);
  });

  it('is out of reach when nobody knows the token', async () => {
    const on = await stage(() => paceReply);

    await on.post('/playground/say', { ...who, line: 'log', files: [{ token: 'made-up' }] });

    expect(on.heard[0]?.files).toMatchObject([{ name: 'file' }]);
    expect(await outcome(on.heard[0]?.files?.[0])).toBe('unreachable');
  });

  it('is too large for a core that takes less', async () => {
    const on = await stage(() => paceReply);
    const token = await tokenOf(upload(on, 'a.pdf'));

    await on.post('/playground/say', { ...who, line: '', files: [{ token }] });

    expect(await outcome(on.heard[0]?.files?.[0], 2)).toBe('too-large');
  });

  it('has a name without tricks', async () => {
    const on = await stage(() => paceReply);
    const names = ['\u202efdp.exe', '../../a\n.pdf', 'n'.repeat(3001), ''];
    const files = await Promise.all(names.map(async (name) => ({ token: await tokenOf(upload(on, name)) })));

    await on.post('/playground/say', { ...who, line: '', files });

    const [turned, climbing, long, none] = (on.heard[0]?.files ?? []).map(({ name }) => name);
    expect([turned, climbing, long?.length, none]).toEqual(['fdp.exe', '.._.._a .pdf', 200, 'file']);
  });

  it.each([
    ['from another page', { origin: 'http://evil.example' }, 403],
    ['by another name', { host: 'evil.example' }, 403],
    ['as a form of any page could send it', { 'content-type': 'text/plain' }, 415],
    ['as JSON', { 'content-type': 'application/json' }, 415],
  ])('is not taken %s', async (_how, headers, status) => {
    const on = await stage(() => paceReply);

    expect((await upload(on, 'a.pdf', 'PDF', headers)).status).toBe(status);
  });

  it('is not taken when there is nothing in it', async () => {
    const on = await stage(() => paceReply);

    const response = await upload(on, 'a.pdf', '');

    expect([response.status, await problemOf(response)]).toEqual([400, 'There is nothing in this file.']);
  });

  it('is taken with 10 MB, and not with a byte more', async () => {
    const on = await stage(() => paceReply);

    const most = await upload(on, 'a.pdf', new Uint8Array(MOST_BYTES));
    const more = await upload(on, 'a.pdf', new Uint8Array(MOST_BYTES + 1));

    expect([most.status, more.status, more.headers.get('connection')]).toEqual([200, 413, 'close']);
    expect(await problemOf(more)).toBe('This file is too large: it may have 10 MB at most.');
  });
});

describe('what is kept', () => {
  const start = Date.parse('2026-11-23T14:32:00Z');
  const at = (now: { ms: number }) => new Uploads({ now: () => new Date(start + now.ms) });

  it('is there for ten minutes', async () => {
    const now = { ms: 0 };
    const uploads = at(now);
    const token = uploads.put('a', new Uint8Array(1));

    now.ms = 10 * 60_000 - 1;
    expect(await outcome(uploads.incoming({ token }))).toBe('\u0000');
    now.ms += 1;
    expect(await outcome(uploads.incoming({ token }))).toBe('unreachable');
  });

  it('has 50 MB at most, and the oldest goes first', async () => {
    const uploads = at({ ms: 0 });
    const tokens = Array.from({ length: 6 }, () => uploads.put('a', new Uint8Array(MOST_BYTES)));

    expect(tokens.map((token) => uploads.incoming({ token }).size)).toEqual([undefined, ...Array(5).fill(MOST_BYTES)]);
  });
});

describe('over the wire', () => {
  const MOST_SENT = 64 * 1024 * 1024;
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** Sends a body piece by piece until it is answered; resolves to the answer's status and to how much went out. */
  async function poured(headers: Record<string, string>): Promise<{ status: number; sent: number }> {
    const on = await stage(() => paceReply);
    server = createServer(getRequestListener((request) => on.handle(request), { overrideGlobalObjects: false }));
    await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    let status = 0;
    server.on('request', (_, response) => response.on('finish', () => void (status = response.statusCode)));
    const path = '/playground/upload?name=a';
    const typed = { 'content-type': 'application/octet-stream', ...headers };
    const call = httpRequest({ port, method: 'POST', path, headers: typed });
    // Who still sends when the other end has answered and gone may see a broken pipe and not the answer.
    call.on('error', () => call.destroy());
    const piece = Buffer.alloc(256 * 1024);
    let sent = 0;
    for (; status === 0 && sent < MOST_SENT; await pause(1)) {
      call.write(piece);
      sent += piece.byteLength;
    }
    call.destroy();
    return { status, sent };
  }

  it.each([
    ['says that it has 2 GB', { 'content-length': String(2 * 1024 ** 3) }],
    ['never ends', { 'transfer-encoding': 'chunked' }],
  ])('a file that %s is refused, and most of it is never read', async (_what, headers) => {
    const before = process.memoryUsage().arrayBuffers;

    const { status, sent } = await poured(headers);

    expect(status).toBe(413);
    expect(sent).toBeLessThan(MOST_SENT);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });
});
