import { existsSync } from 'node:fs';
import { extname, join, parse } from 'node:path';
import { UsageError } from './named-workspace.ts';

/**
 * Returns the function that names the path of each file of an answer: `out` with the file's own extension, and a number from the second file on,
 * so that no file overwrites another: `report.pdf`, `report-2.pdf`, `report.csv`. Without `out`, no file has a path.
 */
export function outputPaths(out: string | undefined): (name: string) => string | undefined {
  const used = new Set<string>();
  return (name) => {
    if (out === undefined) return undefined;
    const path = withExtensionOf(name, out);
    const { dir, name: base, ext } = parse(path);
    let free = path;
    for (let number = 2; used.has(free); number += 1) free = join(dir, `${base}-${number}${ext}`);
    used.add(free);
    return free;
  };
}

/** `out`, with the extension of a file if that differs. */
function withExtensionOf(name: string, out: string): string {
  const [given, own] = [extname(out), extname(name)];
  return given === '' || given === own || own === '' ? out : `${out.slice(0, -given.length)}${own}`;
}

/** Throws `UsageError` if there is a file at a path already. */
export function needNewFile(path: string): void {
  if (existsSync(path)) throw new UsageError(`There is a file at '${path}' already. Choose another name.`);
}
