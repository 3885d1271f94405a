import { createPrivateKey } from 'node:crypto';

/** Returns a private key in PEM as Microsoft's library reads it: `\n` written as two characters becomes a line end. */
export function readPem(text: string): string {
  return text.replaceAll('\\r', '').replaceAll('\\n', '\n').trim();
}

/** Returns what is wrong with a private key as the end of a sentence about its setting; undefined if it can be used. */
export function keyProblem(pem: string): string | undefined {
  if (pem.includes('BEGIN CERTIFICATE') && !pem.includes('PRIVATE KEY'))
    return 'contains a certificate. Set it to the private key that belongs to it.';
  if (pem.includes('ENCRYPTED')) return 'has a password. Write it without one: openssl pkey -in KEY -out NEW-KEY';
  try {
    const { asymmetricKeyType: type = 'unknown' } = createPrivateKey(pem);
    return type === 'rsa' ? undefined : `is a key of the type ${type}. Entra takes RSA keys only.`;
  } catch {
    return "isn't a private key in PEM. Set it to the whole text, from -----BEGIN to END …-----, with line ends or \\n between its lines.";
  }
}

/** Returns a thumbprint as Entra writes it: 40 hexadecimal digits without colons and spaces. */
export function readThumbprint(text: string): string {
  return text.replaceAll(/[\s:]/gu, '').toUpperCase();
}
