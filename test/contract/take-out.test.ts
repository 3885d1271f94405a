import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { platforms } from '../../src/platforms.ts';

const root = join(import.meta.dirname, '..', '..');
const COPIED = ['adapters', 'docs', 'migrations', 'src', 'supply-chain', 'test', 'package.json', 'tsconfig.json'];

/** The repository as it is, without a platform: its folder, its tests, those it shares with another, and its one line. */
function treeWithout(platform: string): string {
  const tree = mkdtempSync(join(tmpdir(), `recert-without-${platform}-`));
  for (const name of COPIED) cpSync(join(root, name), join(tree, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const name of ['adapters', 'test/adapters']) rmSync(join(tree, name, platform), { recursive: true });
  // The journeys use both platforms at once.
  rmSync(join(tree, 'test', 'journeys'), { recursive: true });
  const list = join(tree, 'src', 'platforms.ts');
  const lines = readFileSync(list, 'utf8').split('\n');
  const left = lines.filter((line) => !line.includes(`adapters/${platform}/`));
  expect(lines.length - left.length).toBe(1);
  writeFileSync(list, left.join('\n'));
  return tree;
}

it.each(platforms.map(({ platform }) => platform))(
  '%s can be taken out by its folders and one line, and everything else compiles',
  (platform) => {
    const tree = treeWithout(platform);

    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '--noEmit'], { cwd: tree, encoding: 'utf8' });
    rmSync(tree, { recursive: true, force: true });

    expect([status, stdout]).toEqual([0, '']);
  },
  120_000,
);
