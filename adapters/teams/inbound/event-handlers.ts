import type { Core } from '../../../src/chat/core-interface.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import type { Answer } from '../auth/guard.ts';
import { consentHandler } from '../files/file-consent.ts';
import type { Bot } from '../outbound/bot.ts';
import { Messenger } from '../outbound/messenger.ts';
import type { Call, CallResult } from '../outbound/transport.ts';
import { answerSearch, answerSuggestions } from './answer-search.ts';
import { createAsk } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import { Dialogs } from './dialogs.ts';
import { Installations } from './installations.ts';
import { Messages } from './messages.ts';
import type { TeamsActivity } from './payloads.ts';
import { profiles } from './people.ts';
import { places } from './places.ts';
import type { EventHandlers } from './router.ts';
import type { Users } from './users.ts';

interface EventHandlersDeps {
  readonly core: Core;
  readonly bot: Pick<Bot, 'send' | 'sendTargeted' | 'replace' | 'openPersonal'>;
  readonly users: Users;
  readonly upload: (call: Call) => Promise<CallResult>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly inBackground: (work: Promise<unknown>) => void;
}

/** Builds the handlers of all activities. */
export function eventHandlers(deps: EventHandlersDeps): EventHandlers {
  const { core, bot, users, upload, fetch, clock, log, inBackground } = deps;
  const knownProfiles = profiles(clock);
  const messenger = new Messenger({ bot, phrases: core.phrases, sendLater: core.sendLater, clock, log });
  const ask = createAsk({ core, profiles: knownProfiles, users, log });
  const conversation: Conversation = { ask, phrases: core.phrases, messenger, clock, log, inBackground };
  const knownPlaces = places({ core, clock, log });
  const dialogs = new Dialogs(conversation);
  const messages = new Messages({ conversation, fetch, dialogs, places: knownPlaces });
  const installations = new Installations(conversation, knownPlaces);
  const answerConsent = consentHandler({ core, bot, upload, messenger, log, inBackground });

  async function invoke(activity: TeamsActivity): Promise<Answer> {
    switch (activity.name) {
      case 'application/search':
        return answerSuggestions(activity, { core, users });
      case 'composeExtension/query':
        return answerSearch(activity, { core, profiles: knownProfiles, users, log });
      case 'fileConsent/invoke':
        return answerConsent(activity);
      case 'adaptiveCard/action':
        return messages.execute(activity);
      default:
        log.debug('Teams sent an invoke that is not supported.');
        return { status: 400 };
    }
  }

  return {
    message: (activity) => messages.message(activity),
    installation: (activity) => installations.update(activity),
    members: (activity) => installations.changeMembers(activity),
    openDialog: (activity) => dialogs.open(activity),
    submitDialog: (activity) => dialogs.submit(activity, 'chat'),
    openExtension: (activity) => dialogs.openExtension(activity),
    submitExtension: (activity) => dialogs.submit(activity, 'extension'),
    invoke,
  };
}
