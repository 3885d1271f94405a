import type { Reply } from '../chat/reply.ts';
import { Refusal } from '../services/refusal.ts';
import { exportFileCard } from '../views/portability/file-card.ts';
import type { Context } from './command.ts';

/** Delivers a stored file again. Throws `Refusal` if it has expired. */
export async function resendFile(fileId: string, title: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const stored = isId(fileId) ? await data.files.get(person.personId, fileId, now) : undefined;
  if (stored === undefined) throw new Refusal(words.file.gone);
  context.effects.defer({ kind: 'deliver-file', fileId, card: exportFileCard(stored.name) });
  const note = { kind: 'note', text: words.export.follows } as const;
  return { kind: 'card', to: 'sender', card: { title, blocks: [note] } };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
