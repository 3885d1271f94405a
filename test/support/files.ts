import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { DeliveryResult, OutgoingFile } from '../../src/chat/outgoing-file.ts';
import type { Place } from '../../src/chat/place.ts';
import type { Store } from '../../src/store/store.ts';

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

/** The bytes of the files that wait to be delivered in a workspace, the newest first. */
export async function waitingFiles(store: Store, workspaceId: string): Promise<readonly Buffer[]> {
  const sql = 'select bytes from pending_file where workspace_id = ? order by created_at desc';
  const rows = await store.orm.em.fork().execute<{ bytes: Uint8Array }[]>(sql, [workspaceId]);
  return rows.map(({ bytes }) => Buffer.from(bytes));
}
