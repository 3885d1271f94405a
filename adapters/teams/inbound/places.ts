import type { Core } from '../../../src/chat/core-interface.ts';
import type { BotPlacement } from '../../../src/chat/place.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { referenceOf, tenantOf } from '../outbound/reference.ts';
import type { TeamsActivity } from './payloads.ts';
import { identityOf } from './people.ts';

const KNOWN_MS = 24 * 60 * 60_000;
const MAX_CACHED = 5000;

interface PlacesDeps {
  readonly core: Core;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reports to the core where the bot is: Teams says so for a person, a team or a chat, never for a tenant. */
export interface Places {
  /** Reports the place of an activity, once a day. */
  seen(activity: TeamsActivity): Promise<void>;
  /** Reports that the bot was installed, and by whom for a team. */
  installed(activity: TeamsActivity): Promise<void>;
  /** Reports that the bot was removed. */
  removed(activity: TeamsActivity): Promise<void>;
}

/** Creates the reporter. */
export function places({ core, clock, log }: PlacesDeps): Places {
  const known = new Recent<Promise<void>>(clock, KNOWN_MS, MAX_CACHED);
  return {
    seen: async (activity) => {
      const placement = placementOf(activity);
      await known.once(JSON.stringify(placement), () => core.registerPlacement(placement));
    },
    installed: async (activity) => {
      const placement = placementOf(activity);
      const identity = identityOf(activity);
      const isTeam = activity.channelData?.team?.id !== undefined;
      const by = isTeam && identity !== undefined ? { by: { identity, name: activity.from.name?.trim() ?? '' } } : {};
      await known.once(JSON.stringify(['installed', placement]), () => core.registerPlacement({ ...placement, ...by }));
    },
    removed: async (activity) => {
      const placement = placementOf(activity);
      known.delete(JSON.stringify(placement));
      known.delete(JSON.stringify(['installed', placement]));
      log.info('Teams reports that recert was removed from a place.', { tenant: placement.tenant });
      const person = referenceOf(activity).isPersonal ? identityOf(activity) : undefined;
      await core.removePlacement(placement, person);
    },
  };
}

/** A team is one place with all its channels, and a chat is one with all its threads. */
function placementOf(activity: TeamsActivity): BotPlacement {
  const team = activity.channelData?.team?.id;
  const [conversation = ''] = activity.conversation.id.split(';');
  return { platform: 'teams', tenant: tenantOf(activity), place: team ?? conversation };
}

/** Whether the bot itself was added or removed by a change of a conversation's members. */
export function botMembershipChange({
  recipient,
  membersAdded,
  membersRemoved,
  channelData,
}: TeamsActivity): 'added' | 'removed' | undefined {
  const isBot = ({ id }: { id: string }) => id === recipient.id;
  if (channelData?.eventType === 'teamDeleted' || membersRemoved?.some(isBot)) return 'removed';
  return membersAdded?.some(isBot) ? 'added' : undefined;
}
