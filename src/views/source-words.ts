import type { Fact } from '../chat/card.ts';
import type { Run, Text } from '../chat/text.ts';
import type { Certification } from '../domain/certification.ts';
import type { Source } from '../domain/sourced.ts';
import type { Words } from '../strings/index.ts';

/** How a value is known and where to read it: `Source: ISC2 website [1], [3]`, each number a link. */
export function sourceRuns({ certainty, sources }: Source, certification: Certification, words: Words): readonly Run[] {
  const links = sources.flatMap((key, index): Run[] => {
    const url = certification.sources[key];
    const label = sourceLabel(key, certification);
    return [index === 0 ? ' ' : ', ', url === undefined ? label : { link: label, url }];
  });
  return [words.certainty(certainty, certification.body), ...links];
}

/** A source by its number among those of its certification: `[1]`. */
export function sourceLabel(key: string, { sources }: Pick<Certification, 'sources'>): string {
  const at = Object.keys(sources).indexOf(key);
  return at < 0 ? key : `[${at + 1}]`;
}

/** A line of the rule card: what is known, how it is known, and what is to be said about that. */
export function sourcedFact(
  label: string,
  text: readonly Run[],
  source: Source,
  certification: Certification,
  words: Words,
): Fact {
  const value: Text = [...text, ' (', ...sourceRuns(source, certification, words), ')'];
  return { label, value: source.note === undefined ? value : [...value, ` ${source.note}`] };
}
