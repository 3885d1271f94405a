import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Platform } from '../../src/chat/identity.ts';

type Speaking = Pick<ChatAdapter, 'post' | 'update' | 'deliver' | 'readUser' | 'refreshHome'>;

/** An adapter for a core that is made before what stands in for the platform: `there` is asked when something is said. */
export function lazyAdapter(platform: Platform, there: () => Speaking): ChatAdapter {
  return {
    platform,
    start: async () => undefined,
    stop: async () => undefined,
    post: (...stated) => there().post(...stated),
    update: (...stated) => there().update(...stated),
    deliver: (...stated) => there().deliver(...stated),
    refreshHome: async (person) => there().refreshHome?.(person),
    readUser: async (query) => (await there().readUser?.(query)) ?? { kind: 'stranger' },
  };
}
