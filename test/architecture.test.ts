import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which room may import which; a room may always import itself. `src/*.ts` are rooms of one file each. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'anything'>> = {
  'src/domain': [],
  'src/chat': [],
  'src/strings': ['src/domain', 'src/chat'],
  'src/views': ['src/domain', 'src/chat', 'src/strings', 'src/sheets'],
  'src/store': ['src/domain', 'migrations'],
  migrations: [],
  'src/catalogue': ['src/domain'],
  'src/commands': [
    'src/domain',
    'src/chat',
    'src/strings',
    'src/views',
    'src/store',
    'src/catalogue',
    'src/opportunities',
    'src/reports',
    'src/sheets',
  ],
  'src/reports': ['src/domain', 'src/chat', 'src/strings', 'src/views'],
  'src/printer': [],
  'src/seal': [],
  'src/jobs': [
    'src/domain',
    'src/chat',
    'src/strings',
    'src/views',
    'src/store',
    'src/catalogue',
    'src/vault',
    'src/commands',
    'src/core',
  ],
  'src/core': [
    'src/domain',
    'src/chat',
    'src/strings',
    'src/views',
    'src/store',
    'src/catalogue',
    'src/commands',
    'src/opportunities',
    'src/vault',
    'src/sheets',
    'src/reports',
    'src/seal',
  ],
  'src/operator': [
    'src/domain',
    'src/chat',
    'src/store',
    'src/catalogue',
    'src/commands',
    'src/core',
    'src/opportunities',
    'src/sample',
    'src/vault',
    'src/sheets',
    'src/strings',
    'src/views',
    'src/seal',
  ],
  'src/vault': [],
  'src/opportunities': ['src/domain', 'src/sheets'],
  'src/sheets': ['src/domain'],
  'src/sample': ['src/domain', 'src/store', 'src/catalogue'],
  'src/server.ts': ['src/chat'],
  'src/config.ts': ['src/chat', 'src/vault'],
  'src/log.ts': [],
  'src/ports.ts': [],
  // Each of them alone: adapters do not know one another.
  adapters: ['src/chat'],
  'src/doors.ts': 'anything',
  'src/main.ts': 'anything',
  'src/cli.ts': 'anything',
  'src/say.ts': 'anything',
};

const files = ['src', 'adapters', 'migrations'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(top, file)),
);

function roomOf(file: string): string {
  const parts = file.split('/');
  return parts[0] === 'migrations' ? 'migrations' : parts.slice(0, 2).join('/');
}

function mayImport(room: string): readonly string[] | 'anything' | undefined {
  return MAY_IMPORT[room.startsWith('adapters/') ? 'adapters' : room];
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
  return [...found].map((match) => match[1] as string);
}

const localImports = files.flatMap((file) =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => ({ file, target: normalize(join(dirname(file), target)) })),
);

describe('the house', () => {
  it('has a line for every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => mayImport(room) === undefined)).toEqual([]);
  });

  it('imports downwards only, types included', () => {
    const wrong = localImports.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      const allowed = mayImport(from);
      if (from === to || allowed === 'anything') return false;
      if (to === 'src/ports.ts') return from === 'src/domain';
      return !allowed?.includes(to);
    });

    expect(wrong).toEqual([]);
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
      .filter((file) => roomOf(file) === 'src/domain')
      .flatMap((file) => importsOf(file).filter((target) => !target.startsWith('.') && !allowed.includes(target)));
    const impure = files.filter(
      (file) =>
        roomOf(file) === 'src/domain' &&
        /\basync\b|\bawait\b|Date\.now|new Date\(\)|Math\.random/.test(readFileSync(join(root, file), 'utf8')),
    );

    expect(foreign).toEqual([]);
    expect(impure).toEqual([]);
  });

  it('speaks to a platform’s library only in its adapter', () => {
    const owners: Readonly<Record<string, string>> = {
      '@slack/': 'adapters/slack',
      'slack-blocks-to-jsx': 'adapters/slack',
      '@mikro-orm/': 'src/store',
      hono: 'adapters/playground',
      '@aws-sdk/': 'src/vault',
      puppeteer: 'src/printer',
      eta: 'src/reports',
      yazl: 'src/seal',
      yauzl: 'src/seal',
    };
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) =>
          Object.entries(owners).some(([name, owner]) => target.startsWith(name) && roomOf(file) !== owner),
        )
        .filter(() => roomOf(file) !== 'migrations')
        .map((target) => `${file}: ${target}`),
    );

    expect(wrong).toEqual([]);
  });

  it('reads the environment only in programs, which nobody imports', () => {
    const imported = new Set(localImports.map(({ target }) => target));
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));

    expect(readers.filter((file) => imported.has(file))).toEqual([]);
    expect(readers.filter((file) => file.startsWith('src/'))).toEqual(['src/cli.ts', 'src/main.ts']);
  });

  it('has no file with a second subject', () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ file, lines }) => lines > 300 && roomOf(file) !== 'src/strings');

    expect(long).toEqual([]);
  });
});
