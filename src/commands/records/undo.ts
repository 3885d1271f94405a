import type { Reply } from '../../chat/reply.ts';
import { restoreProof } from '../../services/evidence/attach-proof.ts';
import { findEditableRecordOrRefuse, findRecordOrRefuse } from '../../services/records/find-record.ts';
import {
  findRemovedProofs,
  findRestorableRecord,
  findTrash,
  type MovedRecord,
  restoreRecord,
  trashRecord,
  undoRecord,
} from '../../services/records/trash-record.ts';
import { findLastAct, findLoggedRecord, undoAct } from '../../services/records/undo-act.ts';
import type { Activity } from '../../store/entities.ts';
import type { Words } from '../../strings/index.ts';
import { confirmRecordCard } from '../../views/records/confirm-record-card.ts';
import { type UndoneRecord, undoneCard } from '../../views/records/log-card.ts';
import { showCard } from '../../views/records/show-card.ts';
import { trashCard } from '../../views/records/trash-card.ts';
import { undoCard, undoneActCard } from '../../views/records/undo-card.ts';
import type { Command, Context } from '../command.ts';

/** Says what would be undone, the person's last act, with a button. A button undoes the act or the record that it names. */
export const undo: Command = {
  name: 'undo',
  role: 'member',
  writes: 'always',
  confirmsGuess: true,
  async run(context): Promise<Reply> {
    const { args, words } = context.request;
    const record = args.activity ?? (args.act === undefined ? undefined : await findLoggedRecord(args.act, context));
    if (record !== undefined) return reply('undone', await undoRecord(record, context), words);
    if (args.act !== undefined) {
      const undone = await undoAct(args.act, context);
      return { kind: 'card', to: 'sender', card: undoneActCard(undone, words) };
    }
    const { act, final } = await findLastAct(context);
    return { kind: 'card', to: 'sender', card: undoCard(act, final, words) };
  },
};

/** Moves a record to the trash: the one of the button, the last one, or the one with this title. */
export const deleteRecord: Command = {
  name: 'delete',
  role: 'member',
  writes: 'always',
  confirmsGuess: true,
  async run(context) {
    const record = await findRecordOrRefuse(context);
    if (context.request.isGuess) return confirm('delete', record, context);
    const moved = await trashRecord(record, context);
    return reply('deleted', moved, context.request.words);
  },
};

/** Restores a record that was undone or deleted: the one of the button, the one with this title, or the last one. A button may also name a removed proof. */
export const restore: Command = {
  name: 'restore',
  role: 'member',
  writes: 'always',
  confirmsGuess: true,
  async run(context) {
    const { args, words, isGuess } = context.request;
    if (args.proof !== undefined) return putBackProof(args.proof, context);
    const record = await findRestorableRecord(context);
    if (isGuess) return confirm('restore', record, context);
    return reply('restored', await restoreRecord(record, context), words);
  },
};

/** Lists deleted records, the latest first, with the date until which they can be restored. */
export const trash: Command = {
  name: 'trash',
  role: 'member',
  writes: 'never',
  async run(context) {
    const trashed = { records: await findTrash(context), proofs: await findRemovedProofs(context) };
    return { kind: 'card', to: 'sender', card: trashCard(trashed, context.request.words) };
  },
};

async function putBackProof(proofId: string, context: Context): Promise<Reply> {
  const { words } = context.request;
  const details = await restoreProof(await findEditableRecordOrRefuse(context), proofId, context);
  const card = showCard({ ...details, names: new Map(), versions: [] }, words);
  return { kind: 'card', to: 'sender', card: { ...card, title: `${words.proof.restored}: ${card.title}` } };
}

/** Names the record before anything happens to it. */
function confirm(what: 'delete' | 'restore', record: Activity, { request }: Context): Reply {
  return { kind: 'card', to: 'sender', card: confirmRecordCard(what, record, request.words) };
}

function reply(what: UndoneRecord['what'], { record, effects, retention }: MovedRecord, words: Words): Reply {
  const { until, mustKeep } = retention;
  const note = mustKeep ? words.record.mustKeep(until) : words.record.restorableUntil(until);
  return { kind: 'card', to: 'sender', card: undoneCard({ what, record, note }, effects, words) };
}
