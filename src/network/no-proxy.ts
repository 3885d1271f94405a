import { isIP } from 'node:net';
import { parseRange } from './address-ranges.ts';

/** Where a connection goes. */
export interface Target {
  /** A name or an address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/** An entry that is no host, address or range. */
export class BadEntry extends Error {
  override name = 'BadEntry';
}

type Matches = (target: Target) => boolean;

/** Returns which targets are reached directly: this machine, link-local addresses, and the entries of `NO_PROXY`. Throws `BadEntry`. */
export function parseNoProxy(text: string): Matches {
  const own = ['localhost', '127.0.0.0/8', '::1', '169.254.0.0/16', 'fe80::/10'];
  const entries = [...own, ...text.split(/[\s,]+/u).filter((entry) => entry !== '')].map(matcherOf);
  return ({ host, port }) => {
    const bare = host.toLowerCase().replace(/\.$/u, '');
    return entries.some((matches) => matches({ host: bare, port }));
  };
}

function matcherOf(entry: string): Matches {
  if (entry === '*') return () => true;
  if (entry.includes('/')) return rangeOf(entry);
  const { host, port } = splitPort(entry.toLowerCase());
  const isPort = (target: Target) => port === undefined || target.port === port;
  if (isIP(host) !== 0) {
    const isSame = rangeOf(host);
    return (target) => isPort(target) && isSame(target);
  }
  const name = host.replace(/^\*?\./u, '');
  if (!/^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/u.test(name)) throw new BadEntry(entry);
  return (target) => isPort(target) && (target.host === name || target.host.endsWith(`.${name}`));
}

/** `host`, `host:443`, `::1`, `[::1]` or `[::1]:443`. */
function splitPort(entry: string): { readonly host: string; readonly port?: number } {
  const bracketed = /^\[([^\]]*)\](?::(\d{1,5}))?$/u.exec(entry);
  const [, host = '', port] = bracketed ?? (isIP(entry) === 6 ? [] : /^([^:]*):(\d{1,5})$/u.exec(entry)) ?? [];
  if (host === '') return { host: entry };
  return port === undefined ? { host } : { host, port: Number(port) };
}

function rangeOf(entry: string): Matches {
  const isIn = parseRange(entry);
  if (isIn === undefined) throw new BadEntry(entry);
  return ({ host }) => isIn(host);
}
