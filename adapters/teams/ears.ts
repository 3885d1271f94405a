import type { Core } from '../../src/chat/interaction.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { asking } from './asking.ts';
import type { Bot } from './bot.ts';
import { dialogs } from './dialogs.ts';
import { consents } from './files.ts';
import { messages } from './messages.ts';
import { profiles } from './people.ts';
import { places } from './places.ts';
import type { Ears } from './router.ts';
import { found, suggestions } from './search.ts';
import type { Call, Called } from './transport.ts';
import { voice } from './voice.ts';

interface Parts {
  readonly core: Core;
  readonly bot: Pick<Bot, 'say' | 'replace' | 'openPersonal'>;
  readonly upload: (call: Call) => Promise<Called>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly later: (work: Promise<unknown>) => void;
}

/** All that listens to Teams. */
export function ears({ core, bot, upload, fetch, clock, log, later }: Parts): Ears {
  const known = profiles(clock);
  const ask = asking({ core, profiles: known, log });
  const speaks = voice({ bot, clock, log });
  const parts = { ask, voice: speaks, clock, log, later };
  const windows = dialogs(parts);
  const talk = messages({ ...parts, fetch, keepForm: windows.keep, places: places({ core, clock, log }) });
  const heardConsent = consents({ core, bot, upload, voice: speaks, log, later });
  return {
    message: talk.message,
    installation: talk.installation,
    members: talk.members,
    openDialog: windows.open,
    sentDialog: (activity) => windows.sent(activity, 'chat'),
    openExtension: windows.openExtension,
    sentExtension: (activity) => windows.sent(activity, 'extension'),
    invoke: async (activity) => {
      switch (activity.name) {
        case 'application/search':
          return suggestions(activity, core);
        case 'composeExtension/query':
          return found(activity, { core, profiles: known, log });
        case 'fileConsent/invoke':
          return heardConsent(activity);
        case 'adaptiveCard/action':
          return talk.execute(activity);
        default:
          log.debug('Teams asked for something that is not offered.');
          return { status: 400 };
      }
    },
  };
}
