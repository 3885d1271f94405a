import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFiles } from './release-archive.ts';

/** Writes the release archive of the current commit with its checksums into a folder: `release`, or the one that is named. */
const folder = process.argv[2] ?? 'release';
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of Object.entries(releaseFiles(join(import.meta.dirname, '..')))) {
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`${join(folder, name)}\n`);
}
