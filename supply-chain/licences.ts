import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockedPackage, text } from './lock-file.ts';

/** Licences that a production dependency may have, with what they ask for. */
export const ALLOWED: Readonly<Record<string, string>> = {
  '0BSD': 'nothing',
  'Apache-2.0': 'the licence and notices are passed on; changes are stated',
  'BlueOak-1.0.0': 'the licence or a link to it is passed on',
  'BSD-2-Clause': 'the copyright notice is passed on',
  'BSD-3-Clause': 'the copyright notice is passed on; no advertising with the authors’ names',
  ISC: 'the copyright notice is passed on',
  MIT: 'the copyright notice is passed on',
  'MPL-2.0': 'changes to its own files are published; other files aren’t affected',
  'OFL-1.1': 'fonts: the licence is passed on; not sold on their own',
};

/** Licences of packages whose lock file entry has none, read by hand in the package itself. */
export const STATED_ELSEWHERE: Readonly<Record<string, { readonly licence: string; readonly source: string }>> = {
  cldrjs: { licence: 'MIT', source: 'LICENSE-MIT' },
};

/** A production package with its licence and what is wrong with it, if anything. */
export interface LicensedPackage extends LockedPackage {
  readonly problem: string | undefined;
}

/** Returns each package with its licence, and why it may not be used: it states none, or one that isn't allowed. */
export function checkLicences(packages: readonly LockedPackage[]): readonly LicensedPackage[] {
  return packages.map((one) => {
    const licence = one.licence ?? STATED_ELSEWHERE[one.name]?.licence;
    return { ...one, licence, problem: problemOf(licence) };
  });
}

function problemOf(licence: string | undefined): string | undefined {
  if (licence === undefined) return 'states no licence';
  return isAllowed(licence) ? undefined : `has the licence “${licence}”, which isn’t allowed`;
}

/** Whether an SPDX expression may be used: every part of an AND, one part of an OR. Anything else isn't allowed. */
export function isAllowed(expression: string): boolean {
  const inner = /^\(([^()]*)\)$/u.exec(expression)?.[1] ?? expression;
  const alternatives = inner.split(' OR ').map((part) => part.split(' AND '));
  return alternatives.some((parts) => parts.every((part) => Object.hasOwn(ALLOWED, part)));
}

/** Returns the packages whose installed `package.json` states another licence than the lock file. Those that aren't installed are left out. */
export function differentWhenInstalled(packages: readonly LockedPackage[], root: string): readonly string[] {
  return packages.flatMap(({ name, licence, paths }) =>
    paths.flatMap((path) => {
      const file = join(root, path, 'package.json');
      if (!existsSync(file)) return [];
      const stated = text(JSON.parse(readFileSync(file, 'utf8')), 'license');
      return stated === licence
        ? []
        : [`${name}: ${licence ?? 'none'} in package-lock.json, ${stated ?? 'none'} in ${path}`];
    }),
  );
}
