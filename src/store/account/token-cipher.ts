import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A text was encrypted with a key that isn't configured, or for another tenant, or it was changed. */
class CannotDecrypt extends Error {
  override name = 'CannotDecrypt';
}

/** An encrypted text in base64url, and the id of its key. */
export interface EncryptedTokens {
  readonly keyId: string;
  readonly text: string;
}

/** Encrypts tokens with AES-256-GCM, bound to what they belong to. */
export interface TokenCipher {
  /** The id of the key that encrypts. */
  readonly keyId: string;
  /** Encrypts with the first key. Decrypting needs the same `owner`. */
  encrypt(text: string, owner: string): EncryptedTokens;
  /** Throws `CannotDecrypt`. */
  decrypt(encrypted: EncryptedTokens, owner: string): string;
}

/** Creates a cipher from keys of 32 bytes: the first encrypts, and each decrypts. Throws without a key. */
export function createTokenCipher(keys: readonly Buffer[]): TokenCipher {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const [first] = keys;
  if (first === undefined) throw new Error('A token cipher needs a key.');
  const keyId = idOf(first);
  return {
    keyId,
    encrypt: (text, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, first, nonce).setAAD(Buffer.from(owner));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return { keyId, text: Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url') };
    },
    decrypt: ({ keyId: usedKey, text }, owner) => {
      const key = byId.get(usedKey);
      if (key === undefined) {
        throw new CannotDecrypt(
          `The tokens of ${owner} were encrypted with key ${usedKey}, which RECERT_TOKEN_KEY doesn't have. Add it after the current key, with a comma.`,
        );
      }
      const bytes = Buffer.from(text, 'base64url');
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(owner))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const content = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return decipher.update(content, undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new CannotDecrypt(`The tokens of ${owner} were changed or belong to another tenant.`, { cause });
      }
    },
  };
}

/** Names a key without revealing it. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('recert token key').update(key).digest('hex').slice(0, 16);
}
