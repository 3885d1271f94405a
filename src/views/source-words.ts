import type { Fact } from '../chat/card.ts';
import type { Run, Text } from '../chat/text.ts';
import type { Certification } from '../domain/certification.ts';
import type { Source } from '../domain/sourced.ts';
import type { Words } from '../strings/index.ts';

/** How a value is known and where to read it: `read on the body’s own page: I1, I3`, each a link. */
export function sourceRuns({ certainty, sources }: Source, certification: Certification, words: Words): readonly Run[] {
  const links = sources.flatMap((key, index): Run[] => {
    const url = certification.sources[key];
    const run: Run = url === undefined ? key : { link: key, url };
    return index === 0 ? [': ', run] : [', ', run];
  });
  return [words.certainty(certainty), ...links];
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
