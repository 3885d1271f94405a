import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from './generate/pages.ts';

for (const [name, text] of Object.entries(generatedPages())) {
  writeFileSync(join(import.meta.dirname, name), text);
  process.stdout.write(`${join('docs', name)} is up to date.\n`);
}
