import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Certification } from '../domain/certification.ts';
import { fold } from './names.ts';

/** Returns the certifications that a text finds, the best first. */
export type Ranked = (text: string, options: SearchOptions) => readonly Certification[];

/** Indexes the names and bodies of certifications. Words may be typed in part or with a slip unless the options say otherwise. */
export function searchIndexOf(all: readonly Certification[]): Ranked {
  const tokenize = MiniSearch.getDefault('tokenize');
  const byCode = new Map(all.map((certification) => [certification.code, certification]));
  const index = new MiniSearch({
    idField: 'code',
    fields: ['short', 'folded', 'aliases', 'name', 'body'],
    tokenize: (text) => tokenize(text.replaceAll('+', ' plus')),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { short: 4, folded: 3, aliases: 2 } },
  });
  index.addAll(
    all.map(({ code, short, name, body, aliases }) => {
      return { code, short, name, body, aliases: aliases.join(' '), folded: fold(short) };
    }),
  );
  return (text, options) => index.search(text, options).flatMap(({ id }) => byCode.get(id) ?? []);
}
