import { checkFile } from '../signing/check-file.ts';
import { changedIn } from '../signing/check-pack.ts';

/** The result of checking a file, in words. */
export interface DocumentVerdict {
  readonly isWhole: boolean;
  readonly text: string;
}

const WHAT = { pdf: 'a PDF', csv: 'a CSV file', zip: 'a pack' } as const;

/** Checks the signature of a file with public keys in PEM; needs no database. */
export async function verifyDocument(path: string, publicPems: readonly string[]): Promise<DocumentVerdict> {
  const checked = await checkFile(path, publicPems);
  const what = WHAT[checked.is];
  if (checked.kind === 'whole') {
    const code = checked.contentHash.slice(0, 20).replace(/(.{4})(?=.)/gu, '$1-');
    const lines = [
      `Verified: ${path} is ${what} and unchanged since it was signed.`,
      `Verification code: ${code}`,
      `SHA-256 of the content: ${checked.contentHash}`,
      `Key: ${checked.keyId}`,
    ];
    return { isWhole: true, text: lines.join('\n') };
  }
  return { isWhole: false, text: [`Not verified: ${path}, ${what}.`, ...(await reasons(path, checked))].join('\n') };
}

async function reasons(path: string, checked: Awaited<ReturnType<typeof checkFile>>): Promise<readonly string[]> {
  switch (checked.kind) {
    case 'whole':
      return [];
    case 'unknown-key':
      return [
        `It's signed with the key ${checked.keyId}, which isn't one of the trusted keys.`,
        'Add the public key of its creator: --key FILE.pem',
      ];
    case 'no-seal':
      return [
        'The signature at its end is missing: the end was changed or cut off.',
        ...(await inside(path, checked.is)),
      ];
    case 'changed':
      return [
        `Its content or signature was changed after it was signed with the key ${checked.keyId}.`,
        ...(await inside(path, checked.is)),
      ];
  }
}

/** Returns a line for each file of a pack that doesn't match its manifest; none for other documents. */
async function inside(path: string, is: keyof typeof WHAT): Promise<readonly string[]> {
  if (is !== 'zip') return [];
  const changed = await changedIn(path);
  if (changed === undefined) return ['Its list of files is unreadable.'];
  if (changed.length === 0) return ['Its files match its manifest; the change is outside of them.'];
  return changed.map((name) => `Doesn't match the manifest: ${name}`);
}
