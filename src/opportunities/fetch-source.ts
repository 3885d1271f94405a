import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { ProxySettings } from '../network/proxy-settings.ts';
import { isPublicAddress } from '../network/public-address.ts';
import { ProxyProblem } from '../network/tunnel.ts';
import { tunnelHttpAgent, tunnelHttpsAgent } from '../network/tunnel-agent.ts';
import { type FetchProblem, Problem } from './fetch-problem.ts';
import { guarded, tunnelToSource } from './guarded-connection.ts';

/** The result of fetching a source: bytes, unchanged, or the problem. */
export type FetchResult =
  | {
      readonly kind: 'changed';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly etag?: string;
      readonly lastModified?: string;
    }
  | { readonly kind: 'same' }
  /** `reason` is for the log. */
  | { readonly kind: 'failed'; readonly problem: FetchProblem; readonly reason?: string };

/** The validators of the last response, and the limits. */
export interface FetchOptions {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly maxBytes?: number;
  readonly patienceMs?: number;
  /** Which addresses may be connected to; those of the public internet. */
  readonly mayConnect?: (address: string) => boolean;
  /** The proxy of the network. */
  readonly proxy?: ProxySettings;
}

const MAX_REDIRECTS = 5;
const MAX_BYTES = 25_000_000;
const PATIENCE_MS = 30_000;

/**
 * Fetches a source: asks only for what changed, follows redirects and looks at each address when it is connected to, within a limit of
 * time and of bytes, also after unpacking. Never throws, and sends no cookies or passwords.
 */
export async function fetchSource(address: string, options: FetchOptions = {}): Promise<FetchResult> {
  const overall = AbortSignal.timeout(options.patienceMs ?? PATIENCE_MS);
  try {
    let url = readAddress(address);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await get(url, options, overall);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && statusCode !== 304 && headers.location !== undefined) {
        response.destroy();
        url = readAddress(headers.location, url);
        continue;
      }
      if (statusCode === 304) {
        response.destroy();
        return { kind: 'same' };
      }
      if (statusCode !== 200) {
        response.destroy();
        throw new Problem({ status: statusCode });
      }
      return await received(response, options, overall);
    }
    throw new Problem('too-many-redirects');
  } catch (error) {
    if (error instanceof ProxyProblem) return { kind: 'failed', problem: 'proxy-refused', reason: error.message };
    if (error instanceof Problem) return { kind: 'failed', problem: error.problem };
    return { kind: 'failed', problem: overall.aborted ? 'too-slow' : 'unreachable' };
  }
}

/** Whether an address can be fetched, checked before it is saved. */
export function isFetchable(address: string): boolean {
  try {
    readAddress(address);
    return true;
  } catch {
    return false;
  }
}

function readAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  const isGood =
    url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '';
  if (!isGood || url.href.length > 2048) throw new Problem('bad-address');
  return url;
}

function get(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { etag, lastModified, mayConnect = isPublicAddress, proxy } = options;
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  // A bare IP address is not looked up, so it is checked here.
  if (isIP(host) !== 0 && !mayConnect(host)) throw new Problem('private-address');
  const headers = {
    accept: 'application/atom+xml, application/rss+xml, text/calendar, application/ld+json, text/html;q=0.8, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'recert (continuing-education feeds)',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
  const isSecure = url.protocol === 'https:';
  const open = proxy && tunnelToSource(proxy, url, mayConnect);
  const tunnel = open && (isSecure ? tunnelHttpsAgent(open) : tunnelHttpAgent(open));
  // Not the global agent, which connects without the guard.
  const agent = tunnel ?? (isSecure ? new HttpsAgent() : new HttpAgent());
  const request = isSecure ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const call = request(url, { headers, signal, lookup: guarded(mayConnect), agent }, resolve);
    call.on('error', reject);
    call.end();
  });
}

async function received(response: IncomingMessage, options: FetchOptions, signal: AbortSignal): Promise<FetchResult> {
  const { maxBytes = MAX_BYTES } = options;
  const { headers } = response;
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    throw new Problem('too-large');
  }
  const bytes = await readBody(unpacked(response), maxBytes, signal);
  response.destroy();
  const { etag, 'last-modified': lastModified, 'content-type': contentType = '' } = headers;
  return {
    kind: 'changed',
    bytes,
    contentType,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

function unpacked(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']) {
    case 'gzip':
    case 'x-gzip':
      return response.pipe(createGunzip());
    case 'deflate':
      return response.pipe(createInflate());
    case 'br':
      return response.pipe(createBrotliDecompress());
    default:
      return response;
  }
}

async function readBody(stream: Readable, max: number, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  const over = () => stream.destroy(new Problem('too-slow'));
  signal.addEventListener('abort', over, { once: true });
  try {
    const chunks: AsyncIterable<Buffer> = stream;
    for await (const part of chunks) {
      size += part.byteLength;
      if (size > max) throw new Problem('too-large');
      parts.push(part);
    }
    return Buffer.concat(parts);
  } finally {
    signal.removeEventListener('abort', over);
    stream.destroy();
  }
}
