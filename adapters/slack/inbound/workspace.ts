import type { WebClient } from '@slack/web-api';
import type { Clock, Log } from '../../../src/ports.ts';
import { reasonOf } from '../outbound/clients.ts';
import type { SlackWorkspace } from './identity.ts';

const RETRY_MS = 60_000;
const FILES_SCOPE = 'files:read';

/** The workspace of the bot token, read in the background. */
export interface OwnWorkspace {
  /** Reads it from Slack once; never throws. */
  load(): Promise<void>;
  /** The workspace if it is known by now; otherwise reads it again, at most once a minute. */
  known(): SlackWorkspace | undefined;
}

/** Creates the reader of the token's workspace. */
export function ownWorkspace(client: WebClient, clock: Clock, log: Log): OwnWorkspace {
  let workspace: SlackWorkspace | undefined;
  let loadedAt = Number.NEGATIVE_INFINITY;

  async function load(): Promise<void> {
    loadedAt = clock.now().getTime();
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
      log.info('Slack has accepted the bot token.', { team });
      // An app installed before this scope was added lacks it, and Slack then refuses forms with files.
      if (answer.response_metadata?.scopes?.includes(FILES_SCOPE) === false) {
        log.warn('Reinstall the Slack app: without this scope, forms with files cannot be opened.', {
          missing: FILES_SCOPE,
        });
      }
    } catch (error) {
      log.warn('The workspace of the bot token could not be read.', { reason: reasonOf(error) });
    }
  }

  return {
    load,
    known: () => {
      const isDue = workspace === undefined && clock.now().getTime() - loadedAt >= RETRY_MS;
      if (isDue && Number.isFinite(loadedAt)) void load();
      return workspace;
    },
  };
}
