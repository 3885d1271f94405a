import { lookup } from 'node:dns';
import { lookup as resolve } from 'node:dns/promises';
import type { LookupFunction, Socket } from 'node:net';
import { tunnelsOf } from '../network/choose-tunnel.ts';
import type { ProxySettings } from '../network/proxy-settings.ts';
import type { OpenTunnel } from '../network/tunnel-agent.ts';
import { Problem } from './fetch-problem.ts';

type MayConnect = (address: string) => boolean;

/** Looks up a name and returns only allowed addresses; checking the address that is connected to prevents DNS rebinding. */
export function guarded(mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      const allowed = found.filter(({ address }) => mayConnect(address));
      const [first] = allowed;
      if (first === undefined) return callback(new Problem('private-address'), '', 0);
      return options.all === true ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}

/**
 * Returns what connects to a source through the proxy; undefined if the source is reached directly. The name is looked up here and the proxy
 * is given the checked address, so its DNS can't lead elsewhere; with `guardsFeeds`, it is given the name.
 */
export function tunnelToSource(proxy: ProxySettings, url: URL, mayConnect: MayConnect): OpenTunnel | undefined {
  const isSecure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const port = Number(url.port || (isSecure ? 443 : 80));
  const isProxied = (isSecure ? proxy.https : proxy.http) !== undefined && !proxy.isDirect({ host, port });
  if (!isProxied) return undefined;
  const open = tunnelsOf({ ...proxy, isDirect: () => false }, isSecure ? 'https:' : 'http:');
  return () => connectTo(host, proxy.guardsFeeds, mayConnect).then((found) => openOrFail(open({ host: found, port })));
}

/** Returns the host that the proxy is to connect to. Throws `Problem` for a private address. */
async function connectTo(host: string, guardsFeeds: boolean, mayConnect: MayConnect): Promise<string> {
  const found = await resolve(host, { all: true }).catch((error: unknown) => {
    // A name with a dot may be known to the proxy alone.
    if (guardsFeeds && host.includes('.')) return undefined;
    throw error;
  });
  if (found === undefined) return host;
  const allowed = found.filter(({ address }) => mayConnect(address));
  const [first] = allowed;
  if (first === undefined || (guardsFeeds && allowed.length < found.length)) throw new Problem('private-address');
  return guardsFeeds ? host : first.address;
}

async function openOrFail(opening: Promise<Socket> | undefined): Promise<Socket> {
  if (opening === undefined) throw new Problem('unreachable');
  return opening;
}
