import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const File = z.strictObject({ legalForms: z.array(z.string()), words: z.array(z.string()) });

let loaded: ReadonlySet<string> | undefined;

/** Returns the words that do not tell two providers apart: legal forms, and words such as Institute or Foundation. */
export function providerWords(): ReadonlySet<string> {
  if (loaded === undefined) {
    const content: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'provider-words.json'), 'utf8'));
    const { legalForms, words } = File.parse(content);
    loaded = new Set([...legalForms, ...words]);
  }
  return loaded;
}
