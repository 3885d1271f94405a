import type { Run } from '../chat/text.ts';
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
