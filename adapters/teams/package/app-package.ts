import { colourIcon, outlineIcon } from './icons.ts';
import { type ManifestOptions, teamsManifest } from './manifest.ts';
import { zipOf } from './zip.ts';

/** The app package, ready to be uploaded to Teams. */
export function teamsPackage(options: ManifestOptions): Buffer {
  const manifest = `${JSON.stringify(teamsManifest(options), null, 2)}\n`;
  return zipOf([
    { name: 'manifest.json', data: Buffer.from(manifest) },
    { name: 'color.png', data: colourIcon() },
    { name: 'outline.png', data: outlineIcon() },
  ]);
}
