import type { Reply } from '../chat/interaction.ts';
import { type Day, dayIn } from '../domain/calendar.ts';
import type { Activity } from '../store/entities.ts';
import { type Effect, takenBackCard } from '../views/log-card.ts';
import { trashCard } from '../views/trash-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { creditHoldings, creditStanding, holdingsOf } from './held.ts';
import { deletedUntil, UNDO_MS } from './kept-until.ts';
import type { CreditHolding } from './member-holding.ts';
import { recordMeant } from './record-meant.ts';

const MOST_SHOWN = 10;

/** Takes a record back that was logged within ten minutes: the one of the button, or the one logged last. */
export const undo: Command = {
  name: 'undo',
  role: 'member',
  changes: 'at once',
  async run(context) {
    const { data, person, words, now, interaction } = context;
    const id = interaction.args.activity;
    const record =
      id === undefined ? await data.activities.latest(person.personId, 'kept') : await recordMeant(context, id);
    if (record === null) throw new Refusal(words.log.nothingToUndo);
    const age = now.getTime() - record.createdAt.getTime();
    if (record.deletedAt === null && age >= UNDO_MS)
      throw new Refusal(words.record.tooLate(words.record.ago(Math.floor(age / 60_000))));
    return turn(record, 'undone', context);
  },
};

/** Moves a record to the trash: the one of the button, the last one, or the one whose title is given. */
export const deleteRecord: Command = {
  name: 'delete',
  role: 'member',
  changes: 'at once',
  run: async (context) => turn(await recordMeant(context), 'deleted', context),
};

/** Puts a record back that was taken back or deleted: the one of the button, or the last one. */
export const restore: Command = {
  name: 'restore',
  role: 'member',
  changes: 'at once',
  async run(context) {
    const { data, person, words, interaction } = context;
    const id = interaction.args.activity;
    const record =
      id === undefined ? await data.activities.latest(person.personId, 'deleted') : await recordMeant(context, id);
    if (record === null) throw new Refusal(words.log.nothingToRestore);
    return turn(record, 'restored', context);
  },
};

/** What was deleted, the last one first, and until when it can be put back. */
export const trash: Command = {
  name: 'trash',
  role: 'member',
  changes: 'never',
  async run(context) {
    const { data, person, words } = context;
    const found = await data.records.find(person.personId, { words: [], deleted: true, skip: 0, limit: MOST_SHOWN });
    const items = await Promise.all(
      found.map(async ({ activityId, title }) => {
        const record = (await data.activities.get(person.personId, activityId)) as Activity;
        return { activityId, title, ...(await endOf(record, context)) };
      }),
    );
    return { kind: 'card', to: 'sender', card: trashCard(items, words) };
  },
};

async function endOf(record: Activity, context: Context): Promise<{ deletedOn: Day; until: Day }> {
  const zone = context.person.zone ?? context.data.workspace.zone;
  const { until } = await deletedUntil(record, context);
  return { deletedOn: dayIn(zone, record.deletedAt ?? context.now), until };
}

async function turn(record: Activity, what: 'undone' | 'deleted' | 'restored', context: Context): Promise<Reply> {
  const { data, person, words, now } = context;
  const { activityId } = record;
  const claimed = await data.activities.claimsOf(activityId);
  const isClaimed = ({ holdingId }: CreditHolding) => claimed.some((claim) => claim.holdingId === holdingId);
  const before = creditHoldings(await holdingsOf(context)).filter(isClaimed);
  const deletedAt = what === 'restored' ? null : now;
  if (!(await data.activities.setDeleted(person.personId, activityId, deletedAt)))
    throw new Refusal(what === 'restored' ? words.log.alreadyThere : words.log.alreadyUndone);
  const after = creditHoldings(await holdingsOf(context)).filter(isClaimed);
  const effects = before.map((holding, index): Effect => {
    const now = after[index] ?? holding;
    const { certification } = holding;
    const standings = { before: creditStanding(holding, context), after: creditStanding(now, context) };
    return { certification, parts: [], entry: activityId, ...standings };
  });
  const { until, mustKeep } = await deletedUntil({ ...record, deletedAt: now }, context);
  const note = mustKeep ? words.record.mustKeep(until) : words.record.keptUntil(until);
  return { kind: 'card', to: 'sender', card: takenBackCard({ what, record, note }, effects, words) };
}
