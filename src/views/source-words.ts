import type { Fact } from '../chat/card.ts';
import type { Run, Text } from '../chat/text.ts';
import type { Certification } from '../domain/certification.ts';
import { isReadInCopy, noteWithoutCopy } from '../domain/source-copy.ts';
import type { Source } from '../domain/sourced-value.ts';
import type { Words } from '../strings/index.ts';

/**
 * Returns how certain a value is and its sources: `Source: ISC2 website [1], [3]`, each number a link to a page of the body or of a reputable
 * publisher. A copy is named, and never linked.
 */
export function sourceRuns(source: Source, certification: Certification, words: Words): readonly Run[] {
  const { certainty, sources } = source;
  const links = sources.flatMap((key, index): Run[] => {
    const url = sourceAddress(key, certification);
    const label = sourceLabel(key, certification);
    return [index === 0 ? ' ' : ', ', url === undefined ? label : { link: label, url }];
  });
  // The words of `Om` say so themselves.
  const isCopy = certainty !== 'Om' && isReadInCopy(source, certification.unfitSources);
  const copy = isCopy ? [`, ${words.readInCopy}`] : [];
  return [words.certainty(certainty, certification.body), ...links, ...copy];
}

/** Returns the address of a source; undefined if it must not be shown, or there is none. */
export function sourceAddress(key: string, { sources, unfitSources = [] }: SourceList): string | undefined {
  return unfitSources.includes(key) ? undefined : sources[key];
}

type SourceList = Pick<Certification, 'sources' | 'unfitSources'>;

/** Returns the number of a source in its certification: `[1]`. */
export function sourceLabel(key: string, { sources }: Pick<Certification, 'sources'>): string {
  const at = Object.keys(sources).indexOf(key);
  return at < 0 ? key : `[${at + 1}]`;
}

interface FactText {
  readonly label: string;
  readonly text: string;
}

/** A certification whose sources are cited, and the words to cite them with. */
export interface Citation {
  readonly certification: Certification;
  readonly words: Words;
}

/** Returns a fact of the rule card with its certainty, sources and note. */
export function sourcedFact({ label, text }: FactText, source: Source, { certification, words }: Citation): Fact {
  const value: Text = [text, ' (', ...sourceRuns(source, certification, words), ')'];
  const note = words.catalogueText(noteWithoutCopy(source));
  return { label, value: note === '' ? value : [...value, ` ${note}`] };
}
