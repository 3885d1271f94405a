import { describe, expect, it } from 'vitest';
import { BadEntry, parseNoProxy } from '../../src/network/no-proxy.ts';

describe('NO_PROXY', () => {
  it.each([
    ['', 'slack.com', 443, false],
    ['*', 'slack.com', 443, true],
    ['example.com', 'example.com', 443, true],
    ['example.com', 's3.EXAMPLE.com', 443, true],
    ['example.com', 'notexample.com', 443, false],
    ['.example.com', 's3.example.com', 443, true],
    ['*.example.com', 's3.example.com', 443, true],
    ['a.test, example.com', 'example.com.', 443, true],
    ['example.com:9000', 'example.com', 9000, true],
    ['example.com:9000', 'example.com', 443, false],
    ['10.0.0.0/8', '10.1.2.3', 443, true],
    ['10.0.0.0/8', '11.1.2.3', 443, false],
    ['10.0.0.0/8', '10.example.com', 443, false],
    ['10.1.2.3:9000', '10.1.2.3', 9000, true],
    ['10.1.2.3:9000', '10.1.2.3', 443, false],
    ['2001:db8::/32', '2001:db8::7', 443, true],
    ['[2001:db8::7]:9000', '2001:db8:0::7', 9000, true],
    ['2001:db8::7', '2001:db8::8', 443, false],
    ['', 'localhost', 80, true],
    ['', 'app.localhost', 80, true],
    ['', '127.8.9.10', 80, true],
    ['', '::1', 80, true],
    ['', '169.254.169.254', 80, true],
    ['', 'localhost.example.com', 80, false],
  ])('%j reaches %s:%i directly: %s', (text, host, port, expected) => {
    expect(parseNoProxy(text)({ host, port })).toBe(expected);
  });

  it.each(['10.0.0.0/33', 'example.com/8', 'https://example.com', 'a..b', '10.0.0.0/x', 'exa$mple.com'])(
    'does not take %s',
    (entry) => {
      expect(() => parseNoProxy(entry)).toThrow(BadEntry);
    },
  );
});
