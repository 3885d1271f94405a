import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { GroupMember, GroupQuery, MemberGroup } from '../../../src/chat/group.ts';
import { isRateLimited, isUnknownUser, retryAfterOf } from '../outbound/clients.ts';
import { failureOf } from '../outbound/failure.ts';

/** The longest pause before a retry; Slack's rate limits are per minute. */
const MAX_WAIT_S = 60;
const TRIES = 3;

type GroupReader = Required<Pick<ChatAdapter, 'readGroup'>>;

/** Reads the members of a user group with the client of its tenant. */
export function groups(of: (tenant: string) => Promise<WebClient>): GroupReader {
  return {
    readGroup: async (query) => {
      const client = await of(query.where.tenant).catch(() => undefined);
      return client === undefined ? { kind: 'busy', reason: 'no_database' } : groupsOf(client).readGroup(query);
    },
  };
}

/** Reads user groups, with the pauses that Slack's rate limits require. */
function groupsOf(client: WebClient, pause: (ms: number) => Promise<unknown> = wait): GroupReader {
  async function withRetries<T>(call: () => Promise<T>, tries = TRIES): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const seconds = isRateLimited(error) ? retryAfterOf(error) : undefined;
      if (seconds === undefined || tries <= 1 || seconds > MAX_WAIT_S) throw error;
      await pause(seconds * 1000);
      return withRetries(call, tries - 1);
    }
  }

  /** A member with their profile; `undefined` for bots, and for people who are deactivated or gone. */
  async function memberOf(user: string, { where, known }: GroupQuery): Promise<GroupMember | undefined> {
    const direct = { ...where, address: user };
    if (known.has(user)) return { user, direct };
    const { user: found } = await withRetries(() => client.users.info({ user, include_locale: true })).catch(
      (error: unknown) => {
        if (isUnknownUser(error)) return { user: undefined };
        throw error;
      },
    );
    if (found === undefined || found.deleted || found.is_bot) return undefined;
    const name = found.profile?.real_name || found.real_name || found.name || user;
    const { tz: zone, locale } = found;
    return { user, direct, profile: { name, ...(zone ? { zone } : {}), ...(locale ? { locale } : {}) } };
  }

  return {
    readGroup: async (query: GroupQuery): Promise<MemberGroup> => {
      const name = query.named.replace(/^@/u, '').toLowerCase();
      if (name === '') return { kind: 'refused', reason: 'no_group_named' };
      try {
        const { usergroups = [] } = await withRetries(() => client.usergroups.list());
        const found = usergroups.find(({ id, handle }) => [id, handle].some((one) => one?.toLowerCase() === name));
        if (found?.id === undefined) return { kind: 'refused', reason: 'no_such_subteam' };
        const { id, handle = id } = found;
        const { users = [] } = await withRetries(() => client.usergroups.users.list({ usergroup: id }));
        const members: GroupMember[] = [];
        for (const user of users) {
          const member = await memberOf(user, query);
          if (member !== undefined) members.push(member);
        }
        return { kind: 'group', id, name: `@${handle}`, members };
      } catch (error) {
        const { kind, reason } = failureOf(error);
        // Reading can be repeated, whatever became of it.
        return { kind: kind === 'refused' ? 'refused' : 'busy', reason };
      }
    },
  };
}
