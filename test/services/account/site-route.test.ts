import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { siteRoute } from '../../../src/services/account/site-route.ts';

const get = (path: string, language = '', method = 'GET') =>
  siteRoute().handle(
    new Request(`https://recert.example.org${path}`, { method, headers: { 'accept-language': language } }),
  );

describe('the pages about this recert', () => {
  it.each([
    ['/', '', 'About recert'],
    ['/', 'de', 'Über recert'],
    ['/privacy', 'en-GB,en;q=0.9', 'Privacy'],
    ['/privacy', 'de-AT,de;q=0.9,en;q=0.8', 'Datenschutz'],
    ['/privacy', 'fr,en;q=0.5,de;q=0.7', 'Datenschutz'],
    ['/privacy', 'fr', 'Privacy'],
    ['/terms', 'de;q=0, en', 'Terms of use'],
    ['/terms', 'de', 'Nutzungsbedingungen'],
  ])('%s for a browser that prefers “%s” is headed %s', async (path, language, title) => {
    const response = await get(path, language);

    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
    expect(response.headers.get('vary')).toBe('accept-language');
  });

  it('run nothing, and are styled by what their policy names', async () => {
    const response = await get('/privacy');
    const [, style = ''] = /<style>(.*)<\/style>/u.exec(await response.text()) ?? [];

    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['/privacy/more', 'GET', 404],
    ['/unknown', 'POST', 404],
    ['/terms', 'POST', 405],
    ['/terms', 'HEAD', 200],
  ])('%s by %s is answered with %i', async (path, method, status) => {
    expect((await get(path, '', method)).status).toBe(status);
  });
});
