import { createHash } from 'node:crypto';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { withTimeLimit } from '../limits/with-time-limit.ts';
import { tunnelsOf } from '../network/choose-tunnel.ts';
import type { ProxySettings } from '../network/proxy-settings.ts';
import { tunnelHttpsAgent } from '../network/tunnel-agent.ts';
import { type FileStore, FileStoreError } from './file-store.ts';
import type { S3Settings } from './settings.ts';

/** How long a store is waited for, and how many keys come with one answer. */
export interface S3Options {
  /** For one try. */
  readonly tryMs?: number;
  /** Time limit of one call in milliseconds, including retries and reading the response. */
  readonly patienceMs?: number;
  readonly pageSize?: number;
  /** The proxy of the network. */
  readonly proxy?: ProxySettings | undefined;
}

const TRIES = 3;
const CONNECT_MS = 5000;
const TRY_MS = 30_000;
const PATIENCE_MS = 75_000;
const PAGE_SIZE = 1000;

/** Returns a file store on S3-compatible storage. The S3 client is loaded only here because most installations do not use it. */
export async function s3FileStore(settings: S3Settings, options: S3Options = {}): Promise<FileStore> {
  const sdk = await import('@aws-sdk/client-s3');
  const { tryMs = TRY_MS, patienceMs = PATIENCE_MS, pageSize = PAGE_SIZE, proxy } = options;
  const { bucket: Bucket, prefix: home = '', encryption } = settings;
  const client: S3Client = new sdk.S3Client(clientConfig(settings, tryMs, proxy));
  const within = <T>(requested: string, work: (signal: AbortSignal) => Promise<T>) =>
    withTimeout(requested, patienceMs, work);

  return {
    async put(key, bytes) {
      // With the hash, the store rejects bytes damaged in transit.
      const ChecksumSHA256 = createHash('sha256').update(bytes).digest('base64');
      const input = { Bucket, Key: home + key, Body: bytes, ChecksumSHA256, ContentType: 'application/octet-stream' };
      const encrypted = encryption === undefined ? input : { ...input, ServerSideEncryption: encryption };
      await within(`keep ${key}`, (abortSignal) => client.send(new sdk.PutObjectCommand(encrypted), { abortSignal }));
    },

    async get(key) {
      return within(`give ${key}`, async (abortSignal) => {
        try {
          const found = await client.send(new sdk.GetObjectCommand({ Bucket, Key: home + key }), { abortSignal });
          return await found.Body?.transformToByteArray();
        } catch (error) {
          if (error instanceof sdk.NoSuchKey) return undefined;
          throw error;
        }
      });
    },

    async delete(key) {
      const command = new sdk.DeleteObjectCommand({ Bucket, Key: home + key });
      // Unlike Amazon S3, some stores return an error for deleting a missing file.
      await within(`delete ${key}`, async (abortSignal) => {
        await client.send(command, { abortSignal }).catch((error: unknown) => {
          if (codeOf(error) !== 'NoSuchKey') throw error;
        });
      });
    },

    async *list(prefix) {
      let ContinuationToken: string | undefined;
      do {
        const input = { Bucket, Prefix: home + prefix, MaxKeys: pageSize };
        const command = new sdk.ListObjectsV2Command({ ...input, ...(ContinuationToken && { ContinuationToken }) });
        const page = await within(`list ${prefix || 'its keys'}`, (abortSignal) =>
          client.send(command, { abortSignal }),
        );
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key !== undefined && LastModified !== undefined)
            yield { key: Key.slice(home.length), putAt: LastModified };
        }
        // A store that gives the same place again would never come to an end.
        const next = page.IsTruncated ? page.NextContinuationToken : undefined;
        if (next !== undefined && next === ContinuationToken)
          throw new FileStoreError(`list ${prefix}`, 'SamePageAgain');
        ContinuationToken = next;
      } while (ContinuationToken !== undefined);
    },
  };
}

/** All operations are idempotent, so the client may retry them. */
function clientConfig(settings: S3Settings, tryMs: number, proxy: ProxySettings | undefined): S3ClientConfig {
  const { endpoint, region, accessKeyId, secretAccessKey } = settings;
  return {
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Every store knows the bucket in the path; not every one has a host for each bucket.
    forcePathStyle: true,
    // Many stores do not support the client's default checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: TRIES,
    requestHandler: {
      connectionTimeout: Math.min(CONNECT_MS, tryMs),
      requestTimeout: tryMs,
      socketTimeout: tryMs,
      throwOnRequestTimeout: true,
      // The client makes agents of its own, which know no proxy. An http address is of this machine.
      ...(proxy && { httpsAgent: tunnelHttpsAgent(tunnelsOf(proxy, 'https:'), { keepAlive: true, maxSockets: 50 }) }),
    },
  };
}

/** Ends the work when the time is over, also while a body is read, which the library's own limits do not cover. */
async function withTimeout<T>(requested: string, ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  try {
    return await withTimeLimit(work(controller.signal), ms, () => {
      controller.abort();
      throw new FileStoreError(requested, 'TimeLimit');
    });
  } catch (error) {
    throw error instanceof FileStoreError ? error : refused(requested, error);
  }
}

/** The library's errors carry the request with its headers, so only what the store called it is taken from them. */
function refused(requested: string, error: unknown): FileStoreError {
  const code = codeOf(error);
  const isTime = ['TimeoutError', 'AbortError', 'ETIMEDOUT'].includes(code);
  const { $metadata }: { $metadata?: { httpStatusCode?: number } } = Object(error);
  return new FileStoreError(requested, isTime ? 'TimeLimit' : code, $metadata?.httpStatusCode);
}

function codeOf(error: unknown): string {
  const { code, name }: { code?: unknown; name?: unknown } = Object(error);
  const known = [code, name].find((one) => typeof one === 'string' && /^\w{1,60}$/.test(one));
  return typeof known === 'string' ? known : 'Unknown';
}
