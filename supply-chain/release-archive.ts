import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';

const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Returns the files of a release by name: the archive of the current commit and its SHA-256. Everything in it comes from the commit, times and owners
 * included, so that everyone who packs the same commit with the same Node gets the same bytes. Throws if files are changed and not committed.
 */
export function releaseFiles(root: string): Readonly<Record<string, Uint8Array>> {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, maxBuffer: MAX_BYTES });
  if (git('status', '--porcelain', '--untracked-files=no').length > 0)
    throw new Error('Files are changed and not committed. Commit them first: a release is a commit.');
  const about: { readonly version: string } = JSON.parse(git('show', 'HEAD:package.json').toString());
  const name = `recert-${about.version}`;
  const tar = git(
    '-c',
    'core.autocrlf=false',
    '-c',
    'tar.umask=0022',
    'archive',
    '--format=tar',
    `--prefix=${name}/`,
    'HEAD',
  );
  const archive = gzipSync(tar, { level: constants.Z_BEST_COMPRESSION });
  // The system is named in the header of gzip.
  archive[9] = 255;
  const hash = createHash('sha256').update(archive).digest('hex');
  return { [`${name}.tar.gz`]: archive, SHA256SUMS: new TextEncoder().encode(`${hash}  ${name}.tar.gz\n`) };
}
