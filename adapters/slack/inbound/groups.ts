import { setTimeout as wait } from 'node:timers/promises';
import { ErrorCode, type WebClient } from '@slack/web-api';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { GroupMember, GroupQuery, MemberGroup } from '../../../src/chat/group.ts';
import { isRefusal, reasonOf } from '../outbound/clients.ts';

/** Slack lets so many people be asked for in a minute; whoever is told to wait longer gives up. */
const LONGEST_WAIT_S = 60;
const TRIES = 3;

type GroupReader = Required<Pick<ChatAdapter, 'readGroup'>>;

/** Reads who is in a user group; nobody waits for it, so it waits when Slack wants that. */
export function groups(client: WebClient, pause: (ms: number) => Promise<unknown> = wait): GroupReader {
  async function patiently<T>(call: () => Promise<T>, tries = TRIES): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const { code, retryAfter } = error as { code?: unknown; retryAfter?: unknown };
      const isTooFast = code === ErrorCode.RateLimitedError && typeof retryAfter === 'number';
      if (!isTooFast || tries <= 1 || retryAfter > LONGEST_WAIT_S) throw error;
      await pause(retryAfter * 1000);
      return patiently(call, tries - 1);
    }
  }

  /** What Slack says of somebody; nothing of bots and of those who are gone. */
  async function memberOf(user: string, { where, known }: GroupQuery): Promise<GroupMember | undefined> {
    const direct = { ...where, address: user };
    if (known.has(user)) return { user, direct };
    const { user: found } = await patiently(() => client.users.info({ user, include_locale: true }));
    if (found === undefined || found.deleted || found.is_bot) return undefined;
    const name = found.profile?.real_name || found.real_name || found.name || user;
    const { tz: zone, locale } = found;
    return { user, direct, profile: { name, ...(zone ? { zone } : {}), ...(locale ? { locale } : {}) } };
  }

  return {
    readGroup: async (requested: GroupQuery): Promise<MemberGroup> => {
      const query = requested.named.replace(/^@/u, '').toLowerCase();
      if (query === '') return { kind: 'refused', reason: 'no_group_named' };
      try {
        const { usergroups = [] } = await patiently(() => client.usergroups.list());
        const found = usergroups.find(({ id, handle }) => [id, handle].some((one) => one?.toLowerCase() === query));
        if (found?.id === undefined) return { kind: 'refused', reason: 'no_such_subteam' };
        const { id, handle = id } = found;
        const { users = [] } = await patiently(() => client.usergroups.users.list({ usergroup: id }));
        const members: GroupMember[] = [];
        for (const user of users) {
          const member = await memberOf(user, requested);
          if (member !== undefined) members.push(member);
        }
        return { kind: 'group', id, name: `@${handle}`, members };
      } catch (error) {
        return { kind: isRefusal(error) ? 'refused' : 'busy', reason: reasonOf(error) };
      }
    },
  };
}
