import type { Catalogue } from '../../catalogue/index.ts';
import type { Certification } from '../../domain/certification.ts';

/** The certifications that a sentence names, in its order, and its other words. */
export interface CertificationNames {
  readonly certifications: readonly Certification[];
  readonly rest: string;
}

/** Maximum words of a name; longer names are written by their initials in a sentence. */
const MAX_WORDS = 6;
/** Names of certifications that are ordinary words as well, so they count in capitals only. */
const ORDINARY_WORDS: ReadonlySet<string> = new Set(['app', 'cap', 'capa', 'cia', 'ea', 'ess', 'grid']);

/** Finds certifications named anywhere in a sentence: `am I behind on my cissp?`. */
export function findCertificationNames(sentence: string, catalogue: Pick<Catalogue, 'find'>): CertificationNames {
  const words = sentence.split(/\s+/u).flatMap((word) => partsOf(word, catalogue));
  const certifications = new Map<string, Certification>();
  const rest: string[] = [];
  for (let index = 0; index < words.length; ) {
    const found = nameAt(words, index, catalogue);
    if (found === undefined) rest.push(words[index] ?? '');
    else certifications.set(found.certification.code, found.certification);
    index += found?.length ?? 1;
  }
  return { certifications: [...certifications.values()], rest: rest.join(' ').trim() };
}

/** The longest name that begins at a word. */
function nameAt(words: readonly string[], index: number, catalogue: Pick<Catalogue, 'find'>) {
  for (let length = Math.min(MAX_WORDS, words.length - index); length > 0; length -= 1) {
    const name = bare(words.slice(index, index + length).join(' '));
    const certification = name === '' || ORDINARY_WORDS.has(name) ? undefined : catalogue.find(name);
    if (certification !== undefined) return { certification, length };
  }
  return undefined;
}

/** `CIPP/E` is one name, `cissp/ccsp` are two. */
function partsOf(word: string, { find }: Pick<Catalogue, 'find'>): readonly string[] {
  const parts = word.split(/[/,;&]/u);
  return parts.length > 1 && find(bare(word)) === undefined && parts.some((one) => find(bare(one))) ? parts : [word];
}

/** A name without the marks around it; `+` is a part of names. */
function bare(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/['’]s$/iu, '')
    .replace(/[^\p{L}\p{N}+]+$/u, '');
}
