import { mendFor } from '../commands/mend.ts';
import type { Outcome } from '../store/outbox.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { OutboxMessage } from '../store/team-entities.ts';
import { type Words, wordsFor } from '../strings/index.ts';
import { noticeCard } from '../views/message-cards.ts';

/** More admins need not hear of one thing. */
const MOST_ADMINS = 3;

/** Draws the consequences of a message that did not arrive, or may not have: stops what is of no use, and tells the admins once. */
export async function report(message: OutboxMessage, outcome: Outcome, data: WorkspaceData, now: Date): Promise<void> {
  const { state } = outcome;
  if (state !== 'failed' && state !== 'unknown') return;
  const { reason = '' } = outcome;
  if (state === 'failed') await stop(message, reason, data, now);
  // What the admins are told about themselves would never end.
  if (message.purpose === 'notice') return;
  const name = message.personId ? (await data.people.get(message.personId))?.name : undefined;
  const team = message.teamId ? (await data.teams.get(message.teamId))?.name : undefined;
  const textIn = (words: Words) => {
    const what = team === undefined ? words.digest.ofPerson(name ?? '') : words.digest.ofTeam(team, message.week);
    return state === 'unknown'
      ? words.digest.noticeUnknown(what)
      : words.digest.noticeFailed(what, reason, mendFor(reason, words));
  };
  // Of a place or a person that takes nothing any more they hear once, of a doubt each time.
  const matter = state === 'unknown' ? message.messageId : `${message.teamId ?? message.personId} ${reason}`;
  for (const admin of await adminsOf(data)) {
    const [place] = await data.people.addressesOf(admin.personId);
    if (place === undefined) continue;
    const words = wordsFor(admin.locale);
    const card = noticeCard(textIn(words), { messageId: message.messageId, state }, words);
    const key = `notice ${matter} ${admin.personId}`;
    await data.outbox.plan({ key, purpose: 'notice', place, card, personId: admin.personId }, now);
  }
}

/** A place that is gone gets no more digests before somebody says where; a person who is gone hears nothing. */
async function stop(message: OutboxMessage, reason: string, data: WorkspaceData, now: Date): Promise<void> {
  const { teamId, personId, purpose, key, place } = message;
  const isUpdate = message.message !== null && message.message !== undefined;
  if (teamId && purpose === 'digest' && !isUpdate) {
    await data.teams.set(teamId, { digestSince: null, trouble: reason });
    await data.outbox.withdraw({ teamId }, reason, now);
  }
  if (personId && purpose === 'nudge') {
    await data.nudges.withdraw(key, 'unreachable');
    await data.people.unreachableAt(personId, place);
  }
}

async function adminsOf({ people, preferences }: WorkspaceData) {
  const admins = await people.some({ role: 'admin' });
  const wishes = await preferences.some(admins.map(({ personId }) => personId));
  return admins.filter(({ personId }) => !wishes.get(personId)?.leftOn).slice(0, MOST_ADMINS);
}
