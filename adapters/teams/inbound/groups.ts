import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { GroupQuery, MemberGroup } from '../../../src/chat/group.ts';
import { parseJson } from '../../../src/chat/parse-json.ts';
import type { Bot } from '../outbound/bot.ts';
import { placeOf, Reference, rootOf } from '../outbound/reference.ts';
import { NotDelivered } from '../outbound/transport.ts';
import { isOfTenant } from './users.ts';

interface GroupsDeps {
  readonly bot: Promise<Pick<Bot, 'roster'>>;
  isServed(tenant: string): boolean;
}

/** Reads the members of a channel's team or of a group chat. */
export function groups({ bot, isServed }: GroupsDeps): Required<Pick<ChatAdapter, 'readGroup'>> {
  return {
    readGroup: async ({ where, named }: GroupQuery): Promise<MemberGroup> => {
      const place = Reference.safeParse(parseJson(where.address));
      if (!place.success || !isServed(place.data.tenant)) return { kind: 'refused', reason: 'not connected' };
      if (named !== '') return { kind: 'refused', reason: 'group_named' };
      const reference = { ...place.data, conversation: rootOf(place.data) };
      if (reference.isPersonal) return { kind: 'refused', reason: 'personal' };
      try {
        const roster = (await (await bot).roster(reference)).filter((one) => isOfTenant(one, reference.tenant));
        const members = roster.map(({ id, name, user, handle }) => ({
          user,
          profile: { name, ...(handle === undefined ? {} : { handle }) },
          direct: placeOf({ ...reference, account: id }),
        }));
        return { kind: 'group', id: '', name: '', members };
      } catch (error) {
        if (!(error instanceof NotDelivered)) return { kind: 'busy', reason: error instanceof Error ? error.name : '' };
        const reason = String(error.status ?? error.outcome);
        return { kind: error.outcome === 'refused' ? 'refused' : 'busy', reason };
      }
    },
  };
}
