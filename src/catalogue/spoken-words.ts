import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const File = z.strictObject({ beside: z.array(z.string()), means: z.record(z.string(), z.string()) });

/** How people name certifications in other words than their bodies do. */
interface SpokenWords {
  /** Words that stand before or after a name and are no part of it: `certification`, `Zertifikat`. */
  readonly beside: readonly string[];
  /** What a word of another language or an abbreviation is in the names of the catalogue: `Rechtsanwalt` is `attorney`. */
  readonly means: Readonly<Record<string, string>>;
}

let loaded: SpokenWords | undefined;

/** Returns the words of `spoken-words.json`, in lower case. */
export function spokenWords(): SpokenWords {
  loaded ??= File.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'spoken-words.json'), 'utf8')));
  return loaded;
}
