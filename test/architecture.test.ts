import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The ten features, in the order in which services may depend on one another: each on those before it. */
const FEATURES = [
  'certifications',
  'records',
  'evidence',
  'pace',
  'teams',
  'opportunities',
  'notifications',
  'reports',
  'portability',
  'account',
];

/** What a command may ask of a repository; every other method of a repository is taken for one that writes. */
const READS =
  'addressesOf|all|count|countByState|counts|find|get|historyOf|latest|latestOf|membersOf|memberships|of|ofMany|sources|withIdentities';

const GROUND = ['src/domain', 'src/chat', 'src/strings', 'src/views'];
const WORLD = ['src/store', 'src/catalogue', 'src/opportunities', 'src/reports', 'src/sheets', 'src/certificates'];
const BYTES = ['src/file-store', 'src/signing'];

/** Which layer may import which; a layer may always import itself. `src/*.ts` are layers of one file each. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'anything'>> = {
  'src/domain': [],
  'src/chat': [],
  // Cards and forms as HTML, for the pages that adapters serve.
  'src/page': ['src/chat'],
  'src/strings': ['src/domain', 'src/chat'],
  'src/views': ['src/domain', 'src/chat', 'src/strings', 'src/sheets'],
  'src/store': ['src/domain', 'migrations'],
  migrations: [],
  'src/catalogue': ['src/domain'],
  'src/sheets': ['src/domain', 'src/chat'],
  'src/certificates': ['src/domain', 'src/file-store'],
  'src/opportunities': ['src/domain', 'src/sheets'],
  'src/reports': GROUND,
  'src/printer': [],
  'src/signing': [],
  'src/file-store': [],
  'src/services': [...GROUND, ...WORLD, ...BYTES],
  'src/commands': [...GROUND, ...WORLD, 'src/services'],
  'src/core': [...GROUND, ...WORLD, ...BYTES, 'src/services', 'src/commands'],
  'src/jobs': ['src/domain', 'src/store', 'src/services'],
  'src/operator': [
    ...GROUND,
    ...WORLD,
    ...BYTES,
    'src/sample',
    'src/services',
    'src/commands',
    'src/core',
    'src/printer',
    'src/config.ts',
    'src/run-typed-line.ts',
    'adapters/terminal',
  ],
  'src/sample': ['src/domain', 'src/store', 'src/catalogue'],
  'src/server.ts': ['src/chat'],
  'src/start-telemetry.ts': 'anything',
  'src/readiness.ts': ['src/chat'],
  'src/config.ts': ['src/chat', 'src/file-store'],
  'src/logger.ts': ['src/chat'],
  'src/ports.ts': [],
  'src/limits': [],
  'src/network': ['src/settings'],
  'src/settings': [],
  'src/telemetry': [],
  // Each of them alone: adapters do not know one another.
  adapters: ['src/chat', 'src/page'],
  'src/open-playground.ts': 'anything',
  'src/platforms.ts': 'anything',
  'src/main.ts': 'anything',
  'src/cli.ts': 'anything',
  'src/run-typed-line.ts': 'anything',
  'src/setup.mjs': [],
};

/** What every layer may import, apart from the rules, which wait for nothing. */
const FOR_ALL_BUT_RULES = ['src/ports.ts', 'src/limits', 'src/network', 'src/settings', 'src/telemetry'];

const files = ['src', 'adapters', 'migrations'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|mjs)$/.test(file))
    .map((file) => join(top, file)),
);

function layerOf(file: string): string {
  const parts = file.split('/');
  return parts[0] === 'migrations' ? 'migrations' : parts.slice(0, 2).join('/');
}

/** The feature a file belongs to in a layer; nothing at the top of the layer or outside of it. */
function featureOf(layer: string, file: string): string | undefined {
  const [first = '', second] = file.startsWith(`${layer}/`) ? file.slice(layer.length + 1).split('/') : [];
  return second === undefined ? undefined : first;
}

function mayImport(layer: string): readonly string[] | 'anything' | undefined {
  return MAY_IMPORT[layer.startsWith('adapters/') ? 'adapters' : layer];
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g);
  return [...found].map((match) => match[1] as string);
}

/** Where a command calls a repository to write, and where it names one otherwise than to call it. */
function writesOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const named = source.matchAll(/(?<![\w/-])data\.(\w+)(?:\.(\w+))?/gu);
  const taken = source.matchAll(/\{([^{}]*)\}(?:: \w+)? = (?:\w+\.)?data\b(?!\.)|\bdata: \{([^{}]*)\}/gu);
  return [
    ...[...named].filter(([, part = '', method]) => !isRead(part, method)).map(([call]) => call),
    ...[...taken].filter(
      ([, parts, inner]) => !/^[\s,]*(?:(?:workspace|catalogue)[\s,]*)+$/u.test(parts ?? inner ?? ''),
    ),
  ].map(String);
}

