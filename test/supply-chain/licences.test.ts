import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ALLOWED,
  checkLicences,
  differentWhenInstalled,
  isAllowed,
  STATED_ELSEWHERE,
} from '../../supply-chain/licences.ts';
import { licencesPage } from '../../supply-chain/licences-page.ts';
import { type LockedPackage, readProductionPackages } from '../../supply-chain/lock-file.ts';

const root = join(import.meta.dirname, '..', '..');
const packages = readProductionPackages(root);
const aPackage = (licence: string | undefined): LockedPackage => ({
  name: 'a',
  version: '1.0.0',
  integrity: 'sha512-AAAA',
  licence,
  paths: ['node_modules/a'],
});

describe('the licences of production packages', () => {
  it('are all allowed, and listed in docs/licences.md', () => {
    const checked = checkLicences(packages);

    expect(checked.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(readFileSync(join(root, 'docs', 'licences.md'), 'utf8')).toBe(licencesPage(checked));
  });

  it('are in the lock file as in the packages', () => {
    expect(differentWhenInstalled(packages, root)).toEqual([]);
  });

  it('that were read by hand are of packages that state none, and are still there', () => {
    for (const [name, { source }] of Object.entries(STATED_ELSEWHERE)) {
      const one = packages.find((found) => found.name === name);

      expect([name, one?.licence]).toEqual([name, undefined]);
      expect(readFileSync(join(root, one?.paths[0] ?? '', source), 'utf8').length).toBeGreaterThan(500);
    }
  });

  it('are allowed only as long as a package has them', () => {
    const used = checkLicences(packages).flatMap(({ licence = '' }) => licence.split(/ AND | OR /u));

    expect(Object.keys(ALLOWED).filter((licence) => !used.includes(licence))).toEqual([]);
  });
});

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT)', true],
    ['MIT AND OFL-1.1', true],
    ['(GPL-3.0-only OR MIT)', true],
    ['GPL-3.0-only OR AGPL-3.0-only', false],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['toString', false],
    ['MIT OR (GPL-3.0-only AND MIT)', true],
    ['(GPL-3.0-only OR MIT) AND AGPL-3.0-only', false],
    ['', false],
  ])('%j is allowed: %s', (licence, expected) => {
    expect(isAllowed(licence)).toBe(expected);
  });

  it.each([
    ['GPL-3.0-only', 'has the licence “GPL-3.0-only”, which isn’t allowed'],
    [undefined, 'states no licence'],
  ])('%j is a problem of its package', (licence, problem) => {
    expect(checkLicences([aPackage(licence)])).toMatchObject([{ name: 'a', problem }]);
  });

  it('that a package states otherwise than the lock file is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recert-licences-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'node_modules', 'a'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'a', 'package.json'), '{"license":"GPL-3.0-only"}');

    expect(differentWhenInstalled([aPackage('MIT')], folder)).toEqual([
      'a: MIT in package-lock.json, GPL-3.0-only in node_modules/a',
    ]);
  });
});
