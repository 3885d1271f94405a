import type { WebClient } from '@slack/web-api';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { reasonOf } from './clients.ts';

const REMEMBERED_MS = 24 * 60 * 60_000;
const MAX_REMEMBERED = 10_000;

/** The direct messages with people, opened on first use and remembered for a day. */
export interface DirectMessages {
  /** The id of the conversation with a person; the person's own id if it can't be opened, which Slack mostly accepts too. */
  with(user: string): Promise<string>;
}

/** Opens direct messages in one workspace. */
export function directMessages(client: WebClient, clock: Clock, log: Log): DirectMessages {
  const known = new Recent<string>(clock, REMEMBERED_MS, MAX_REMEMBERED);
  return {
    async with(user) {
      const remembered = known.get(user);
      if (remembered !== undefined) return remembered;
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
