import type { Reply } from '../../chat/reply.ts';
import {
  exportOwnRecords,
  exportTeamRecords,
  requestPersonalArchive,
} from '../../services/portability/export-records.ts';
import { exportCard, exportFileCard } from '../../views/portability/file-card.ts';
import { answerCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

/**
 * Sends a member their own records as a file, or a team's records to its managers. With the id of a file that could not be
 * delivered, sends that file again.
 */
export const exportRecords: Command = {
  name: 'export',
  role: 'member',
  writes: 'always',
  async run(context) {
    const { words, args } = context.request;
    const { file, text = '' } = args;
    if (file !== undefined) return resendFile(file, words.export.title, context);
    if (/^(?:mine|everything|all)$/iu.test(text.trim())) return exportEverything(context);
    const [, team] = /^team\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    const exported = team === undefined ? await exportOwnRecords(context) : await exportTeamRecords(team, context);
    const card = exportCard(exported, words);
    const fileCard = exportFileCard(words.export.about(card.title, exported.rows));
    context.effects.defer({ kind: 'deliver-file', fileId: exported.fileId, card: fileCard });
    return { kind: 'card', to: 'sender', card };
  },
};

/** Makes an archive of everything about the member and delivers it after the reply. */
function exportEverything(context: Context): Reply {
  const { words } = context.request;
  context.effects.defer({ kind: 'make-pack', request: requestPersonalArchive(context) });
  return { kind: 'card', to: 'sender', card: answerCard(words.pack.begun, words.pack.mine) };
}
