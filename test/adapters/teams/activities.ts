import { APP_ID, SERVICE_URL, TENANT } from './issuer.ts';

export const ANA = {
  id: '29:ana',
  name: 'Ana Ngata',
  aadObjectId: '33333333-3333-4333-8333-333333333333',
};
export const PERSONAL = { id: 'a:personal-ana', conversationType: 'personal', tenantId: TENANT };
export const CHANNEL = {
  id: '19:team@thread.tacv2;messageid=1',
  conversationType: 'channel',
  isGroup: true,
  tenantId: TENANT,
};

let counted = 0;

/** Something Teams sends, from Ana in her personal chat. */
export function activity(changes: Record<string, unknown> = {}): Record<string, unknown> {
  counted += 1;
  return {
    type: 'message',
    id: `activity-${counted}`,
    timestamp: '2026-03-31T12:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: ANA,
    conversation: PERSONAL,
    recipient: { id: `28:${APP_ID}`, name: 'recert' },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
    localTimezone: 'Pacific/Auckland',
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'NZ', platform: 'Web', timezone: 'Pacific/Auckland' }],
    ...changes,
  };
}

/** A line Ana types to the bot. */
export function typed(text: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return activity({ text, textFormat: 'plain', ...changes });
}

/** A line Ana types in a channel, to the bot by name. */
export function mentioned(text: string): Record<string, unknown> {
  const name = '<at>recert</at>';
  const mention = { type: 'mention', text: name, mentioned: { id: `28:${APP_ID}`, name: 'recert' } };
  return typed(`${name} ${text}`, { conversation: CHANNEL, entities: [mention] });
}

/** A button Ana presses on a card. */
export function pressed(data: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return activity({ value: data, replyToId: 'message-1', ...changes });
}

/** Something Teams waits for an answer to. */
export function invoke(name: string, value: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return activity({ type: 'invoke', name, value, ...changes });
}
