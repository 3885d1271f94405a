import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchFile, normalizeFileName, readLimited } from '../../src/chat/fetch-file.ts';
import { FileReadError } from '../../src/chat/incoming-file.ts';

const servers: Server[] = [];

/** The address of a server of this machine that answers as told. */
async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

const come = (url: string, max = 1000, more: { headers?: Record<string, string>; timeoutMs?: number } = {}) =>
  fetchFile({ url, mayFetch: (address) => address.startsWith(url), fetch, ...more }, max).then(
    (bytes) => Buffer.from(bytes).toString(),
    (error: unknown) => (error instanceof FileReadError ? error.kind : error),
  );

describe('a file that is fetched', () => {
  it('comes whole when it has as many bytes as it may', async () => {
    const url = await served((_request, response) => response.end('a'.repeat(1000)));

    expect(await come(url)).toBe('a'.repeat(1000));
  });

  it('brings the headers it needs, and is not packed', async () => {
    const seen: unknown[] = [];
    const url = await served(({ headers }, response) => {
      seen.push(headers.authorization, headers['accept-encoding']);
      response.end('x');
    });

    await come(url, 10, { headers: { authorization: 'Bearer t' } });

    expect(seen).toEqual(['Bearer t', 'identity']);
  });

  it('is not begun when it says that it has 2 GB', async () => {
    let isClosed = false;
    const url = await served((_request, response) => {
      response.on('close', () => {
        isClosed = true;
      });
      response.writeHead(200, { 'content-length': String(2 * 1024 ** 3) }).write('begin');
    });

    expect(await come(url)).toBe('too-large');
    await expect.poll(() => isClosed).toBe(true);
  });

  it('is left when it has more than it said, or than it may', async () => {
    let sent = 0;
    let isClosed = false;
    const url = await served((_request, response) => {
      const piece = Buffer.alloc(64 * 1024, 'a');
      const more = () => {
        while (!isClosed && response.write(piece)) sent += piece.byteLength;
        if (!isClosed) response.once('drain', more);
      };
      response.on('close', () => {
        isClosed = true;
      });
      more();
    });

    expect(await come(url, 100_000)).toBe('too-large');
    await expect.poll(() => isClosed).toBe(true);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('is given up when it never ends', async () => {
    const url = await served((_request, response) => response.writeHead(200).write('begin'));

    expect(await come(url, 1000, { timeoutMs: 100 })).toBe('unreachable');
  });

  it('is given up when nobody answers', async () => {
    const url = await served(() => undefined);

    expect(await come(url, 1000, { timeoutMs: 100 })).toBe('unreachable');
  });

  it.each([301, 302, 303, 307, 308])('is not looked for elsewhere (%i)', async (status) => {
    let movedRequirement = 0;
    const other = await served((_request, response) => {
      movedRequirement += 1;
      response.end('x');
    });
    const url = await served((_request, response) => response.writeHead(status, { location: other }).end());

    expect([await come(url), movedRequirement]).toEqual(['unreachable', 0]);
  });

  it.each([204, 206, 401, 403, 404, 500])('is not there when the answer is %i', async (status) => {
    const url = await served((_request, response) => response.writeHead(status).end());

    expect(await come(url)).toBe('unreachable');
  });

  it('is never asked for from a host that is none of the right ones', async () => {
    const requested: unknown[] = [];
    const spy: typeof fetch = async (url) => {
      requested.push(url);
      return new Response('x');
    };

    const problems = await fetchFile({ url: 'https://evil.example/a', mayFetch: () => false, fetch: spy }, 10).catch(
      (error: unknown) => error,
    );

    expect([problems, requested]).toEqual([new FileReadError('unreachable'), []]);
  });

  it('keeps its address to itself when it cannot be reached', async () => {
    const url = await served(({ socket }) => socket.destroy());

    const problems = await fetchFile({ url: `${url}/secret`, mayFetch: () => true, fetch }, 10).catch(
      (error: unknown) => error,
    );

    expect(problems).toBeInstanceOf(FileReadError);
    expect((problems as FileReadError).cause).toBeUndefined();
  });
});

it('a stream that breaks is out of reach', async () => {
  async function* broken() {
    yield new Uint8Array(3);
    throw new Error('gone');
  }

  await expect(readLimited(broken(), 10)).rejects.toMatchObject({ kind: 'unreachable' });
});

describe('the name of a file', () => {
  it.each([
    ['certificate.pdf', 'certificate.pdf'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['C:\\Users\\ana\\a.pdf', 'C:_Users_ana_a.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\u001bc\nd.pdf', 'abc d.pdf'],
    ['  spaced out .pdf ', 'spaced out .pdf'],
    ['\ud800', '\ufffd'],
    ['', 'file'],
    ['\u200b', 'file'],
    [null, 'file'],
    [undefined, 'file'],
  ])('%j enters as %j', (name, entered) => {
    expect(normalizeFileName(name)).toBe(entered);
  });

  it('is cut, and shows that it was', () => {
    const entered = normalizeFileName('a'.repeat(3001));

    expect([entered.length, entered.endsWith('…')]).toEqual([200, true]);
  });
});
