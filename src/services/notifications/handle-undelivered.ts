import type { DeliveryOutcome } from '../../store/notifications/outbox.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { OutboxMessage } from '../../store/notifications/notification-entities.ts';
import type { Words } from '../../strings/index.ts';
import { noticeCard } from '../../views/notifications/message-cards.ts';
import { remedyFor } from './delivery-remedy.ts';
import { notifyAdmins } from './notify-admins.ts';

/** Draws the consequences of a message that did not arrive, or may not have: stops what is of no use, and tells the admins once. */
export async function handleUndelivered(
  message: OutboxMessage,
  outcome: DeliveryOutcome,
  data: WorkspaceData,
  now: Date,
): Promise<void> {
  const { state } = outcome;
  if (state !== 'failed' && state !== 'unknown') return;
  const { reason = '' } = outcome;
  if (state === 'failed') await stopDelivery(message, reason, data, now);
  // What the admins are told about themselves would never end.
  if (message.purpose === 'notice') return;
  const name = message.personId ? (await data.people.get(message.personId))?.name : undefined;
  const team = message.teamId ? (await data.teams.get(message.teamId))?.name : undefined;
  const textIn = (words: Words) => {
    const what = team === undefined ? words.digest.ofPerson(name ?? '') : words.digest.ofTeam(team, message.week);
    return state === 'unknown'
      ? words.digest.noticeUnknown(what)
      : words.digest.noticeFailed(what, reason, remedyFor(reason, words));
  };
  // Of a place or a person that takes nothing any more they hear once, of a doubt each time.
  const matter = state === 'unknown' ? message.messageId : `${message.teamId ?? message.personId} ${reason}`;
  const cardIn = (words: Words) => noticeCard(textIn(words), { messageId: message.messageId, state }, words);
  await notifyAdmins(matter, cardIn, data, now);
}

/** A place that is gone gets no more digests before somebody says where; a person who is gone hears nothing. */
async function stopDelivery(message: OutboxMessage, reason: string, data: WorkspaceData, now: Date): Promise<void> {
  const { teamId, personId, purpose, key, place } = message;
  const isUpdate = message.message !== null && message.message !== undefined;
  if (teamId && purpose === 'digest' && !isUpdate) {
    await data.teams.set(teamId, { digestSince: null, lastError: reason });
    await data.outbox.withdraw({ teamId }, reason, now);
  }
  if (personId && purpose === 'nudge') {
    await data.nudges.withdraw(key, 'unreachable');
    await data.people.forgetAddressAt(personId, place);
  }
}
