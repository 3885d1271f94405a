import type { Card } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';

interface Named {
  readonly fileId: string;
  readonly name: string;
  /** The command that delivers it once more. */
  readonly command: string;
}

/** Says that a file did not certainly arrive, and offers another try. */
export function fileTroubleCard({ fileId, name, command }: Named, words: Words): Card {
  const say = words.file;
  return {
    title: say.troubleTitle,
    blocks: [{ kind: 'text', text: say.trouble(name) }],
    actions: [{ label: say.again, command, args: { file: fileId } }],
  };
}

/** Says that a file does not wait any more. */
export function goneFileCard(words: Words): Card {
  return { title: words.file.goneTitle, blocks: [{ kind: 'text', text: words.file.gone }] };
}

/** The answer to `export`, before the file comes. */
export function exportCard(rows: number, fileId: string, team: string | undefined, words: Words): Card {
  const say = words.export;
  return {
    title: team === undefined ? say.title : say.teamTitle(team),
    blocks: [
      { kind: 'text', text: [{ bold: say.rows(rows) }] },
      { kind: 'note', text: team === undefined ? say.follows : say.teamFollows },
    ],
    actions: [{ label: words.file.again, command: 'export', args: { file: fileId } }],
  };
}

/** What comes with the file. */
export function exportFileCard(about: string): Card {
  return { title: about, blocks: [] };
}
