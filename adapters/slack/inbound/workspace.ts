import type { WebClient } from '@slack/web-api';
import type { Clock, Log } from '../../../src/ports.ts';
import { reasonOf } from '../outbound/clients.ts';
import type { SlackWorkspace } from './identity.ts';

const RETRY_MS = 60_000;
const FILES = 'files:read';

/** What is known about our own workspace; asking never holds anything up. */
export interface OwnWorkspace {
  /** Asks Slack once; never throws. */
  ask(): Promise<void>;
  /** What is known by now; asks again in the background when Slack could not be reached. */
  known(): SlackWorkspace | undefined;
}

/** Learns from Slack whose token we hold. */
export function ownWorkspace(client: WebClient, clock: Clock, log: Log): OwnWorkspace {
  let workspace: SlackWorkspace | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<void> {
    askedAt = clock.now().getTime();
    try {
      const answer = await client.auth.test();
      const { team_id: team, enterprise_id: enterprise, bot_id: botId, user_id: botUserId } = answer;
      if (team === undefined) return;
      workspace = {
        team,
        ...(enterprise === undefined ? {} : { enterprise }),
        ...(botId === undefined ? {} : { botId }),
        ...(botUserId === undefined ? {} : { botUserId }),
      };
      log.info('Slack knows our bot.', { team });
      // An app that was installed before it took files goes on without the permission, and Slack opens none of those forms.
      if (answer.response_metadata?.scopes?.includes(FILES) === false) {
        log.warn('Slack opens no form with files before the app is installed again with all permissions.', {
          missing: FILES,
        });
      }
    } catch (error) {
      log.warn('Slack could not be asked whose token this is.', { reason: reasonOf(error) });
    }
  }

  return {
    ask,
    known: () => {
      const isDue = workspace === undefined && clock.now().getTime() - askedAt >= RETRY_MS;
      if (isDue && Number.isFinite(askedAt)) void ask();
      return workspace;
    },
  };
}
