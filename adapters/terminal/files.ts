import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { OutgoingFile } from '../../src/chat/outgoing-file.ts';

/** Creates the adapter of a terminal, which accepts files with `write` and refuses messages. */
export function terminalAdapter(write: (file: OutgoingFile) => boolean): ChatAdapter {
  const refuse = async () => ({ kind: 'refused', reason: 'a terminal shows answers only' }) as const;
  return {
    platform: 'terminal',
    maxFileBytes: 2_000_000_000,
    start: async () => undefined,
    stop: async () => undefined,
    post: refuse,
    update: refuse,
    deliver: async (_to, file) => {
      try {
        if (write(file)) return { kind: 'sent', message: file.name };
        return { kind: 'refused', reason: 'no path to write it to' };
      } catch (error) {
        return { kind: 'refused', reason: error instanceof Error ? error.name : '' };
      }
    },
  };
}
