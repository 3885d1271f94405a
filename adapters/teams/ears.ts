import type { Core } from '../../src/chat/interaction.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { asking } from './asking.ts';
import type { Bot } from './bot.ts';
import { dialogs } from './dialogs.ts';
import { choiceOf } from './fields.ts';
import type { Answer } from './guard.ts';
import { LIMITS } from './limits.ts';
import { messages } from './messages.ts';
import { type Activity, SearchValue } from './payloads.ts';
import { identityOf, profiles } from './people.ts';
import type { Ears } from './router.ts';
import { voice } from './voice.ts';

interface Parts {
  readonly core: Core;
  readonly bot: Pick<Bot, 'say' | 'replace' | 'openPersonal'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly later: (work: Promise<unknown>) => void;
}

/** All that listens to Teams. */
export function ears({ core, bot, clock, log, later }: Parts): Ears {
  const ask = asking({ core, profiles: profiles(clock), log });
  const speaks = voice({ bot, clock, log });
  const talk = messages({ ask, voice: speaks, clock, log, later });
  const windows = dialogs({ ask, voice: speaks, clock, log, later });
  return {
    message: talk.message,
    installation: talk.installation,
    openDialog: windows.open,
    sentDialog: (activity) => windows.sent(activity, 'chat'),
    openExtension: windows.openExtension,
    sentExtension: (activity) => windows.sent(activity, 'extension'),
    invoke: async (activity) => {
      switch (activity.name) {
        case 'application/search':
          return suggestions(activity, core);
        case 'adaptiveCard/action':
          return talk.execute(activity);
        default:
          log.debug('Teams asked for something that is not offered.');
          return { status: 400 };
      }
    },
  };
}

function suggestions(activity: Activity, core: Core): Answer {
  const asked = SearchValue.safeParse(activity.value);
  if (!asked.success || identityOf(activity) === undefined) return { status: 400 };
  const { dataset, queryText } = asked.data;
  const found = core.suggest(dataset, queryText ?? '', LIMITS.suggestions);
  return {
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: found.map(choiceOf) },
    },
  };
}
