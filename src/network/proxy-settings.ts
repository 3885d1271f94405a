import { z } from 'zod';
import { flag, textThat } from '../settings/fields.ts';
import { notes, readFields } from '../settings/setting-notes.ts';
import { BadEntry, parseNoProxy, type Target } from './no-proxy.ts';

/** The proxy of the network. */
export interface ProxySettings {
  /** For https and WebSockets. */
  readonly https?: URL;
  readonly http?: URL;
  /** Whether a target is reached without the proxy. */
  readonly isDirect: (target: Target) => boolean;
  /** The proxy looks up the names of feeds and refuses private addresses. */
  readonly guardsFeeds: boolean;
}

const proxyAddress = () =>
  textThat(isProxy, { use: 'an address like http://proxy.example.com:3128', isSecret: true }).transform(
    (text) => new URL(text),
  );

/** The settings of the proxy. */
export const PROXY_SETTINGS = z.object({
  HTTPS_PROXY: proxyAddress().exactOptional().register(notes, {
    meaning:
      'Proxy for connections to https addresses, as http://user:password@host:port. See [hosting.md](hosting.md#behind-a-proxy).',
    isSecret: true,
  }),
  HTTP_PROXY: proxyAddress()
    .exactOptional()
    .register(notes, { meaning: 'Proxy for connections to http addresses.', isSecret: true }),
  NO_PROXY: z
    .string()
    .superRefine((text, { addIssue }) => {
      const entry = badEntry(text);
      if (entry !== undefined)
        addIssue(`has '${entry}'. Use host names, addresses and ranges like 10.0.0.0/8, with commas between them.`);
    })
    .prefault('')
    .register(notes, {
      meaning:
        'Hosts that are reached directly, with commas between them: names with all below them, addresses, ranges, or *.',
    }),
  RECERT_PROXY_GUARDS_FEEDS: flag().prefault('0').register(notes, {
    default: '0',
    meaning:
      '1 leaves the names of feeds to the proxy, which must refuse private addresses. For machines that can’t look up public names.',
  }),
});

/** Returns the proxy; undefined if none is set, or if any setting is invalid, with a sentence for each in `problems`. */
export function readProxySettings(
  get: (name: string) => string | undefined,
  problems: string[],
): ProxySettings | undefined {
  const read = readFields(PROXY_SETTINGS, (name) => get(name.toLowerCase()) ?? get(name), problems);
  if (read === undefined) return undefined;
  const { HTTPS_PROXY: https, HTTP_PROXY: http, NO_PROXY: exceptions, RECERT_PROXY_GUARDS_FEEDS: guardsFeeds } = read;
  if (https === undefined && http === undefined) return undefined;
  return {
    ...(https === undefined ? {} : { https }),
    ...(http === undefined ? {} : { http }),
    isDirect: parseNoProxy(exceptions),
    guardsFeeds,
  };
}

function isProxy(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') return false;
  return url.pathname === '/' && !/[?#]/u.test(text) && isDecodable(url.username + url.password);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function badEntry(text: string): string | undefined {
  try {
    parseNoProxy(text);
    return undefined;
  } catch (error) {
    if (error instanceof BadEntry) return error.message;
    throw error;
  }
}
