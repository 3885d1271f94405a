import { z } from 'zod';
import type { Place } from '../../../src/chat/place.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';

/** Where a conversation is, and what must be known to say something in it. */
export const Reference = z.object({
  serviceUrl: z.string(),
  conversation: z.string(),
  tenant: z.string(),
  bot: z.string(),
  isPersonal: z.boolean(),
  /** Somebody whose personal chat is to be opened first. */
  account: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;

/** Where an activity came from. */
export function referenceOf(activity: TeamsActivity): Reference {
  const { serviceUrl, conversation, recipient } = activity;
  return {
    serviceUrl,
    conversation: conversation.id,
    tenant: tenantOf(activity),
    bot: recipient.id,
    // To an extension the chat of two people is called personal too, but the bot is not one of them.
    isPersonal: conversation.conversationType === 'personal' && !conversation.id.startsWith('19:'),
  };
}

/** The tenant an activity came from, as the guard has checked it. */
export function tenantOf({ channelData, conversation }: TeamsActivity): string {
  return channelData?.tenant?.id ?? conversation.tenantId ?? 'development';
}

/** Where the sender of an activity alone can be told something. */
export function directOf(activity: TeamsActivity): Place {
  const reference = referenceOf(activity);
  return placeOf(reference.isPersonal ? reference : { ...reference, account: activity.from.id });
}

/** The conversation itself, whichever of its threads is meant. */
export function rootOf({ conversation }: Pick<Reference, 'conversation'>): string {
  return conversation.split(';')[0] ?? '';
}

/** A conversation as a place. */
export function placeOf(reference: Reference): Place {
  return { platform: 'teams', tenant: reference.tenant, address: JSON.stringify(reference) };
}
