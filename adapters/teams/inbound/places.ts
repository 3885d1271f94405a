import type { Core } from '../../../src/chat/core.ts';
import type { BotPlacement } from '../../../src/chat/place.ts';
import { Recent } from '../../../src/chat/recent.ts';
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

/** Where the bot is: Teams says it for a person, a team or a chat, and never for a tenant. */
export interface Places {
  /** The bot is where this came from; told to the core once a day. */
  here(activity: TeamsActivity): Promise<void>;
  /** Somebody added the bot here. */
  installed(activity: TeamsActivity): Promise<void>;
  gone(activity: TeamsActivity): Promise<void>;
}

/** Tells the core of each place. */
export function places({ core, clock, log }: PlacesDeps): Places {
  const known = new Recent<Promise<void>>(clock, KNOWN_MS, MAX_CACHED);
  return {
    here: async (activity) => {
      const installed = installedAt(activity);
      await known.once(JSON.stringify(installed), () => core.registerPlacement(installed));
    },
    installed: async (activity) => {
      const installed = installedAt(activity);
      const identity = identityOf(activity);
      const isTeam = activity.channelData?.team?.id !== undefined;
      const by = isTeam && identity !== undefined ? { by: { identity, name: activity.from.name?.trim() ?? '' } } : {};
      await known.once(JSON.stringify(['installed', installed]), () => core.registerPlacement({ ...installed, ...by }));
    },
    gone: async (activity) => {
      const installed = installedAt(activity);
      known.delete(JSON.stringify(installed));
      known.delete(JSON.stringify(['installed', installed]));
      log.info('Teams says that recert was taken out of a place.', { tenant: installed.tenant });
      const person = referenceOf(activity).isPersonal ? identityOf(activity) : undefined;
      await core.removePlacement(installed, person);
    },
  };
}

/** A team is one place with all its channels, as is a chat with all its threads. */
function installedAt(activity: TeamsActivity): BotPlacement {
  const team = activity.channelData?.team?.id;
  const [conversation = ''] = activity.conversation.id.split(';');
  return { platform: 'teams', tenant: tenantOf(activity), place: team ?? conversation };
}

/** Whether a change of a conversation's members is about the bot itself. */
export function botMembershipChange({
  recipient,
  membersAdded,
  membersRemoved,
  channelData,
}: TeamsActivity): 'here' | 'gone' | undefined {
  const isBot = ({ id }: { id: string }) => id === recipient.id;
  if (channelData?.eventType === 'teamDeleted' || membersRemoved?.some(isBot)) return 'gone';
  return membersAdded?.some(isBot) ? 'here' : undefined;
}
