import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';

interface FileReference {
  readonly fileId: string;
  readonly name: string;
  /** The command that delivers it once more. */
  readonly command: string;
}

/** The card for a file whose delivery failed or is uncertain, with a button to send it again. */
export function fileFailedCard({ fileId, name, command }: FileReference, words: Words): Card {
  const phrases = words.file;
  return {
    title: phrases.failureTitle,
    blocks: [{ kind: 'text', text: phrases.problem(name) }],
    actions: [{ label: phrases.again, command, args: { file: fileId } }],
  };
}

/** The card for a file that is no longer available. */
export function goneFileCard(words: Words): Card {
  return { title: words.file.goneTitle, blocks: [{ kind: 'text', text: words.file.gone }] };
}

interface PreparedExport {
  readonly rows: number;
  /** The team's name; undefined for a member's own records. */
  readonly team: string | undefined;
}

/** The answer to `export`, sent before the file. */
export function exportCard({ rows, team }: PreparedExport, words: Words): Card {
  const phrases = words.export;
  return {
    title: team === undefined ? phrases.title : phrases.teamTitle(team),
    blocks: [
      { kind: 'text', text: [{ bold: phrases.rows(rows) }] },
      { kind: 'note', text: team === undefined ? phrases.follows : phrases.teamFollows },
    ],
  };
}

/** The card that accompanies the file. */
export function exportFileCard(about: string): Card {
  return { title: about, blocks: [] };
}
