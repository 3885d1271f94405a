import type { Reply } from '../../chat/reply.ts';
import { type Day, dayIn } from '../../domain/calendar.ts';
import { creditHoldings, creditStandingToday, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { findRecordOrRefuse } from '../../services/records/find-record.ts';
import { trashRetention, UNDO_WINDOW_MS } from '../../services/records/record-retention.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Activity } from '../../store/entities.ts';
import { type ClaimEffect, undoneCard } from '../../views/records/log-card.ts';
import { trashCard } from '../../views/records/trash-card.ts';
import type { Command, Context } from '../command.ts';

const MAX_SHOWN = 10;

/** Undoes a record that was logged in the last ten minutes: the one of the button, or the last one. */
export const undo: Command = {
  name: 'undo',
  role: 'member',
  writes: 'always',
  async run(context) {
    const { request, data } = context;
    const { person, words, now } = request;
    const id = request.args.activity;
    const record =
      id === undefined ? await data.activities.latest(person.personId, 'kept') : await findRecordOrRefuse(context, id);
    if (record === null) throw new Refusal(words.log.nothingToUndo);
    const age = now.getTime() - record.createdAt.getTime();
    if (record.deletedAt === null && age >= UNDO_WINDOW_MS)
      throw new Refusal(words.record.tooLate(words.record.ago(Math.floor(age / 60_000))));
    return setDeleted(record, 'undone', context);
  },
};

/** Moves a record to the trash: the one of the button, the last one, or the one with this title. */
export const deleteRecord: Command = {
  name: 'delete',
  role: 'member',
  writes: 'always',
  async run(context) {
    return setDeleted(await findRecordOrRefuse(context), 'deleted', context);
  },
};

/** Restores a record that was undone or deleted: the one of the button, or the last one. */
export const restore: Command = {
  name: 'restore',
  role: 'member',
  writes: 'always',
  async run(context) {
    const { request, data } = context;
    const { person, words } = request;
    const id = request.args.activity;
    const record =
      id === undefined
        ? await data.activities.latest(person.personId, 'deleted')
        : await findRecordOrRefuse(context, id);
    if (record === null) throw new Refusal(words.log.nothingToRestore);
    return setDeleted(record, 'restored', context);
  },
};

/** Lists deleted records, the latest first, with the date until which they can be restored. */
export const trash: Command = {
  name: 'trash',
  role: 'member',
  writes: 'never',
  async run({ request, data, effects }) {
    const { person, words } = request;
    const found = await data.records.find(person.personId, { words: [], deleted: true, skip: 0, limit: MAX_SHOWN });
    const items = await Promise.all(
      found.map(async ({ activityId, title }) => {
        const record = (await data.activities.get(person.personId, activityId)) as Activity;
        return { activityId, title, ...(await retentionOf(record, { request, data, effects })) };
      }),
    );
    return { kind: 'card', to: 'sender', card: trashCard(items, words) };
  },
};

async function retentionOf(record: Activity, context: Context): Promise<{ deletedOn: Day; until: Day }> {
  const zone = context.request.person.zone ?? context.data.workspace.zone;
  const { until } = await trashRetention(record, context.data, context.request.now);
  return { deletedOn: dayIn(zone, record.deletedAt ?? context.request.now), until };
}

async function setDeleted(record: Activity, what: 'undone' | 'deleted' | 'restored', context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const { activityId } = record;
  const claimed = await data.activities.claimsOf(activityId);
  const isClaimed = ({ holdingId }: CreditHolding) => claimed.some((claim) => claim.holdingId === holdingId);
  const before = creditHoldings(await findHoldings(context.request.person, context.data)).filter(isClaimed);
  const deletedAt = what === 'restored' ? null : now;
  if (!(await data.activities.setDeleted(person.personId, activityId, deletedAt)))
    throw new Refusal(what === 'restored' ? words.log.alreadyThere : words.log.alreadyUndone);
  const after = creditHoldings(await findHoldings(context.request.person, context.data)).filter(isClaimed);
  const effects = before.map((holding, index): ClaimEffect => {
    const now = after[index] ?? holding;
    const { certification } = holding;
    const standings = { before: creditStandingToday(holding, context), after: creditStandingToday(now, context) };
    return { certification, parts: [], entry: activityId, ...standings };
  });
  const { until, mustKeep } = await trashRetention({ ...record, deletedAt: now }, data, now);
  const note = mustKeep ? words.record.mustKeep(until) : words.record.restorableUntil(until);
  return { kind: 'card', to: 'sender', card: undoneCard({ what, record, note }, effects, words) };
}
