import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Certification } from '../domain/certification.ts';

/** Certifications by what people type. */
export interface Search {
  find(text: string): Certification | undefined;
  search(typed: string, limit: number): readonly Certification[];
  candidates(text: string): readonly Certification[];
  namesakes(text: string): readonly Certification[];
}

/** More than one body has, so that all certifications of a body can be chosen from. */
const MAX_CANDIDATES = 100;

/** Not the body: it fits all its certifications alike. */
const OWN_WORDS = ['short', 'folded', 'aliases', 'name'];

/** Maximum characters of a search text, because comparing longer ones with every name is slow. */
const MAX_TYPED_LENGTH = 100;

/** Indexes certifications; throws when one word would find two of them. */
export function searchOver(all: readonly Certification[]): Search {
  const exact = byExactWord(all);
  const index = indexOf(all);
  const ranked = (text: string, options: SearchOptions) =>
    index.search(text, options).flatMap(({ id }) => exact.get(fold(id)) ?? []);

  const find = (text: string) => exact.get(fold(text));
  const nearest = (text: string) => {
    if (text.length > MAX_TYPED_LENGTH) return undefined;
    const options = { fields: OWN_WORDS };
    return find(text) ?? ranked(text, { ...options, combineWith: 'AND' })[0] ?? ranked(text, options)[0];
  };
  return {
    find,
    search(typed, limit) {
      if (typed.trim() === '') return all.slice(0, limit);
      const found = find(typed);
      const first = found === undefined ? [] : [found];
      return [...new Set([...first, ...ranked(typed, { combineWith: 'AND' })])].slice(0, limit);
    },
    candidates(text) {
      if (text.length > MAX_TYPED_LENGTH) return [];
      const asTyped = ranked(text, { combineWith: 'AND', fuzzy: false });
      const similar = asTyped.length > 0 ? asTyped : ranked(text, { combineWith: 'AND' });
      const all = similar.length > 0 ? similar : [nearest(text)].filter((one) => one !== undefined);
      return all.slice(0, MAX_CANDIDATES);
    },
    namesakes(text) {
      const found = find(text);
      const word = fold(text);
      return found === undefined ? [] : all.filter((one) => one !== found && namesWithoutBody(one).includes(word));
    },
  };
}

/** `CIPP/E` and `cippe` are the same name, but `OSCP+` and `OSCP` are different certifications. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf({ code, short, name, aliases }: Certification): Set<string> {
  return new Set([code, short, name, ...aliases].map(fold));
}

/** `CSA` of `ServiceNow CSA`, which is what its holders call it. */
function namesWithoutBody({ short, aliases, body }: Certification): readonly string[] {
  return [short, ...aliases].flatMap((name) => {
    const [first = '', ...rest] = name.split(' ');
    return rest.length > 0 && body.toLowerCase().startsWith(first.toLowerCase()) ? [fold(rest.join(' '))] : [];
  });
}

function byExactWord(all: readonly Certification[]): Map<string, Certification> {
  const found = new Map<string, Certification>();
  for (const certification of all) {
    for (const word of wordsOf(certification)) {
      const other = found.get(word);
      if (other) throw new Error(`'${word}' must find one certification, not ${other.code} and ${certification.code}.`);
      found.set(word, certification);
    }
  }
  return found;
}

function indexOf(all: readonly Certification[]): MiniSearch {
  const tokenize = MiniSearch.getDefault('tokenize');
  const index = new MiniSearch({
    idField: 'code',
    fields: [...OWN_WORDS, 'body'],
    tokenize: (text) => tokenize(text.replaceAll('+', ' plus')),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { short: 4, folded: 3, aliases: 2 } },
  });
  index.addAll(
    all.map(({ code, short, name, body, aliases }) => {
      return { code, short, name, body, aliases: aliases.join(' '), folded: fold(short) };
    }),
  );
  return index;
}
