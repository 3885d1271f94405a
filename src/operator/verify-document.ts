import { checkFile } from '../signing/check-file.ts';
import { changedIn } from '../signing/check-pack.ts';

/** What checking a file came to, in words. */
export interface DocumentVerdict {
  readonly isWhole: boolean;
  readonly text: string;
}

const WHAT = { pdf: 'a PDF', csv: 'a table', zip: 'a pack' } as const;

/** Checks a file that recert sealed, with public keys in PEM; needs nothing else. */
export async function verifyDocument(path: string, publicPems: readonly string[]): Promise<DocumentVerdict> {
  const checked = await checkFile(path, publicPems);
  const what = WHAT[checked.is];
  if (checked.kind === 'whole') {
    const code = checked.contentHash.slice(0, 20).replace(/(.{4})(?=.)/gu, '$1-');
    const lines = [
      `Whole: ${path} is ${what}, every byte as it was sealed.`,
      `Verification code: ${code}`,
      `SHA-256 of the content: ${checked.contentHash}`,
      `Key: ${checked.keyId}`,
    ];
    return { isWhole: true, text: lines.join('\n') };
  }
  return { isWhole: false, text: [`Not genuine: ${path}, ${what}.`, ...(await reasons(path, checked))].join('\n') };
}

async function reasons(path: string, checked: Awaited<ReturnType<typeof checkFile>>): Promise<readonly string[]> {
  switch (checked.kind) {
    case 'whole':
      return [];
    case 'unknown-key':
      return [
        `Its seal names the key ${checked.keyId}, which is not among those you trust.`,
        'Give the public key of whoever made it: --key FILE.pem',
      ];
    case 'no-seal':
      return [
        'It does not end with a seal as recert writes it: its end was changed or cut off.',
        ...(await inside(path, checked.is)),
      ];
    case 'changed':
      return [
        `Something before its seal, or in it, is not as the key ${checked.keyId} sealed it.`,
        ...(await inside(path, checked.is)),
      ];
  }
}

/** Of a pack, the files that are not what its manifest says. */
async function inside(path: string, is: keyof typeof WHAT): Promise<readonly string[]> {
  if (is !== 'zip') return [];
  const changed = await changedIn(path);
  if (changed === undefined) return ['Its list of files cannot be read.'];
  if (changed.length === 0) return ['Its files are what its manifest says; what was changed stands around them.'];
  return changed.map((name) => `Not what the manifest says: ${name}`);
}
