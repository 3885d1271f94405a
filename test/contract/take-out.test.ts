import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { platforms } from '../../src/platforms.ts';

const root = join(import.meta.dirname, '..', '..');
const COPIED = ['adapters', 'docs', 'migrations', 'src', 'supply-chain', 'test', 'package.json', 'tsconfig.json'];

let folder: string;
let tree: string;
let whole: string;

/** Compiles the tree; what was checked before and depends on nothing that changed isn't checked again. Returns the exit code and the errors. */
function compile(state: string): readonly [number | null, string] {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', state];
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...options], { cwd: tree, encoding: 'utf8' });
  return [status, stdout];
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-without-'));
  tree = join(folder, 'tree');
  whole = join(folder, 'whole.json');
  for (const name of COPIED) cpSync(join(root, name), join(tree, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  // The journeys use both platforms at once.
  rmSync(join(tree, 'test', 'journeys'), { recursive: true });
  expect(compile(whole)).toEqual([0, '']);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(platforms.map(({ platform }) => platform))(
  '%s can be taken out by its folders and one line, and everything else compiles',
  (platform) => {
    const list = join(tree, 'src', 'platforms.ts');
    const text = readFileSync(list, 'utf8');
    const lines = text.split('\n');
    const left = lines.filter((line) => !line.includes(`adapters/${platform}/`));
    expect(lines.length - left.length).toBe(1);
    const places = ['adapters', join('test', 'adapters')].map((name) => join(tree, name, platform));
    const state = join(folder, `${platform}.json`);
    cpSync(whole, state);

    writeFileSync(list, left.join('\n'));
    for (const [index, place] of places.entries()) renameSync(place, join(folder, `${platform}-${index}`));
    const compiled = compile(state);
    for (const [index, place] of places.entries()) renameSync(join(folder, `${platform}-${index}`), place);
    writeFileSync(list, text);

    expect(compiled).toEqual([0, '']);
  },
  120_000,
);
