import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { type ManifestOptions, teamsManifest } from './manifest.ts';

/** The two pictures Teams asks for: 192 × 192 pixels in color, and 32 × 32 as an outline. */
const ICONS = ['color.png', 'outline.png'] as const;

// Local midnight in the zip format's own time stamps: the same files make the same bytes, whenever and wherever.
const SAME_BYTES = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, compress: false } as const;

/** The app package, ready to be uploaded to Teams. */
export async function teamsPackage(options: ManifestOptions): Promise<Buffer> {
  const manifest = `${JSON.stringify(teamsManifest(options), null, 2)}\n`;
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(manifest), 'manifest.json', SAME_BYTES);
  for (const name of ICONS) zip.addBuffer(await readIcon(name), name, SAME_BYTES);
  zip.end();
  return buffer(zip.outputStream);
}

/** The bytes of an icon of the package. */
export function readIcon(name: (typeof ICONS)[number]): Promise<Buffer> {
  return readFile(new URL(`./${name}`, import.meta.url));
}
