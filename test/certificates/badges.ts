import { crc32, deflateSync } from 'node:zlib';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What a badge of Open Badges 3.0 says. */
export const CREDENTIAL = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://isc2.example', type: ['Profile'], name: 'ISC2' },
  validFrom: '2026-03-01T09:00:00Z',
  validUntil: '2029-02-28T23:59:59Z',
  credentialSubject: {
    identifier: [{ type: 'IdentityObject', hashed: true, identityHash: 'sha256$ab12', identityType: 'emailAddress' }],
    achievement: { id: 'urn:1', name: 'Certified Information Systems Security Professional (CISSP)' },
  },
};

/** What a badge of Open Badges 2.0 says. */
export const ASSERTION = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://forum.example/assertions/1',
  recipient: { type: 'email', identity: 'ana@example.org', hashed: false },
  badge: { type: 'BadgeClass', name: 'Wireless hacking', issuer: { type: 'Issuer', name: 'Meridian Cyber Forum' } },
  issuedOn: '2026-10-07T12:00:00+02:00',
  verification: { type: 'hosted' },
};

/** A badge as a token that is signed with the key in its header. */
export async function signedBadge(content: Readonly<Record<string, unknown>> = CREDENTIAL): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return new SignJWT({ ...content })
    .setProtectedHeader({ alg: 'EdDSA', jwk: await exportJWK(publicKey) })
    .sign(privateKey);
}

/** A picture of one pixel with a text chunk, as a badge is baked into a PNG. */
export function bakedPng(keyword: string, text: string, type: 'iTXt' | 'tEXt' = 'iTXt'): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const middle = type === 'iTXt' ? '\0\0\0\0\0' : '\0';
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk(type, Buffer.from(`${keyword}${middle}${text}`)),
      chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
