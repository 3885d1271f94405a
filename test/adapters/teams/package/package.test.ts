import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { teamsPackage } from '../../../../adapters/teams/package/app-package.ts';
import { colourIcon, outlineIcon } from '../../../../adapters/teams/package/icons.ts';
import { teamsManifest } from '../../../../adapters/teams/package/manifest.ts';
import { commands } from '../../../../src/commands/index.ts';
import { wordsFor } from '../../../../src/strings/index.ts';
import { APP_ID } from '../issuer.ts';

const words = wordsFor('en-GB');
const options = {
  appId: APP_ID,
  url: 'https://bot.example',
  version: '0.1.0',
  commands: commands.map(({ name }) => ({ name, description: words.commands[name].summary })),
};
const require = createRequire(import.meta.url);

interface Validator {
  compile(schema: unknown): ((value: unknown) => boolean) & { errors?: unknown };
}

function manifestSchema(): unknown {
  const file = require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('the manifest', () => {
  it('is valid for Microsoft’s own schema', () => {
    const Ajv = require('ajv-draft-04').default;
    const ajv: Validator = new Ajv({ strict: false, allErrors: true });
    require('ajv-formats').default(ajv);
    const validate = ajv.compile(manifestSchema());

    validate(teamsManifest(options));

    expect(validate.errors ?? []).toEqual([]);
  });

  it('asks for nothing but to be spoken to', () => {
    const manifest = teamsManifest(options);

    expect(manifest).not.toHaveProperty('permissions');
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    expect(manifest.validDomains).toEqual(['bot.example']);
    expect(manifest.bots[0]?.commandLists[0]?.commands.map(({ title }) => title)).toContain('pace');
  });
});

describe('the package', () => {
  it('has the same bytes each time', () => {
    expect(teamsPackage(options).equals(teamsPackage(options))).toBe(true);
  });

  it('is an archive of the three files', () => {
    const zip = teamsPackage(options);

    expect(filesIn(zip).map(({ name }) => name)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    for (const { data, check } of filesIn(zip)) expect(crc32(data)).toBe(check);
    expect(JSON.parse(String(filesIn(zip)[0]?.data)).id).toBe(APP_ID);
  });
});

/** The files of an archive whose files are stored as they are, read from the end as an unzipper does. */
function filesIn(zip: Buffer): readonly { name: string; data: Buffer; check: number }[] {
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [check, size, length, start] = [
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    at += 46 + length;
    return { name, check, data: zip.subarray(start + 30 + length, start + 30 + length + size) };
  });
}

describe.each([
  ['in colours', colourIcon(), 192],
  ['as an outline', outlineIcon(), 32],
])('the icon %s', (_name, png, size) => {
  const pixels = inflateSync(png.subarray(41, png.length - 16));

  it('has the size Teams asks for', () => {
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    expect(pixels.length).toBe(size * (1 + size * 4));
  });

  it('shows something', () => {
    const alphas = new Set(
      Array.from({ length: size * size }, (_, index) => pixels[Math.floor(index / size) + index * 4 + 4]),
    );
    const reds = new Set(
      Array.from({ length: size * size }, (_, index) => pixels[Math.floor(index / size) + index * 4 + 1]),
    );
    expect(alphas.size + reds.size).toBeGreaterThan(4);
  });
});
