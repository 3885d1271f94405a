import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { badgeInPng, badgeInSvg } from '../../src/certificates/baked-badge.ts';
import { readBadge } from '../../src/certificates/read-badge.ts';
import { ASSERTION, bakedPng, CREDENTIAL, signedBadge } from './badges.ts';

it('reads a signed badge of 3.0, baked into a PNG, and checks its signature', async () => {
  const token = await signedBadge();
  const inside = badgeInPng(Buffer.from(bakedPng('openbadgecredential', token)));

  expect(await readBadge(inside ?? '')).toEqual({
    version: '3.0',
    signature: 'valid',
    achievement: 'Certified Information Systems Security Professional (CISSP)',
    issuer: 'ISC2',
    issuedOn: '2026-03-01',
    expiresOn: '2029-02-28',
    recipientHash: { hash: 'sha256$ab12', salt: '' },
  });
});

it('reads a badge of 2.0 from a text chunk and from an SVG', async () => {
  const json = JSON.stringify(ASSERTION);
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://forum.example/1"><![CDATA[${json}]]></openbadges:assertion></svg>`;
  const expected = {
    version: '2.0',
    signature: 'unchecked',
    achievement: 'Wireless hacking',
    issuer: 'Meridian Cyber Forum',
    issuedOn: '2026-10-07',
    recipient: 'ana@example.org',
  };

  expect(await readBadge(badgeInPng(Buffer.from(bakedPng('openbadges', json, 'tEXt'))) ?? '')).toEqual(expected);
  expect(await readBadge(badgeInSvg(Buffer.from(svg)) ?? '')).toEqual(expected);
});

it('says that a changed badge is invalid, and doesn’t check one whose key is elsewhere', async () => {
  const [header = '', , signature = ''] = (await signedBadge()).split('.');
  const changed = { ...CREDENTIAL, validFrom: '2026-05-01T00:00:00Z' };
  const payload = Buffer.from(JSON.stringify(changed)).toString('base64url');
  const { privateKey } = await generateKeyPair('ES256');
  const elsewhere = await new SignJWT(CREDENTIAL)
    .setProtectedHeader({ alg: 'ES256', kid: 'https://isc2.example/key' })
    .sign(privateKey);

  expect(await readBadge(`${header}.${payload}.${signature}`)).toMatchObject({ signature: 'invalid' });
  expect(await readBadge(elsewhere)).toMatchObject({ signature: 'unchecked', issuer: 'ISC2' });
});

it('takes the key from a name that contains it', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  const kid = `did:key:z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), Buffer.from(x, 'base64url')]))}`;
  const token = await new SignJWT({ vc: CREDENTIAL }).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);

  expect(await readBadge(token)).toMatchObject({ signature: 'valid', version: '3.0' });
});

it.each([
  ['no JSON', 'hello'],
  ['other JSON', '{"a":1}'],
  ['another context', JSON.stringify({ ...CREDENTIAL, '@context': ['https://evil.example/context.json'] })],
  ['another type', JSON.stringify({ ...ASSERTION, type: 'Note' })],
])('%s is no badge', async (_name, text) => {
  expect(await readBadge(text)).toBeUndefined();
});

it('a hosted badge contains nothing but its address, which isn’t fetched', async () => {
  const hosted = { ...ASSERTION, badge: 'https://forum.example/badges/1' };

  expect(await readBadge(JSON.stringify(hosted))).toMatchObject({ version: '2.0', issuedOn: '2026-10-07' });
  expect(await readBadge(JSON.stringify(hosted))).not.toHaveProperty('achievement');
});

function base58(bytes: Buffer): string {
  const signs = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let [value, text] = [BigInt(`0x${bytes.toString('hex')}`), ''];
  for (; value > 0n; value /= 58n) text = `${signs[Number(value % 58n)]}${text}`;
  return text;
}
