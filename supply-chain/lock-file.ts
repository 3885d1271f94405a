import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is installed in production, as the lock file has it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity: the algorithm, a hyphen and the hash in Base64. */
  readonly integrity: string;
  /** The licence as an SPDX expression; undefined if the package states none there. */
  readonly licence: string | undefined;
  /** The folders where it is installed, from the root of the repository. */
  readonly paths: readonly string[];
}

const MODULES = 'node_modules/';

/** Returns the packages of a `package-lock.json` of version 3 without those for development, each once, by name and version. */
export function productionPackages(lock: unknown): readonly LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const [path, entry] of Object.entries(packagesOf(lock))) {
    if (path === '' || flag(entry, 'dev') || flag(entry, 'link')) continue;
    const one = lockedPackage(path, entry);
    const id = `${one.name}@${one.version}`;
    found.set(id, { ...one, paths: [...(found.get(id)?.paths ?? []), path] });
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Returns the production packages of the repository at `root`. */
export function readProductionPackages(root: string): readonly LockedPackage[] {
  return productionPackages(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

function packagesOf(lock: unknown): object {
  const packages = field(lock, 'packages');
  if (field(lock, 'lockfileVersion') !== 3 || typeof packages !== 'object' || packages === null)
    throw new Error('package-lock.json must have version 3. Write it with npm 9 or newer.');
  return packages;
}

function lockedPackage(path: string, entry: unknown): LockedPackage {
  // A replaced package has its real name beside it; otherwise the folder is the name.
  const name = text(entry, 'name') ?? path.slice(path.lastIndexOf(MODULES) + MODULES.length);
  const [version, integrity] = [text(entry, 'version'), text(entry, 'integrity')];
  if (version === undefined || integrity === undefined)
    throw new Error(`${path} has no version or no integrity in package-lock.json. Run npm install again.`);
  return { name, version, integrity, licence: text(entry, 'license'), paths: [path] };
}

/** Returns a field of a parsed JSON object; undefined for anything else. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Returns a text field of a parsed JSON object that isn't empty. */
export function text(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function flag(value: unknown, name: string): boolean {
  return field(value, name) === true;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
