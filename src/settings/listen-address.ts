import { isIP, isIPv6 } from 'node:net';

/** The hosts that are reachable from this machine only, as the pages that are served there know them. */
const LOCAL = ['localhost', '127.0.0.1', '::1'];
const EVERYWHERE = '0.0.0.0';

/** Whether a text is an address or a host name to listen on; IPv6 may be in brackets. */
export function isListenHost(text: string): boolean {
  const host = withoutBrackets(text);
  if (isIP(host) !== 0) return isIPv6(host) || host === text;
  // What looks like an address and is none would be taken for a name.
  return !/^[\d.]+$/u.test(host) && /^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/iu.test(text);
}

/**
 * Returns the host to listen on. `localReason` says why other machines must not reach recert, if so. Returns undefined, with a sentence in
 * `problems`, if the host would be reachable from other machines then.
 */
export function listenHost(
  given: string | undefined,
  localReason: string | undefined,
  problems: string[],
): string | undefined {
  const host = given === undefined ? undefined : withoutBrackets(given).toLowerCase();
  if (localReason === undefined) return host ?? EVERYWHERE;
  if (host === undefined) return '127.0.0.1';
  if (LOCAL.includes(host)) return host;
  problems.push(
    `HOST '${given}' can be reached from other machines, and ${localReason}. Use one of: ${LOCAL.join(', ')}.`,
  );
  return undefined;
}

/** Returns the http address of a host and a port; IPv6 is put in brackets. */
export function httpAddress(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

function withoutBrackets(text: string): string {
  return text.replace(/^\[(.*)\]$/u, '$1');
}
