import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { releaseFiles } from '../../supply-chain/release-archive.ts';

let folder: string;
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-release-'));
  git('init', '--quiet');
  writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3"}');
  writeFileSync(join(folder, 'a.txt'), 'one');
  git('add', '.');
  git('commit', '--quiet', '-m', 'First');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a release archive', () => {
  it('is the same byte for byte, whenever it is packed and whatever the times of the files are', () => {
    const first = releaseFiles(folder);
    utimesSync(join(folder, 'a.txt'), new Date('2001-01-01'), new Date('2001-01-01'));
    writeFileSync(join(folder, 'not-added.txt'), 'x');

    const second = releaseFiles(folder);

    expect(Object.keys(first)).toEqual(['recert-1.2.3.tar.gz', 'SHA256SUMS']);
    expect(second).toEqual(first);
  });

  it('has the checksum that sha256sum checks', () => {
    const { 'recert-1.2.3.tar.gz': archive = new Uint8Array(), SHA256SUMS = new Uint8Array() } = releaseFiles(folder);
    const hash = createHash('sha256').update(archive).digest('hex');

    expect(new TextDecoder().decode(SHA256SUMS)).toBe(`${hash}  recert-1.2.3.tar.gz\n`);
  });

  it('is of a commit only, not of changed files', () => {
    writeFileSync(join(folder, 'a.txt'), 'two');

    expect(() => releaseFiles(folder)).toThrow('Files are changed and not committed.');
  });
});
