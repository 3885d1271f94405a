import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, PageUploads } from '../../../adapters/playground/uploads.ts';
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
  ])('comes with the line %j', async (line, stated) => {
    const on = await stage(() => paceReply);
    const token = await tokenOf(upload(on, 'a.pdf'));

    await on.post('/playground/say', { ...who, line, files: [{ token }] });

    expect(on.heard[0]).toMatchObject({ ...stated, files: [{ name: 'a.pdf' }] });
    expect(on.heard[0]?.files?.[0]).not.toHaveProperty('field');
  });

  it('comes once more with what is sent once more', async () => {
    const on = await stage(() => paceReply);
    const token = await tokenOf(upload(on, 'a.pdf'));
    const phrases = { ...who, line: '', files: [{ token }] };

    await on.post('/playground/say', phrases);
    await on.post('/playground/say', phrases);

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

    expect([response.status, await problemOf(response)]).toEqual([400, 'file-empty']);
  });

  it('is taken with 10 MB, and not with a byte more', async () => {
    const on = await stage(() => paceReply);

    const max = await upload(on, 'a.pdf', new Uint8Array(MAX_FILE_BYTES));
    const more = await upload(on, 'a.pdf', new Uint8Array(MAX_FILE_BYTES + 1));

    expect([max.status, more.status, more.headers.get('connection')]).toEqual([200, 413, 'close']);
    expect(await problemOf(more)).toBe('file-too-large');
  });
});

describe('what is kept', () => {
  const start = Date.parse('2026-11-23T14:32:00Z');
  const at = (now: { ms: number }) => new PageUploads({ now: () => new Date(start + now.ms) });

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
    const tokens = Array.from({ length: 6 }, () => uploads.put('a', new Uint8Array(MAX_FILE_BYTES)));

    expect(tokens.map((token) => uploads.incoming({ token }).size)).toEqual([
      undefined,
      ...Array(5).fill(MAX_FILE_BYTES),
    ]);
  });
});

/** Sends a body that never ends, for as long as somebody takes it. */
const POURING = `
  const [port, headers] = process.argv.slice(1);
  const path = '/playground/upload?name=a';
  const call = require('node:http').request({ port, path, method: 'POST', headers: JSON.parse(headers) });
  call.on('error', () => process.exit());
  const piece = Buffer.alloc(256 * 1024);
  const more = () => call.write(piece, () => setImmediate(more));
  more();
`;

describe('over the wire', () => {
  const MOST_READ = 64 * 1024 * 1024;
  let server: Server | undefined;
  let pouring: ChildProcess | undefined;
  afterEach(() => {
    pouring?.kill('SIGKILL');
    server?.closeAllConnections();
    server?.close();
  });

  /** Pours from a process of its own, without what the tests put around connections; resolves to the status and to how much was read. */
  async function poured(headers: Record<string, string>): Promise<{ status: number; read: number }> {
    const on = await stage(() => paceReply);
    const listening = createServer(
      getRequestListener((request) => on.handle(request), { overrideGlobalObjects: false }),
    );
    server = listening;
    await once(listening.listen(0, '127.0.0.1'), 'listening');
    const { port } = listening.address() as AddressInfo;
    const answered = once(listening, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const typed = { 'content-type': 'application/octet-stream', ...headers };
    pouring = spawn(process.execPath, ['-e', POURING, String(port), JSON.stringify(typed)]);
    const [{ socket }, response] = await answered;
    if (!response.writableFinished) await once(response, 'finish');
    return { status: response.statusCode, read: socket.bytesRead };
  }

  it.each([
    ['says that it has 2 GB', { 'content-length': String(2 * 1024 ** 3) }],
    ['never ends', { 'transfer-encoding': 'chunked' }],
  ])('a file that %s is refused, and most of it is never read', async (_what, headers) => {
    const before = process.memoryUsage().arrayBuffers;

    const { status, read } = await poured(headers);

    expect(status).toBe(413);
    expect(read).toBeLessThan(MOST_READ);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MOST_READ);
  });
});
