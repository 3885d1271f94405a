import { describe, expect, it } from 'vitest';
import { callerKey } from '../../src/network/client-address.ts';

const none = () => false;
const trusted = (address: string) => ['10.0.0.5', '8.8.4.4', 'fd00::5'].includes(address);

describe('the key of a caller', () => {
  it.each([
    ['its address', '8.8.8.8', undefined, none, '8.8.8.8'],
    ['its address within IPv6', '::ffff:8.8.8.8', undefined, none, '8.8.8.8'],
    ['half of its IPv6 address', '2606:4700:1:2:3:4:5:6', undefined, none, '2606:4700:1:2'],
    ['half of its short IPv6 address', '2606:4700::1', undefined, none, '2606:4700:0:0'],
    ['nothing in a private network', '10.0.0.5', '8.8.8.8', none, undefined],
    ['nothing on this machine', '127.0.0.1', undefined, none, undefined],
    ['its address, not what it says itself', '8.8.8.8', '1.1.1.1', none, '8.8.8.8'],
    ['what a trusted proxy says', '10.0.0.5', '8.8.8.8', trusted, '8.8.8.8'],
    ['what a trusted proxy added last', '10.0.0.5', '1.1.1.1, 8.8.8.8', trusted, '8.8.8.8'],
    ['what the first of two proxies says', '10.0.0.5', '1.1.1.1, 8.8.8.8, 8.8.4.4', trusted, '8.8.8.8'],
    ['an address with its port', '10.0.0.5', '8.8.8.8:5123', trusted, '8.8.8.8'],
    ['a bracketed address', 'fd00::5', '[2606:4700::1]:5123', trusted, '2606:4700:0:0'],
    ['nothing where a proxy says nothing', '10.0.0.5', undefined, trusted, undefined],
    ['nothing where a proxy says nonsense', '10.0.0.5', 'unknown', trusted, undefined],
  ])('is %s', (_, peer, forwarded, isTrusted, expected) => {
    expect(callerKey(peer, forwarded, isTrusted)).toBe(expected);
  });
});
