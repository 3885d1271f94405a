import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLicences, differentWhenInstalled } from './licences.ts';
import { licencesPage } from './licences-page.ts';
import { readProductionPackages } from './lock-file.ts';

const root = join(import.meta.dirname, '..');
const packages = readProductionPackages(root);
const checked = checkLicences(packages);
const problems = [
  ...checked.flatMap(({ name, version, problem }) => (problem === undefined ? [] : [`${name} ${version} ${problem}.`])),
  ...differentWhenInstalled(packages, root),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length === 0) {
  writeFileSync(join(root, 'docs', 'licences.md'), licencesPage(checked));
  process.stdout.write(`docs/licences.md is up to date: ${packages.length} packages.\n`);
} else {
  process.stderr.write(
    'Replace the package, or allow its licence in supply-chain/licences.ts with what it asks for.\n',
  );
  process.exitCode = 1;
}
