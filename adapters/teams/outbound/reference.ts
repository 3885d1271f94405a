import { z } from 'zod';
import type { Place } from '../../../src/chat/place.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';

/** A conversation, with everything needed to send a message to it. */
export const Reference = z.object({
  serviceUrl: z.string(),
  conversation: z.string(),
  tenant: z.string(),
  bot: z.string(),
  isPersonal: z.boolean(),
  /** The person whose personal chat must be opened first. */
  account: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;

/** The conversation an activity came from. */
export function referenceOf(activity: TeamsActivity): Reference {
  const { serviceUrl, conversation, recipient } = activity;
  return {
    serviceUrl,
    conversation: conversation.id,
    tenant: tenantOf(activity),
    bot: recipient.id,
    // For an extension, Teams also calls a chat of two people personal, although the bot is not in it.
    isPersonal: conversation.conversationType === 'personal' && !conversation.id.startsWith('19:'),
  };
}

/** The tenant an activity came from; the guard has checked it. */
export function tenantOf({ channelData, conversation }: TeamsActivity): string {
  return channelData?.tenant?.id ?? conversation.tenantId ?? 'development';
}

/** The conversation without its thread. */
export function rootOf({ conversation }: Pick<Reference, 'conversation'>): string {
  return conversation.split(';')[0] ?? '';
}

/** A conversation as a place. */
export function placeOf(reference: Reference): Place {
  return { platform: 'teams', tenant: reference.tenant, address: JSON.stringify(reference) };
}
