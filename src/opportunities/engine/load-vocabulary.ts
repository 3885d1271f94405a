import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Concept, Vocabulary } from './vocabulary.ts';

interface VocabularyFile {
  readonly field: string;
  readonly groups: readonly { readonly source: string; readonly concepts: readonly Concept[] }[];
}

const FOLDER = join(import.meta.dirname, '..', 'vocabulary');

let loaded: Vocabulary | undefined;

/** Returns the vocabulary, read from its files on the first call. */
export function loadVocabulary(): Vocabulary {
  if (loaded === undefined) {
    const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
    const fields = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.endsWith('-words.json'));
    const concepts = fields.flatMap((name) => {
      const { groups }: VocabularyFile = read(name);
      return groups.flatMap((group) => group.concepts);
    });
    const { source: _, ...common } = read('common-words.json');
    loaded = new Vocabulary(concepts, { common, everyday: read('everyday-words.json') }, read('problem-words.json'));
  }
  return loaded;
}
