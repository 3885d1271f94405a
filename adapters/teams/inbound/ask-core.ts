import { createHash } from 'node:crypto';
import type { Core } from '../../../src/chat/core.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { noticeReply } from '../../../src/chat/notice-reply.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { isoDateIn } from '../../../src/chat/time-zone.ts';
import type { Log } from '../../../src/ports.ts';
import { directOf, placeOf, referenceOf } from '../outbound/reference.ts';
import type { TeamsActivity } from './payloads.ts';
import { identityOf, type Profiles, readerOf } from './people.ts';

/** What somebody said, apart from who and where. */
export type InteractionContent = Omit<Interaction, 'from' | 'place' | 'direct' | 'profile'> & {
  /** The moment of the message this is about. */
  readonly about?: Date;
};

/** Asks the core on behalf of the person who sent an activity. Never throws. */
export type Ask = (stated: InteractionContent, activity: TeamsActivity) => Promise<Reply>;

interface AskCoreDeps {
  readonly core: Core;
  readonly profiles: Profiles;
  readonly log: Log;
}

/** Asks for people with an account in the tenant; everybody else learns that they have none. */
export function createAsk({ core, profiles, log }: AskCoreDeps): Ask {
  return async ({ about, ...stated }, activity) => {
    const from = identityOf(activity);
    const { notice } = core.phrases(readerOf(activity));
    if (from === undefined) return noticeReply(notice.membersOnly.teams);
    const profile = profiles.of(activity, from);
    const zone = profile?.zone;
    const day = about && zone ? { date: isoDateIn(zone, about) } : {};
    const place = placeOf(referenceOf(activity));
    try {
      return await core.dispatch({
        ...stated,
        args: { ...stated.args, ...day },
        from,
        place,
        direct: directOf(activity),
        ...(profile === undefined ? {} : { profile }),
      });
    } catch (error) {
      log.error('An interaction failed outside of the core.', { command: stated.command, error });
      return noticeReply(notice.failed);
    }
  };
}

/** Names an act by what makes it this one: short, whatever Teams' ids are like. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
}

/** Names the act that an activity is. */
export function keyOfActivity({ conversation, type, name, id }: TeamsActivity): { readonly key?: string } {
  return id ? { key: keyOf(conversation.id, type, name ?? '', id) } : {};
}
