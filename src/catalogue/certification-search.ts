import type { Certification } from '../domain/certification.ts';
import { searchIndexOf } from './certification-index.ts';
import { candidatesFor } from './name-candidates.ts';
import { fold, foldedNames, namesWithoutBody, withoutBody, withoutWordsBeside } from './names.ts';

/** Certifications by what people type. */
export interface Search {
  find(text: string): Certification | undefined;
  identify(text: string): Certification | undefined;
  search(typed: string, limit: number): readonly Certification[];
  candidates(text: string): readonly Certification[];
  namesakes(text: string): readonly Certification[];
}

/** Indexes certifications; throws when one word would find two of them. */
export function searchOver(all: readonly Certification[]): Search {
  const exact = byExactName(all);
  const ranked = searchIndexOf(all);
  const bodies = [...new Set(all.map(({ body }) => body))];
  const find = (text: string) => exact.get(fold(text));
  const namesakes = (text: string) => {
    const found = find(text);
    if (found === undefined) return [];
    return all.filter((one) => one !== found && isCalled(one, { word: fold(text), body: found.body }));
  };
  return {
    find,
    namesakes,
    identify(text) {
      const bare = withoutWordsBeside(text);
      for (const name of [text, bare])
        if (find(name) !== undefined) return namesakes(name).length > 0 ? undefined : find(name);
      for (const body of bodies) {
        const found = find(withoutBody(bare, body) ?? '');
        if (found?.body === body) return found;
      }
      return undefined;
    },
    search(typed, limit) {
      if (typed.trim() === '') return all.slice(0, limit);
      const found = find(typed);
      const first = found === undefined ? [] : [found];
      return [...new Set([...first, ...ranked(typed, { combineWith: 'AND' })])].slice(0, limit);
    },
    candidates: (text) => candidatesFor(text, { all, ranked }),
  };
}

/** By a name without its body, or by the first word of a body: `PCI` is a certification of ASIS, and the PCI Security Standards Council. */
function isCalled(one: Certification, { word, body }: { readonly word: string; readonly body: string }): boolean {
  const ofBody = one.body !== body && fold(one.body.split(' ')[0] ?? '') === word;
  return ofBody || namesWithoutBody(one).includes(word);
}

function byExactName(all: readonly Certification[]): Map<string, Certification> {
  const found = new Map<string, Certification>();
  for (const certification of all) {
    for (const name of foldedNames(certification)) {
      const other = found.get(name);
      if (other) throw new Error(`'${name}' must find one certification, not ${other.code} and ${certification.code}.`);
      found.set(name, certification);
    }
  }
  return found;
}
