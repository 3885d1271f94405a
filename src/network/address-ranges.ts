import { BlockList, isIP } from 'node:net';

/** Returns whether an address is in a range such as `10.0.0.0/8`, or the one that is named alone; undefined for a text that names neither. */
export function parseRange(text: string): ((address: string) => boolean) | undefined {
  const [network = '', bits, ...rest] = text.split('/');
  const version = isIP(network);
  const max = version === 4 ? 32 : 128;
  const prefix = bits ?? String(max);
  if (version === 0 || rest.length > 0 || !/^\d{1,3}$/u.test(prefix) || Number(prefix) > max) return undefined;
  const range = new BlockList();
  range.addSubnet(network, Number(prefix), familyOf(version));
  return (address) => isIP(address) !== 0 && range.check(address, familyOf(isIP(address)));
}

function familyOf(version: number): 'ipv4' | 'ipv6' {
  return version === 4 ? 'ipv4' : 'ipv6';
}
