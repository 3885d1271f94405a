import type { WebClient } from '@slack/web-api';
import { Recent } from '../../../src/chat/recent.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { reasonOf } from './clients.ts';

const KNOWN_MS = 24 * 60 * 60_000;
const MOST_REMEMBERED = 10_000;

/** Where a person's direct messages go; opened on the first one, and kept in mind. */
export interface DirectMessages {
  /** The conversation with a person; where Slack does not say, the person, whom it takes for the conversation mostly. */
  with(user: string): Promise<string>;
}

/** The direct messages of one workspace. */
export function directMessages(client: WebClient, clock: Clock, log: Log): DirectMessages {
  const known = new Recent<string>(clock, KNOWN_MS, MOST_REMEMBERED);
  return {
    async with(user) {
      const before = known.get(user);
      if (before !== undefined) return before;
      try {
        const { channel } = await client.conversations.open({ users: user });
        if (channel?.id === undefined) return user;
        known.set(user, channel.id);
        return channel.id;
      } catch (error) {
        log.warn('A direct message could not be opened.', { user, reason: reasonOf(error) });
        return user;
      }
    },
  };
}
