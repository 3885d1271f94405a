import { randomUUID } from 'node:crypto';
import { withLanguage } from '../../chat/platform-phrases.ts';
import type { OutboxMessage } from '../../store/notifications/notification-entities.ts';
import type { DeliveryOutcome } from '../../store/notifications/outbox.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { noticeCard } from '../../views/notifications/message-cards.ts';
import { fileFailedCard } from '../../views/portability/file-card.ts';
import { lineCard } from '../../views/text-card.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { remedyFor } from './delivery-remedy.ts';
import { notifyAdmins } from './notify-admins.ts';

/** The repositories of a workspace and the time of a change. */
interface TimedData {
  readonly data: WorkspaceData;
  readonly now: Date;
}

/**
 * Handles a message that failed or may not have arrived: stops further messages to its place, and notifies the admins; or, for a file and the
 * announcement of a digest, the person who asked for it.
 */
export async function handleUndelivered(
  message: OutboxMessage,
  outcome: DeliveryOutcome,
  { data, now }: TimedData,
): Promise<void> {
  const { state } = outcome;
  if (state !== 'failed' && state !== 'unknown') return;
  // A correction that the platform doesn't take leaves the digest as it was posted.
  if (message.purpose === 'digest' && message.message !== null && message.key.includes(' corrected ')) return;
  const { reason = '' } = outcome;
  if (state === 'failed') await stopDelivery(message, reason, { data, now });
  switch (message.purpose) {
    case 'file':
      return offerFileAgain(message, { data, now });
    case 'notice':
      if (message.teamId) await reportAnnouncement(message, reason, { data, now });
      return;
    // A failed notice about a notice would cause another one without end.
    case 'answer':
      return;
    default:
      return notifyOfMessage(message, { state, reason }, { data, now });
  }
}

/** Notifies the admins of a message that failed or may not have arrived. */
async function notifyOfMessage(
  message: OutboxMessage,
  { state, reason }: { readonly state: 'failed' | 'unknown'; readonly reason: string },
  { data, now }: TimedData,
): Promise<void> {
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

/** Offers a person a file that failed or may not have arrived once more. */
async function offerFileAgain({ personId, fileId, place }: OutboxMessage, timed: TimedData): Promise<void> {
  const { data, now } = timed;
  const stored = personId && fileId ? await data.files.get(personId, fileId, now) : undefined;
  if (stored === undefined) return;
  const words = await wordsForPerson(stored.personId, data);
  const card = withLanguage(fileFailedCard(stored, words), words.language);
  const key = `answer ${randomUUID()}`;
  await data.outbox.plan({ key, purpose: 'answer', place, card, personId: stored.personId }, now);
}

/** Tells the person who set the channel of a digest that recert can't post there. */
async function reportAnnouncement(
  { personId, messageId }: OutboxMessage,
  reason: string,
  { data, now }: TimedData,
): Promise<void> {
  if (!personId) return;
  const words = await wordsForPerson(personId, data);
  const text = words.digest.cannotPost(remedyFor(reason, words));
  const card = withLanguage(lineCard(words.digest.hereTitle, text), words.language);
  const [place] = await data.people.addressesOf(personId);
  if (place) await data.outbox.plan({ key: `refused ${messageId}`, purpose: 'answer', place, card, personId }, now);
}

/** Stops the digests of a channel until it is set again, and forgets the address of a person who can't be reached. */
async function stopDelivery(message: OutboxMessage, reason: string, { data, now }: TimedData): Promise<void> {
  const { teamId, personId, purpose, key, place } = message;
  const isUpdate = message.message !== null && message.message !== undefined;
  if (teamId && purpose === 'digest' && !isUpdate) {
    const team = await data.teams.get(teamId);
    // The digest may have been moved to another channel in the meantime.
    if (team?.place?.address !== place.address) return;
    await data.teams.set(teamId, { digestSince: null, lastError: reason });
    // The details of a failed digest wait, because it may be sent again.
    await data.outbox.withdraw({ teamId, purposes: ['digest'] }, reason, now);
  }
  if (personId && purpose === 'nudge') {
    await data.nudges.withdraw(key, 'unreachable');
    await data.people.forgetAddressAt(personId, place);
  }
}
