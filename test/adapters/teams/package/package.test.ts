import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { readIcon, teamsPackage } from '../../../../adapters/teams/package/app-package.ts';
import { SUGGESTED, teamsManifest, translationOf } from '../../../../adapters/teams/package/manifest.ts';
import { commands } from '../../../../src/commands/index.ts';
import { wordsFor } from '../../../../src/strings/index.ts';
import { APP_ID } from '../issuer.ts';

const words = wordsFor('en-GB');
const german = wordsFor('de-DE');
const options = {
  appId: APP_ID,
  url: 'https://bot.example',
  version: '0.1.0',
  phrases: words.platform.app,
  commands: describedIn(words),
  translations: [{ language: 'de', phrases: german.platform.app, commands: describedIn(german) }],
};
const require = createRequire(import.meta.url);

interface Validator {
  compile(schema: unknown): ((value: unknown) => boolean) & { errors?: unknown };
}

function describedIn({ commands: about }: typeof words) {
  return commands.map(({ name }) => ({ name, description: about[name].summary }));
}

/** What one of Microsoft's schemas finds wrong. */
function errorsOf(value: unknown, name: string): unknown {
  const file = require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v1.30/${name}`);
  const Ajv = require('ajv-draft-04').default;
  const ajv: Validator = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  require('ajv-formats').default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  validate(value);
  return validate.errors ?? [];
}

describe('the manifest', () => {
  it('is valid for Microsoft’s own schema', () => {
    expect(errorsOf(teamsManifest(options), 'MicrosoftTeams.schema.json')).toEqual([]);
  });

  it('is valid for Microsoft’s own schema in German', () => {
    const [translation] = options.translations;
    const texts = translationOf(translation as NonNullable<typeof translation>, options);

    expect(errorsOf(texts, 'MicrosoftTeams.Localization.schema.json')).toEqual([]);
    expect(texts).toMatchObject({ 'staticTabs[1].name': 'Übersicht' });
    expect(texts['bots[0].commandLists[0].commands[1].description']).toBe(german.commands.log.summary);
    expect(Object.keys(texts).filter((key) => key.startsWith('composeExtensions'))).toHaveLength(12);
  });

  it('suggests commands that exist, the everyday ones first', () => {
    const names: readonly string[] = commands.map(({ name }) => name);

    expect(SUGGESTED.filter((name) => !names.includes(name))).toEqual([]);
    expect(teamsManifest(options).bots[0]?.commandLists[0]?.commands.map(({ title }) => title)).toEqual(SUGGESTED);
  });

  it('has a personal tab that signs people in, and pages about the app that recert serves', () => {
    const { staticTabs, webApplicationInfo, developer } = teamsManifest(options);

    expect(staticTabs).toContainEqual({
      entityId: 'overview',
      name: 'Overview',
      contentUrl: 'https://bot.example/teams/tab',
      scopes: ['personal'],
    });
    expect(webApplicationInfo).toEqual({ id: APP_ID, resource: `api://bot.example/botid-${APP_ID}` });
    expect(developer).toMatchObject({
      websiteUrl: 'https://bot.example',
      privacyUrl: 'https://bot.example/privacy',
      termsOfUseUrl: 'https://bot.example/terms',
    });
  });

  it('asks for nothing but to be spoken to', () => {
    const manifest = teamsManifest(options);

    expect(manifest).not.toHaveProperty('permissions');
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest.validDomains).toEqual(['bot.example']);
    expect(manifest.bots[0]?.commandLists[0]?.commands.map(({ title }) => title)).toContain('pace');
  });
});

describe('the package', () => {
  it('has the same bytes each time', async () => {
    const [one, other] = await Promise.all([teamsPackage(options), teamsPackage(options)]);

    expect(one.equals(other)).toBe(true);
  });

  it('is an archive of its four files', async () => {
    const files = await filesIn(await teamsPackage(options));

    expect([...files.keys()]).toEqual(['manifest.json', 'de.json', 'color.png', 'outline.png']);
    expect(JSON.parse(String(files.get('manifest.json'))).id).toBe(APP_ID);
    for (const name of ['color.png', 'outline.png'] as const) expect(files.get(name)).toEqual(await readIcon(name));
  });
});

/** The files of an archive by name, each checked against its sum. */
async function filesIn(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = await fromBufferPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const data = await buffer(await archive.openReadStreamPromise(entry));
    expect(crc32(data)).toBe(entry.crc32);
    files.set(entry.fileName, data);
  }
  return files;
}

describe.each([
  ['color.png', 192],
  ['outline.png', 32],
] as const)('the icon %s', (name, size) => {
  it('has the size Teams asks for', async () => {
    const png = await readIcon(name);

    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    expect((await pixelsOf(name)).length).toBe(size * (1 + size * 4));
  });

  it('shows something', async () => {
    const pixels = await pixelsOf(name);
    const alphas = new Set(
      Array.from({ length: size * size }, (_, index) => pixels[Math.floor(index / size) + index * 4 + 4]),
    );
    const reds = new Set(
      Array.from({ length: size * size }, (_, index) => pixels[Math.floor(index / size) + index * 4 + 1]),
    );
    expect(alphas.size + reds.size).toBeGreaterThan(4);
  });
});

/** The lines of an icon, each with a filter byte before its pixels of four bytes. */
async function pixelsOf(name: 'color.png' | 'outline.png'): Promise<Buffer> {
  const png = await readIcon(name);
  return inflateSync(png.subarray(41, png.length - 16));
}
