import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretsOf, settingTable } from '../../src/config.ts';
import { platforms } from '../../src/platforms.ts';

/** The settings that the program knows. */
export const settingRowsOfProgram = settingTable(platforms);

/** Every environment variable that may be given to the image: the settings, and a file for each secret. */
export const knownNames: readonly string[] = [
  ...settingRowsOfProgram.map(({ name }) => name),
  ...secretsOf(settingRowsOfProgram).map((name) => `${name}_FILE`),
];

/** Returns the text of a file in the folder `docker`. */
export function dockerFile(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'docker', name), 'utf8');
}
