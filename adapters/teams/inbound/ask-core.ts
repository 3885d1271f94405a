import { createHash } from 'node:crypto';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { noticeReply } from '../../../src/chat/notice-reply.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { isoDateIn } from '../../../src/chat/time-zone.ts';
import type { Log } from '../../../src/ports.ts';
import { placeOf, referenceOf } from '../outbound/reference.ts';
import { privatePlaceOf, replyTargetOf } from '../outbound/reply-target.ts';
import type { TeamsActivity } from './payloads.ts';
import { identityOf, type Profiles, readerOf } from './people.ts';
import type { Users } from './users.ts';

/** The content of an interaction, without its sender and place. */
export type InteractionContent = Omit<Interaction, 'from' | 'place' | 'direct' | 'profile'> & {
  /** When the message it is about was sent. */
  readonly about?: Date;
};

/** Dispatches an interaction for the sender of an activity. Never throws. */
export type Ask = (content: InteractionContent, activity: TeamsActivity) => Promise<Reply>;

interface AskCoreDeps {
  readonly core: Core;
  readonly profiles: Profiles;
  readonly users: Pick<Users, 'isGuest'>;
  readonly log: Log;
}

/** Builds the function that asks the core for members of the tenant, and refuses guests. */
export function createAsk({ core, profiles, users, log }: AskCoreDeps): Ask {
  return async ({ about, ...content }, activity) => {
    const from = identityOf(activity);
    const { notice } = core.phrases(readerOf(activity));
    if (from === undefined || (await users.isGuest(activity))) return noticeReply(notice.membersOnly.teams);
    const profile = profiles.of(activity, from);
    const zone = profile?.zone;
    const day = about && zone ? { date: isoDateIn(zone, about) } : {};
    const place = placeOf(referenceOf(activity));
    try {
      return await core.dispatch({
        ...content,
        args: { ...content.args, ...day },
        from,
        place,
        direct: privatePlaceOf(replyTargetOf(activity)),
        ...(profile === undefined ? {} : { profile }),
      });
    } catch (error) {
      log.error('An interaction failed outside of the core.', { command: content.command, error });
      return noticeReply(notice.failed);
    }
  };
}

/** A key of 32 characters made from the values that identify an action; Teams' own ids can be much longer. */
export function keyOf(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 32);
}

/** The idempotency key of an activity. */
export function keyOfActivity({ conversation, type, name, id }: TeamsActivity): { readonly key?: string } {
  return id ? { key: keyOf(conversation.id, type, name ?? '', id) } : {};
}
