import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';

/** A text that a passphrase opens: scrypt makes the key, AES-256-GCM encrypts. Bytes are base64. */
export const EncryptedText = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    salt: z.base64(),
    cost: z.literal(131_072),
    blockSize: z.literal(8),
    parallelization: z.literal(1),
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: z.base64(),
  tag: z.base64(),
  data: z.base64(),
});
export type EncryptedText = z.output<typeof EncryptedText>;

/** The passphrase is wrong, or the encrypted text was changed. */
export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase';
}

const COSTS = { cost: 131_072, blockSize: 8, parallelization: 1 } as const;
/** scrypt needs 128 MB with these costs. */
const MAX_MEMORY = 256 * 1024 * 1024;
const TAG_BYTES = 16;

/** Encrypts a text. `purpose` is authenticated too, so that the result opens for nothing else. */
export function encryptText(text: string, passphrase: string, purpose: string): EncryptedText {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose, 'utf8'));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    kdf: { name: 'scrypt', salt: salt.toString('base64'), ...COSTS },
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
}

/** Returns the text. Throws `WrongPassphrase`. */
export function decryptText(encrypted: EncryptedText, passphrase: string, purpose: string): string {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const key = keyOf(passphrase, bytes(encrypted.kdf.salt));
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(encrypted.nonce), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(purpose, 'utf8'));
    decipher.setAuthTag(bytes(encrypted.tag));
    return Buffer.concat([decipher.update(bytes(encrypted.data)), decipher.final()]).toString('utf8');
  } catch {
    throw new WrongPassphrase('The passphrase of the backup is wrong, or its keys were changed. Nothing was restored.');
  }
}

function keyOf(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { ...COSTS, maxmem: MAX_MEMORY });
}
