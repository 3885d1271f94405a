import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { DeliveryResult, OutgoingFile } from '../../src/chat/outgoing-file.ts';
import type { Place } from '../../src/chat/place.ts';

/** A file on its way, for adapters alone. */
export const aFile: OutgoingFile = {
  id: '77777777-7777-4777-8777-777777777777',
  name: 'records.csv',
  type: 'text/csv; charset=utf-8',
  bytes: new TextEncoder().encode('Id,Title\r\n1,Zero trust\r\n'),
  failureCard: {
    title: 'File not delivered',
    blocks: [],
    actions: [{ label: 'Send again', command: 'export', args: { file: '77777777-7777-4777-8777-777777777777' } }],
  },
};

/** What a platform was given. */
export interface Carrier {
  readonly adapter: ChatAdapter;
  readonly files: { readonly to: Place; readonly file: OutgoingFile; readonly card: Card }[];
  readonly told: { readonly to: Place; readonly card: Card }[];
}

/** A platform that takes files as told, and everything else. */
export function carrier(deliver: () => DeliveryResult = () => ({ kind: 'sent', message: 'F1' })): Carrier {
  const files: Carrier['files'] = [];
  const notified: Carrier['told'] = [];
  const adapter: ChatAdapter = {
    platform: 'slack',
    start: async () => undefined,
    stop: async () => undefined,
    update: async () => ({ kind: 'sent', message: '1' }),
    post: async (to, card) => {
      notified.push({ to, card });
      return { kind: 'sent', message: '1' };
    },
    deliver: async (to, file, card) => {
      files.push({ to, file, card });
      return deliver();
    },
  };
  return { adapter, files, told: notified };
}