/** Whether a command may use this of its data: what is no repository, or a question to one. */
function isRead(part: string, method: string | undefined): boolean {
  if (['workspace', 'catalogue', 'opportunityIndex'].includes(part)) return true;
  return method !== undefined && new RegExp(`^(?:${READS})$`, 'u').test(method);
}

const localImports = files.flatMap((file) =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => ({ file, target: normalize(join(dirname(file), target)) })),
);

describe('the house', () => {
  it('has a line for every layer', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => mayImport(layer) === undefined)).toEqual([]);
  });

  it('imports downwards only, types included', () => {
    const wrong = localImports.filter(({ file, target }) => {
      const [from, to] = [layerOf(file), layerOf(target)];
      const allowed = mayImport(from);
      if (from === to || allowed === 'anything') return false;
      if (FOR_ALL_BUT_RULES.includes(to)) return from === 'src/domain';
      return !allowed?.includes(to);
    });

    expect(wrong).toEqual([]);
  });

  it('has the same ten features in every layer that is split by feature', () => {
    const folders = ['commands', 'services', 'views', 'store', 'strings/en', 'strings/de'].flatMap((layer) =>
      readdirSync(join(root, 'src', layer), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'en' && entry.name !== 'de')
        .filter(({ name }) => !FEATURES.includes(name))
        .map(({ name }) => `${layer}/${name}`),
    );

    expect(folders).toEqual([]);
  });

  it('lets services depend on services of earlier features only', () => {
    const wrong = localImports.filter(({ file, target }) => {
      const [from, to] = [featureOf('src/services', file), featureOf('src/services', target)];
      return to !== undefined && (from === undefined || FEATURES.indexOf(to) > FEATURES.indexOf(from));
    });

    expect(wrong.filter(({ file }) => file.startsWith('src/services/'))).toEqual([]);
  });

  it('never imports a command into a command, nor a view into a view of another feature', () => {
    const commands = localImports.filter(
      ({ file, target }) =>
        file !== 'src/commands/index.ts' && /^src\/commands\/\w/.test(file) && featureOf('src/commands', target),
    );
    const views = localImports.filter(({ file, target }) => {
      const [from, to] = [featureOf('src/views', file), featureOf('src/views', target)];
      return file.startsWith('src/views/') && to !== undefined && from !== to;
    });

    expect(commands).toEqual([]);
    expect(views).toEqual([]);
  });

  it('writes to the store in services only, not in commands', () => {
    const writing = files.filter((file) => layerOf(file) === 'src/commands' && writesOf(file).length > 0);

    expect(writing).toEqual([]);
  });

  it('has no import in a circle', () => {
    const graph = Map.groupBy(localImports, (one) => one.file);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].map((one) => relative('.', one)).join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const { target } of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);

    expect(circles).toEqual([]);
  });

  it('keeps the rules apart from the world', () => {
    const allowed = ['temporal-polyfill'];
    const foreign = files
      .filter((file) => layerOf(file) === 'src/domain')
      .flatMap((file) => importsOf(file).filter((target) => !target.startsWith('.') && !allowed.includes(target)));
    const impure = files.filter(
      (file) =>
        layerOf(file) === 'src/domain' &&
        /\basync\b|\bawait\b|Date\.now|new Date\(\)|Math\.random/.test(readFileSync(join(root, file), 'utf8')),
    );

    expect(foreign).toEqual([]);
    expect(impure).toEqual([]);
  });

  it('speaks to a platform’s library only in its adapter', () => {
    const owners: Readonly<Record<string, string | readonly string[]>> = {
      '@slack/': 'adapters/slack',
      'slack-blocks-to-jsx': 'adapters/slack',
      '@mikro-orm/': 'src/store',
      hono: ['src/page', 'adapters/playground'],
      '@aws-sdk/': 'src/file-store',
      puppeteer: 'src/printer',
      'prom-client': 'src/telemetry',
      '@opentelemetry/': 'src/telemetry',
      eta: 'src/reports',
      'file-type': 'src/file-store',
      'pdfjs-dist': 'src/certificates',
      'tesseract.js-core': 'src/certificates',
      yazl: ['src/signing', 'adapters/teams'],
      yauzl: ['src/signing', 'src/sheets'],
    };
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) =>
          Object.entries(owners).some(
            ([name, owner]) => target.startsWith(name) && ![owner].flat().includes(layerOf(file)),
          ),
        )
        .filter(() => layerOf(file) !== 'migrations')
        .map((target) => `${file}: ${target}`),
    );

    expect(wrong).toEqual([]);
  });

  it('reads the environment only in programs, which nobody imports', () => {
    const imported = new Set(localImports.map(({ target }) => target));
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));

    expect(readers.filter((file) => imported.has(file))).toEqual([]);
    // setup.mjs starts the other programs, with the project's own Node first in PATH.
    expect(readers.filter((file) => file.startsWith('src/'))).toEqual(['src/cli.ts', 'src/main.ts', 'src/setup.mjs']);
  });

  it('has no file with a second subject', () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ file, lines }) => lines > 300 && layerOf(file) !== 'src/strings');

    expect(long).toEqual([]);
  });
});
