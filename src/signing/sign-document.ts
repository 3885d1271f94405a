import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** An Ed25519 key pair as PEM; `keyId` is the first 16 hex digits of the SHA-256 of the public key. */
export interface SigningKey {
  readonly keyId: string;
  readonly publicPem: string;
  readonly privatePem: string;
}

/** The signature at the end of a document, over everything before it. */
export interface DocumentSignature {
  readonly keyId: string;
  /** SHA-256 of the content, the same in every file of a report. */
  readonly contentHash: string;
  /** Ed25519 over `signedText`, in base64. */
  readonly signature: string;
}

/** Generates a key pair. */
export function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signingKeyFrom(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** Returns the key pair of a private key. Throws `TypeError` if it isn't an Ed25519 key in PEM. */
export function signingKeyFrom(privatePem: string): SigningKey {
  const key = createPrivateKey(privatePem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('The signing key must be an Ed25519 key.');
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  return { keyId: keyIdOf(publicPem), publicPem, privatePem };
}

/** Returns the id of a public key. Throws if it isn't a key in PEM. */
export function keyIdOf(publicPem: string): string {
  const der = createPublicKey(publicPem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** Returns the signed text, in ASCII so that any tool can reproduce it. */
function signedText(sha256: string, { keyId, contentHash }: Omit<DocumentSignature, 'signature'>): string {
  return `recert seal 1\nsha256 ${sha256}\ncontent ${contentHash}\nkey ${keyId}\n`;
}

/** Signs the SHA-256 of a document. */
export function signatureOf(sha256: string, contentHash: string, { keyId, privatePem }: SigningKey): DocumentSignature {
  const text = Buffer.from(signedText(sha256, { keyId, contentHash }), 'ascii');
  return { keyId, contentHash, signature: sign(null, text, createPrivateKey(privatePem)).toString('base64') };
}

/** Whether a signature over a SHA-256 was made with the private key of `publicPem`. */
export function isAuthenticSignature(signature: DocumentSignature, sha256: string, publicPem: string): boolean {
  const text = Buffer.from(signedText(sha256, signature), 'ascii');
  return verify(null, text, createPublicKey(publicPem), Buffer.from(signature.signature, 'base64'));
}

/** Returns the line that stands at the end of a signed file. */
export function signatureLine({ keyId, contentHash, signature }: DocumentSignature): string {
  return `recert-seal,1,${keyId},${contentHash},${signature}`;
}

/** The fixed length of the signature line. */
export const SIGNATURE_LENGTH = 'recert-seal,1,,,'.length + 16 + 64 + 88;

const LINE = /^recert-seal,1,([0-9a-f]{16}),([0-9a-f]{64}),([A-Za-z0-9+/]{86}==)$/;

/** Parses a signature line; returns undefined unless it is exactly one in canonical form. */
export function parseSignatureLine(line: string): DocumentSignature | undefined {
  const [, keyId, contentHash, signature] = LINE.exec(line) ?? [];
  if (keyId === undefined || contentHash === undefined || signature === undefined) return undefined;
  // The last character before the padding has unused bits, so several texts would decode to the same signature.
  if (Buffer.from(signature, 'base64').toString('base64') !== signature) return undefined;
  return { keyId, contentHash, signature };
}

/** The text around the line: a comment in a PDF, the last row of a CSV file, the comment of a ZIP file. */
const AROUND = {
  pdf: { before: '\n%', after: '\n' },
  csv: { before: '', after: '\r\n' },
  zip: { before: '', after: '' },
} as const;
export type SignedKind = keyof typeof AROUND;

/** Returns a file with its signature at the end. */
export function signDocument(
  bytes: Uint8Array,
  kind: 'pdf' | 'csv',
  { contentHash, key }: { readonly contentHash: string; readonly key: SigningKey },
): Uint8Array {
  const { before, after } = AROUND[kind];
  const body = Buffer.concat([bytes, Buffer.from(before, 'ascii')]);
  const signature = signatureOf(createHash('sha256').update(body).digest('hex'), contentHash, key);
  return Buffer.concat([body, Buffer.from(`${signatureLine(signature)}${after}`, 'ascii')]);
}

/** Returns the number of bytes at the end of a file that hold its signature. */
export function signatureBytes(kind: SignedKind): number {
  return SIGNATURE_LENGTH + AROUND[kind].after.length;
}

/** Returns the line in the last bytes of a file, or undefined if they do not end as required. */
export function lineIn(end: string, kind: SignedKind): string | undefined {
  const { after } = AROUND[kind];
  return end.endsWith(after) ? end.slice(0, end.length - after.length) : undefined;
}

/** Returns the type of a file by its first bytes. */
export function signedKindOf(beginning: Uint8Array): SignedKind {
  const text = Buffer.from(beginning.subarray(0, 5)).toString('latin1');
  return text.startsWith('%PDF-') ? 'pdf' : text.startsWith('PK') ? 'zip' : 'csv';
}
