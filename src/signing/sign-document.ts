import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** A pair of Ed25519 keys as PEM; `keyId` is the beginning of the SHA-256 of the public one. */
export interface SigningKey {
  readonly keyId: string;
  readonly publicPem: string;
  readonly privatePem: string;
}

/** What a seal says: that everything before it is what was sealed, and what content that was. */
export interface DocumentSignature {
  readonly keyId: string;
  /** SHA-256 of the content, the same in every file of it. */
  readonly contentHash: string;
  /** Ed25519 over `signedText`, in base64. */
  readonly signature: string;
}

/** Makes a pair of keys. */
export function newSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  return {
    keyId: keyIdOf(publicPem),
    publicPem,
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

/** The pair that a private key belongs to. Throws `TypeError` for what is no Ed25519 key in PEM. */
export function signingKeyFrom(privatePem: string): SigningKey {
  const key = createPrivateKey(privatePem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('The signing key must be an Ed25519 key.');
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string;
  return { keyId: keyIdOf(publicPem), publicPem, privatePem };
}

/** What a public key is known by. Throws for what is no key in PEM. */
export function keyIdOf(publicPem: string): string {
  const der = createPublicKey(publicPem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** The text that is signed; in ASCII, so that it can be written down with any tool. */
export function signedText(sha256: string, { keyId, contentHash }: Omit<DocumentSignature, 'signature'>): string {
  return `recert seal 1\nsha256 ${sha256}\ncontent ${contentHash}\nkey ${keyId}\n`;
}

/** Signs the SHA-256 of some bytes. */
export function signatureOf(sha256: string, contentHash: string, { keyId, privatePem }: SigningKey): DocumentSignature {
  const text = Buffer.from(signedText(sha256, { keyId, contentHash }), 'ascii');
  return { keyId, contentHash, signature: sign(null, text, createPrivateKey(privatePem)).toString('base64') };
}

/** Whether a seal was made with the private key of a public one, over bytes of that SHA-256. */
export function isAuthenticSignature(signature: DocumentSignature, sha256: string, publicPem: string): boolean {
  const text = Buffer.from(signedText(sha256, signature), 'ascii');
  return verify(null, text, createPublicKey(publicPem), Buffer.from(signature.signature, 'base64'));
}

/** A seal as it stands at the end of a file. */
export function signatureLine({ keyId, contentHash, signature }: DocumentSignature): string {
  return `recert-seal,1,${keyId},${contentHash},${signature}`;
}

/** How long the line is, always. */
export const SIGNATURE_LENGTH = 'recert-seal,1,,,'.length + 16 + 64 + 88;

const LINE = /^recert-seal,1,([0-9a-f]{16}),([0-9a-f]{64}),([A-Za-z0-9+/]{86}==)$/;

/** The seal a line is; nothing where it is not exactly one: no other line is read as the same seal. */
export function parseSignatureLine(line: string): DocumentSignature | undefined {
  const [, keyId, contentHash, signature] = LINE.exec(line) ?? [];
  if (keyId === undefined || contentHash === undefined || signature === undefined) return undefined;
  // The last sign before the padding has bits that say nothing.
  if (Buffer.from(signature, 'base64').toString('base64') !== signature) return undefined;
  return { keyId, contentHash, signature };
}

/** What stands around the line, by what a file is: a comment of a PDF, the last row of a table, the comment of an archive. */
const AROUND = {
  pdf: { before: '\n%', after: '\n' },
  csv: { before: '', after: '\r\n' },
  zip: { before: '', after: '' },
} as const;
export type SignedKind = keyof typeof AROUND;

/** A file with its seal at the end. */
export function signDocument(bytes: Uint8Array, kind: 'pdf' | 'csv', contentHash: string, key: SigningKey): Uint8Array {
  const { before, after } = AROUND[kind];
  const body = Buffer.concat([bytes, Buffer.from(before, 'ascii')]);
  const signature = signatureOf(createHash('sha256').update(body).digest('hex'), contentHash, key);
  return Buffer.concat([body, Buffer.from(`${signatureLine(signature)}${after}`, 'ascii')]);
}

/** How many bytes at the end of a file are its seal. */
export function signatureBytes(kind: SignedKind): number {
  return SIGNATURE_LENGTH + AROUND[kind].after.length;
}

/** The line in the last bytes of a file; nothing where they do not end as they must. */
export function lineIn(end: string, kind: SignedKind): string | undefined {
  const { after } = AROUND[kind];
  return end.endsWith(after) ? end.slice(0, end.length - after.length) : undefined;
}

/** What a file is, by how it begins. */
export function signedKindOf(beginning: Uint8Array): SignedKind {
  const text = Buffer.from(beginning.subarray(0, 5)).toString('latin1');
  return text.startsWith('%PDF-') ? 'pdf' : text.startsWith('PK') ? 'zip' : 'csv';
}
