import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, FileStoreError } from '../../src/file-store/file-store.ts';
import { type S3Options, s3FileStore } from '../../src/file-store/s3-file-store.ts';
import type { S3Settings } from '../../src/file-store/settings.ts';
import { freePort } from '../support/process.ts';
import { type Listening, listen, s3Settings, startS3 } from '../support/s3.ts';

const BUCKET = 'proofs';
const SECRET = 'wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY';
const KEY = '11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222';
const bytes = (text: string) => new TextEncoder().encode(text);

let folder: string;
let store: Listening;
const opened: Listening[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recert-s3-'));
  store = await startS3(folder, BUCKET);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

function vault(more: Partial<S3Settings> = {}, contactHours: S3Options = {}): Promise<FileStore> {
  return s3FileStore({ ...s3Settings(store.endpoint, BUCKET), ...more }, contactHours);
}

/** A vault in a store that behaves as told. */
async function vaultAt(
  answer: Parameters<typeof listen>[0],
  contactHours: S3Options = {},
  more: Partial<S3Settings> = {},
) {
  const server = await listen(answer);
  opened.push(server);
  return vault({ endpoint: server.endpoint, secretAccessKey: SECRET, ...more }, contactHours);
}

async function keysOf(from: FileStore, prefix: string): Promise<string[]> {
  const keys = await Array.fromAsync(from.list(prefix));
  return keys.map(({ key }) => key);
}

/** The error of work that must fail. */
async function errorOf(work: Promise<unknown>): Promise<FileStoreError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FileStoreError);
  return error as FileStoreError;
}

describe('a vault in an S3 store', () => {
  it('gives back what was put, and the newest of what was put twice', async () => {
    const it = await vault();

    await it.put(KEY, bytes('first'));
    await it.put(KEY, bytes('second'));

    expect(await it.get(KEY)).toEqual(bytes('second'));
  });

  it('keeps an empty file and one of 10 MB', async () => {
    const it = await vault();
    const large = new Uint8Array(randomBytes(10 * 1024 * 1024));

    await it.put('sizes/empty', new Uint8Array());
    await it.put('sizes/large', large);

    expect(await it.get('sizes/empty')).toEqual(new Uint8Array());
    expect(Buffer.compare((await it.get('sizes/large')) ?? new Uint8Array(), large)).toBe(0);
  });

  it('has nothing where nothing was put, and says nothing when it is deleted', async () => {
    const it = await vault();

    expect(await it.get('nobody/nothing')).toBeUndefined();
    await expect(it.delete('nobody/nothing')).resolves.toBeUndefined();
  });

  it('forgets what was deleted', async () => {
    const it = await vault();
    await it.put('gone/file', bytes('x'));

    await it.delete('gone/file');

    expect(await it.get('gone/file')).toBeUndefined();
    expect(await keysOf(it, 'gone/')).toEqual([]);
  });

  it('lists every key under a prefix, over several pages, with when it was put', async () => {
    const it = await vault({}, { pageSize: 3 });
    const before = Date.now() - 2000;
    const keys = Array.from({ length: 10 }, (_, at) => `paged/file-${at}`);
    for (const key of [...keys, 'paging/other']) await it.put(key, bytes(key));

    const found = await Array.fromAsync(it.list('paged/'));

    expect(found.map(({ key }) => key)).toEqual(keys);
    for (const { putAt } of found) {
      expect(putAt.getTime()).toBeGreaterThan(before);
      expect(putAt.getTime()).toBeLessThan(Date.now() + 2000);
    }
  });

  it('keeps to its own prefix, which nobody outside sees', async () => {
    const mine = await vault({ prefix: 'team/' });
    await mine.put('a/1', bytes('mine'));
    const other = await vault({ prefix: 'other/' });

    expect(await keysOf(mine, '')).toEqual(['a/1']);
    expect(await mine.get('a/1')).toEqual(bytes('mine'));
    expect(await keysOf(other, '')).toEqual([]);
    expect(await keysOf(await vault(), 'team/')).toEqual(['team/a/1']);
  });

  it('sends the sum of the bytes, and the encryption that is asked for', async () => {
    const heard: IncomingMessage[] = [];
    const it = await vaultAt(
      (request, response) => {
        heard.push(request);
        request.resume().on('end', () => response.end());
      },
      {},
      { encryption: 'aws:kms' },
    );

    await it.put(KEY, bytes('x'));

    expect(heard[0]?.url).toBe(`/${BUCKET}/${KEY}?x-id=PutObject`);
    expect(heard[0]?.headers).toMatchObject({
      'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64'),
      'x-amz-server-side-encryption': 'aws:kms',
      'content-length': '1',
    });
  });
});

describe('a store that does not do what it is asked to', () => {
  it('is named by what it answered to a wrong secret, at every call, and the secret is nowhere in it', async () => {
    const it = await vault({ secretAccessKey: SECRET });
    const calls = [it.put(KEY, bytes('x')), it.get(KEY), it.delete(KEY), keysOf(it, '')];

    for (const error of await Promise.all(calls.map(errorOf))) {
      expect(error).toMatchObject({ code: 'SignatureDoesNotMatch', status: 403 });
      expect(error.message).toMatch(/^The file store .+: SignatureDoesNotMatch \(403\)\.$/);
      expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(
        new RegExp(`${SECRET}|Signature=|Credential=`),
      );
    }
  });

  it('is not taken for one without the file when its bucket is missing', async () => {
    const it = await vault({ bucket: 'nowhere' });

    expect(await errorOf(it.get(KEY))).toMatchObject({ code: 'NoSuchBucket', status: 404 });
  });

  it('is waited for no longer than the limit when it is silent', async () => {
    const it = await vaultAt(() => undefined, { tryMs: 50, patienceMs: 2000 });

    expect(await errorOf(it.put(KEY, bytes('x')))).toMatchObject({ code: 'TimeLimit' });
    expect(await errorOf(it.get(KEY))).toMatchObject({ code: 'TimeLimit' });
  });

  it('is waited for no longer than the limit when it stops in the middle of a file', async () => {
    const it = await vaultAt((_, response) => void response.writeHead(200, { 'content-length': '9' }).write('half'), {
      patienceMs: 200,
    });
    const began = Date.now();

    expect(await errorOf(it.get(KEY))).toMatchObject({ code: 'TimeLimit' });
    expect(Date.now() - began).toBeLessThan(5000);
  });

  it('is not waited for when nobody listens', async () => {
    const it = await vault({ endpoint: `http://127.0.0.1:${await freePort()}/`, secretAccessKey: SECRET });
    const error = await errorOf(it.put(KEY, bytes('x')));

    expect(error.code).toBe('ECONNREFUSED');
    expect(inspect(error, { depth: null })).not.toContain(SECRET);
  });

  it('is asked again when it is busy, and three times at most', async () => {
    let requested = 0;
    const it = await vaultAt((request, response) => {
      requested += 1;
      request.resume().on('end', () => response.writeHead(requested % 3 === 0 && requested < 6 ? 200 : 503).end());
    });

    await it.put(KEY, bytes('x'));
    expect(requested).toBe(3);
    requested = 6;
    expect(await errorOf(it.put(KEY, bytes('x')))).toMatchObject({ status: 503 });
    expect(requested).toBe(9);
  });

  it('is not believed when it gives the same page again and again', async () => {
    const page = `<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>on</NextContinuationToken></ListBucketResult>`;
    const it = await vaultAt((_, response) => void response.end(page));

    expect(await errorOf(keysOf(it, ''))).toMatchObject({ code: 'SamePageAgain' });
  });
});
