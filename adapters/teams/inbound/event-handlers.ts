import type { Core } from '../../../src/chat/core.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { consents } from '../files/file-consent.ts';
import type { Bot } from '../outbound/bot.ts';
import { createMessenger } from '../outbound/messenger.ts';
import type { Call, CallResult } from '../outbound/transport.ts';
import { createAsk } from './ask-core.ts';
import { dialogs } from './dialogs.ts';
import { messages } from './messages.ts';
import { profiles } from './people.ts';
import { places } from './places.ts';
import type { EventHandlers } from './router.ts';
import { answerSearch, answerSuggestions } from './search.ts';

interface EventHandlersDeps {
  readonly core: Core;
  readonly bot: Pick<Bot, 'say' | 'replace' | 'openPersonal'>;
  readonly upload: (call: Call) => Promise<CallResult>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly later: (work: Promise<unknown>) => void;
}

/** All that listens to Teams. */
export function eventHandlers({ core, bot, upload, fetch, clock, log, later }: EventHandlersDeps): EventHandlers {
  const known = profiles(clock);
  const ask = createAsk({ core, profiles: known, log });
  const { phrases } = core;
  const speaks = createMessenger({ bot, phrases, clock, log });
  const parts = { ask, phrases, voice: speaks, clock, log, later };
  const windows = dialogs(parts);
  const conversation = messages({ ...parts, fetch, keepForm: windows.keep, places: places({ core, clock, log }) });
  const heardConsent = consents({ core, bot, upload, voice: speaks, log, later });
  return {
    message: conversation.message,
    installation: conversation.installation,
    members: conversation.members,
    openDialog: windows.open,
    sentDialog: (activity) => windows.sent(activity, 'chat'),
    openExtension: windows.openExtension,
    sentExtension: (activity) => windows.sent(activity, 'extension'),
    invoke: async (activity) => {
      switch (activity.name) {
        case 'application/search':
          return answerSuggestions(activity, core);
        case 'composeExtension/query':
          return answerSearch(activity, { core, profiles: known, log });
        case 'fileConsent/invoke':
          return heardConsent(activity);
        case 'adaptiveCard/action':
          return conversation.execute(activity);
        default:
          log.debug('Teams asked for something that is not offered.');
          return { status: 400 };
      }
    },
  };
}
