import type { Reply } from '../chat/interaction.ts';
import { type Effect, takenBackCard } from '../views/log-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { creditHoldings, creditStanding, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';

/** Takes a record back: the one of the button, or the one logged last. */
export const undo: Command = {
  name: 'undo',
  role: 'member',
  changes: 'at once',
  run: (context) => turn(context, 'undone'),
};

/** Puts a record back that was taken back: the one of the button, or the last one. */
export const restore: Command = {
  name: 'restore',
  role: 'member',
  changes: 'at once',
  run: (context) => turn(context, 'restored'),
};

async function turn(context: Context, what: 'undone' | 'restored'): Promise<Reply> {
  const { data, person, words, now } = context;
  const activity = await activityMeant(context, what);
  const claimed = await data.activities.claimedBy(activity.activityId);
  const isClaimed = (holding: CreditHolding) => claimed.includes(holding.holdingId);
  const before = creditHoldings(await holdingsOf(context)).filter(isClaimed);
  const deletedAt = what === 'undone' ? now : null;
  const changed = await data.activities.setDeleted(person.personId, activity.activityId, deletedAt);
  if (!changed) throw new Refusal(what === 'undone' ? words.log.alreadyUndone : words.log.alreadyThere);
  const after = creditHoldings(await holdingsOf(context)).filter(isClaimed);
  const effects = before.map((holding, index): Effect => {
    const now = after[index] ?? holding;
    const { certification } = holding;
    return { certification, parts: [], before: creditStanding(holding, context), after: creditStanding(now, context) };
  });
  const record = { ...activity, minutes: activity.minutes ?? undefined };
  return { kind: 'card', to: 'sender', card: takenBackCard(what, record, effects, words) };
}

async function activityMeant({ interaction, data, person, words }: Context, what: 'undone' | 'restored') {
  const id = interaction.args.activity;
  if (id !== undefined) {
    const activity = isId(id) ? await data.activities.get(person.personId, id) : null;
    if (activity === null) throw new Refusal(words.log.gone);
    return activity;
  }
  const last = await data.activities.latest(person.personId, what === 'undone' ? 'kept' : 'deleted');
  if (last === null) throw new Refusal(what === 'undone' ? words.log.nothingToUndo : words.log.nothingToRestore);
  return last;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
