import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { OutgoingFile } from '../../src/chat/outgoing-file.ts';

/** A terminal that takes files with `write`, and nothing else that it did not ask for. */
export function terminalAdapter(write: (file: OutgoingFile) => boolean): ChatAdapter {
  const deaf = async () => ({ kind: 'refused', reason: 'a terminal shows answers only' }) as const;
  return {
    platform: 'terminal',
    maxFileBytes: 2_000_000_000,
    start: async () => undefined,
    stop: async () => undefined,
    post: deaf,
    update: deaf,
    deliver: async (_to, file) => {
      try {
        if (write(file)) return { kind: 'sent', message: file.name };
        return { kind: 'refused', reason: 'nobody said where to write it' };
      } catch (error) {
        return { kind: 'refused', reason: error instanceof Error ? error.name : '' };
      }
    },
  };
}
