import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Whether an address is of a proxy of this deployment, whose `X-Forwarded-For` is true. */
export type IsTrustedProxy = (address: string) => boolean;

/**
 * Returns the key that a caller's refused requests are counted by: its IPv4 address, or the first half of its IPv6 address, all of which one
 * caller may have. Returns undefined for a caller in a private network that is no trusted proxy: all requests may come through it.
 */
export function callerKey(
  peer: string,
  forwardedFor: string | undefined,
  isTrusted: IsTrustedProxy,
): string | undefined {
  const hops = [...(forwardedFor ?? '').split(','), peer].map(bareAddress);
  // What stands further left was written by the caller.
  while (hops.length > 0 && isTrusted(hops.at(-1) ?? '')) hops.pop();
  const caller = hops.at(-1) ?? '';
  return isPublicAddress(caller) ? keyOf(caller) : undefined;
}

/** An address without brackets, port, zone, and the prefix of an IPv4 address in IPv6. */
function bareAddress(text: string): string {
  const trimmed = text.trim();
  const unbracketed = /^\[([^\]]*)\](?::\d+)?$/u.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/u.exec(trimmed)?.[1] ?? trimmed;
  return unbracketed.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '');
}

function keyOf(address: string): string {
  if (isIP(address) === 4) return address;
  const [left = '', right = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = left.split(':').filter((part) => part !== '');
  const after = right.split(':').filter((part) => part !== '');
  const zeros = new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...(address.includes('::') ? zeros : []), ...after].slice(0, 4).join(':');
}
