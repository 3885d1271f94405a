import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLicences } from './licences.ts';
import { readProductionPackages, text } from './lock-file.ts';
import { cycloneDx } from './sbom.ts';

const root = join(import.meta.dirname, '..');
const own: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [name = '', version = '', licence = ''] = ['name', 'version', 'license'].map((key) => text(own, key));
const bom = cycloneDx({ name, version, licence }, checkLicences(readProductionPackages(root)));
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
