import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { type ManifestOptions, teamsManifest, translationFile, translationOf } from './manifest.ts';

/** The two icons Teams requires: 192 × 192 pixels in colour and a 32 × 32 outline. */
const ICONS = ['color.png', 'outline.png'] as const;

// A fixed date, so that the same files always make the same zip.
const REPRODUCIBLE = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, compress: false } as const;

/** The app package, a zip file to upload to Teams. */
export async function teamsPackage(options: ManifestOptions): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(jsonBytes(teamsManifest(options)), 'manifest.json', REPRODUCIBLE);
  for (const translation of options.translations)
    zip.addBuffer(jsonBytes(translationOf(translation, options)), translationFile(translation), REPRODUCIBLE);
  for (const name of ICONS) zip.addBuffer(await readIcon(name), name, REPRODUCIBLE);
  zip.end();
  return buffer(zip.outputStream);
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** The bytes of an icon of the package. */
export function readIcon(name: (typeof ICONS)[number]): Promise<Buffer> {
  return readFile(new URL(`./${name}`, import.meta.url));
}
