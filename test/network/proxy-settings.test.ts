import { describe, expect, it } from 'vitest';
import { readProxySettings } from '../../src/network/proxy-settings.ts';

function read(env: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  return { proxy: readProxySettings((name) => env[name], problems), problems };
}

describe('the settings of a proxy', () => {
  it('are nothing without a proxy', () => {
    expect(read({ NO_PROXY: 'example.com' })).toEqual({ proxy: undefined, problems: [] });
  });

  it('name one for https and one for http', () => {
    const { proxy } = read({ HTTPS_PROXY: 'http://a.test:3128', HTTP_PROXY: 'https://b.test', NO_PROXY: 'c.test' });

    expect([proxy?.https?.host, proxy?.http?.href, proxy?.guardsFeeds]).toEqual([
      'a.test:3128',
      'https://b.test/',
      false,
    ]);
    expect(proxy?.isDirect({ host: 'c.test', port: 443 })).toBe(true);
  });

  it('are read in lower case first, as other programs do', () => {
    const { proxy } = read({ HTTPS_PROXY: 'http://a.test', https_proxy: 'http://b.test', no_proxy: 'c.test' });

    expect(proxy?.https?.host).toBe('b.test');
    expect(proxy?.isDirect({ host: 'c.test', port: 443 })).toBe(true);
  });

  it.each([
    'proxy.test:3128',
    'socks5://me:hunter2@proxy.test',
    'http://me:hunter2@proxy.test/path',
    'http://me:hunter2%@proxy.test',
    'http://proxy.test?key=hunter2',
    'http://',
  ])('refuse %s as an address, without repeating it', (address) => {
    const { proxy, problems } = read({ HTTPS_PROXY: address });

    expect(proxy).toBeUndefined();
    expect(problems).toEqual(["HTTPS_PROXY isn't valid. Use an address like http://proxy.example.com:3128."]);
  });

  it('refuse an exception that is none', () => {
    const { problems } = read({ HTTPS_PROXY: 'http://a.test', NO_PROXY: 'b.test, 10.0.0.0/99' });

    expect(problems).toEqual([expect.stringContaining("NO_PROXY has '10.0.0.0/99'. Use host names")]);
  });
});
