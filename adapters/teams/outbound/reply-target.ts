import type { Reader } from '../../../src/chat/identity.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';
import { readerOf } from '../inbound/people.ts';
import { placeOf, type Reference, referenceOf } from './reference.ts';

/** Who gets a reply, and where. */
export interface ReplyTarget {
  readonly place: Reference;
  /** The platform's id of the person in this conversation. */
  readonly account: string;
  readonly name: string;
  readonly reader: Reader;
  /** Only the person saw the request, so only they may see that there is an answer. */
  readonly isUnseen: boolean;
  /** The request is a pressed button or a sent form, which others in the place don't see, so the answer must not reveal it to them. */
  readonly isPress?: true;
}

/** Who gets the reply to an activity. */
export function replyTargetOf(activity: TeamsActivity): ReplyTarget {
  const { from, recipient } = activity;
  return {
    place: referenceOf(activity),
    account: from.id,
    name: from.name?.trim() ?? '',
    reader: readerOf(activity),
    isUnseen: recipient.isTargeted === true,
  };
}

/** The place for private messages to the person. */
export function privatePlaceOf({ place, account }: ReplyTarget): Place {
  return placeOf(place.isPersonal ? place : { ...place, account });
}
