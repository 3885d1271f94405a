import type { Form, Option } from '../../chat/form.ts';
import type { SourceNotes } from '../../domain/source-notes.ts';
import type { Words } from '../../strings/index.ts';
import { noteLines } from './source-card.ts';

/** The form that takes a file of opportunities. */
export function opportunityFileForm(files: readonly Option[], state: string, words: Words, problem?: string): Form {
  const phrases = words.opportunity;
  return {
    command: 'sources',
    title: phrases.importTable,
    submit: phrases.onwards,
    parts: [
      { kind: 'text', text: phrases.tableIntro },
      { kind: 'file', name: 'table', label: phrases.tableFile, max: 1, options: files },
    ],
    state,
    ...(problem === undefined ? {} : { errors: { table: problem } }),
  };
}

/** The form that shows what importing a file would add, and what of it isn't read, before anything is saved. */
export function opportunityPreviewForm(
  { titles, notes }: { readonly titles: readonly string[]; readonly notes: SourceNotes },
  state: string,
  words: Words,
): Form {
  const phrases = words.opportunity;
  const lines = [phrases.wouldImport(titles.length), ...titles.slice(0, MAX_TITLES)];
  const unread = noteLines(notes, words);
  return {
    command: 'sources',
    title: phrases.importTable,
    submit: phrases.importIt,
    parts: [
      { kind: 'text', text: lines.join('\n') },
      ...(unread.length === 0
        ? []
        : [{ kind: 'text', text: [`${phrases.notReadTitle}:`, ...unread].join('\n') } as const]),
    ],
    state,
  };
}

/** Titles that are shown of a file. */
const MAX_TITLES = 5;
