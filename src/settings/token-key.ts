const KEY_BYTES = 32;

/** Returns a key written as 64 hexadecimal digits or in base64; undefined if it isn't 32 bytes. */
export function parseTokenKey(text: string): Buffer | undefined {
  const key = /^[\da-f]{64}$/iu.test(text) ? Buffer.from(text, 'hex') : base64Of(text);
  return key?.length === KEY_BYTES ? key : undefined;
}

function base64Of(text: string): Buffer | undefined {
  return /^[\w+/-]{43}=?$/u.test(text) ? Buffer.from(text, 'base64') : undefined;
}
