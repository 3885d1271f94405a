import type { Source } from './sourced-value.ts';

/** How notes of the catalogue say in English that a value was read in a copy; people read it in their own language. */
const COPY_NOTE = /\s*\bRead in a copy(?:; the body['’]s own page was not opened)?\.(?=\s|$)/u;

/** Returns whether a value was read in a copy of the page that its source names. */
export function isReadInCopy({ certainty, sources, note = '' }: Source, unfitSources: readonly string[] = []): boolean {
  return certainty === 'Om' || COPY_NOTE.test(note) || sources.some((key) => unfitSources.includes(key));
}

/** Returns the note of a value without the sentence that it was read in a copy. */
export function noteWithoutCopy({ note = '' }: Pick<Source, 'note'>): string {
  return note.replace(COPY_NOTE, '').trim();
}
