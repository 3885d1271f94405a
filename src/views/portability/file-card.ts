import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';

interface FileReference {
  readonly fileId: string;
  readonly name: string;
  /** The command that delivers it once more. */
  readonly command: string;
}

/** Says that a file did not certainly arrive, and offers another try. */
export function fileFailedCard({ fileId, name, command }: FileReference, words: Words): Card {
  const phrases = words.file;
  return {
    title: phrases.troubleTitle,
    blocks: [{ kind: 'text', text: phrases.problem(name) }],
    actions: [{ label: phrases.again, command, args: { file: fileId } }],
  };
}

/** Says that a file does not wait any more. */
export function goneFileCard(words: Words): Card {
  return { title: words.file.goneTitle, blocks: [{ kind: 'text', text: words.file.gone }] };
}

/** The answer to `export`, before the file comes. */
export function exportCard(rows: number, fileId: string, team: string | undefined, words: Words): Card {
  const phrases = words.export;
  return {
    title: team === undefined ? phrases.title : phrases.teamTitle(team),
    blocks: [
      { kind: 'text', text: [{ bold: phrases.rows(rows) }] },
      { kind: 'note', text: team === undefined ? phrases.follows : phrases.teamFollows },
    ],
    actions: [{ label: words.file.again, command: 'export', args: { file: fileId } }],
  };
}

/** What comes with the file. */
export function exportFileCard(about: string): Card {
  return { title: about, blocks: [] };
}
