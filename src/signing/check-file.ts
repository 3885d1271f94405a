import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import {
  isAuthenticSignature,
  keyIdOf,
  lineIn,
  parseSignatureLine,
  type SignedKind,
  signatureBytes,
  signedKindOf,
} from './sign-document.ts';

/** The result of verifying a signed file. */
export type CheckResult =
  | { readonly kind: 'whole'; readonly is: SignedKind; readonly keyId: string; readonly contentHash: string }
  /** The signature at its end is missing or invalid. */
  | { readonly kind: 'no-seal'; readonly is: SignedKind }
  /** Signed with a key that is not trusted. */
  | { readonly kind: 'unknown-key'; readonly is: SignedKind; readonly keyId: string }
  /** The content or the signature was changed. */
  | { readonly kind: 'changed'; readonly is: SignedKind; readonly keyId: string };

const CHUNK = 1 << 20;

/** Checks a file against public keys in PEM, a piece at a time: it may be larger than the memory. */
export async function checkFile(path: string, publicPems: readonly string[]): Promise<CheckResult> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const piece = Buffer.alloc(CHUNK);
    const beginning = await file.read(piece, 0, 16, 0);
    const is = signedKindOf(piece.subarray(0, beginning.bytesRead));
    const length = signatureBytes(is);
    if (size < length) return { kind: 'no-seal', is };
    const end = Buffer.alloc(length);
    await file.read(end, 0, length, size - length);
    const line = lineIn(end.toString('latin1'), is);
    const signature = line === undefined ? undefined : parseSignatureLine(line);
    if (signature === undefined) return { kind: 'no-seal', is };
    const { keyId, contentHash } = signature;
    const key = publicPems.find((pem) => keyIdOf(pem) === keyId);
    if (key === undefined) return { kind: 'unknown-key', is, keyId };
    const hash = createHash('sha256');
    for (let at = 0; at < size - length; ) {
      const { bytesRead } = await file.read(piece, 0, Math.min(CHUNK, size - length - at), at);
      if (bytesRead === 0) break;
      hash.update(piece.subarray(0, bytesRead));
      at += bytesRead;
    }
    const isWhole = isAuthenticSignature(signature, hash.digest('hex'), key);
    return isWhole ? { kind: 'whole', is, keyId, contentHash } : { kind: 'changed', is, keyId };
  } finally {
    await file.close();
  }
}
