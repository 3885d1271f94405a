import type { OutboxMessage } from '../../store/notifications/notification-entities.ts';
import type { DeliveryOutcome } from '../../store/notifications/outbox.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { noticeCard } from '../../views/notifications/message-cards.ts';
import { remedyFor } from './delivery-remedy.ts';
import { notifyAdmins } from './notify-admins.ts';

/** The repositories of a workspace and the time of a change. */
interface TimedData {
  readonly data: WorkspaceData;
  readonly now: Date;
}

/** Handles a message that failed or may not have arrived: stops further messages to its place and notifies the admins. */
export async function handleUndelivered(
  message: OutboxMessage,
  outcome: DeliveryOutcome,
  { data, now }: TimedData,
): Promise<void> {
  const { state } = outcome;
  if (state !== 'failed' && state !== 'unknown') return;
  const { reason = '' } = outcome;
  if (state === 'failed') await stopDelivery(message, reason, { data, now });
  // A failed notice to an admin would cause another notice without end.
  if (message.purpose === 'notice') return;
  const name = message.personId ? (await data.people.get(message.personId))?.name : undefined;
  const team = message.teamId ? (await data.teams.get(message.teamId))?.name : undefined;
  const textIn = (words: Words) => {
    const what = team === undefined ? words.digest.ofPerson(name ?? '') : words.digest.ofTeam(team, message.week);
    return state === 'unknown'
      ? words.digest.noticeUnknown(what)
      : words.digest.noticeFailed(what, reason, remedyFor(reason, words));
  };
  // A failure is reported once per place and reason, an uncertain delivery each time.
  const topic = state === 'unknown' ? message.messageId : `${message.teamId ?? message.personId} ${reason}`;
  const cardIn = (words: Words) => noticeCard(textIn(words), { messageId: message.messageId, state }, words);
  await notifyAdmins(topic, cardIn, { data, now });
}

/** Stops the digests of a channel until it is set again, and forgets the address of a person who can't be reached. */
async function stopDelivery(message: OutboxMessage, reason: string, { data, now }: TimedData): Promise<void> {
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
