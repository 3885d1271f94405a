import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../src/ports.ts';
import { problemIn, refusalOf } from '../outbound/refusals.ts';
import { checkScopes } from '../outbound/scopes.ts';
import type { SlackWorkspace } from './identity.ts';

/** The workspace of the bot token. */
export interface OwnWorkspace {
  /** Reads it from Slack, unless it is known. Throws `PlatformRefusal` if Slack refuses the token, another error if the call failed. */
  load(): Promise<void>;
  known(): SlackWorkspace | undefined;
}

/** Creates the reader of the token's workspace. */
export function ownWorkspace(client: WebClient, log: Log): OwnWorkspace {
  let workspace: SlackWorkspace | undefined;

  async function load(): Promise<void> {
    if (workspace !== undefined) return;
    const answer = await client.auth.test().catch((error: unknown) => {
      log.warn('The workspace of the bot token could not be read.', { reason: problemIn(error) });
      throw refusalOf(error, 'SLACK_BOT_TOKEN') ?? error;
    });
    const { team_id: team, enterprise_id: enterprise, bot_id: botId, user_id: botUserId } = answer;
    if (team === undefined) throw new Error('Slack named no workspace.');
    checkScopes(answer.response_metadata?.scopes, log);
    workspace = {
      team,
      ...(enterprise === undefined ? {} : { enterprise }),
      ...(botId === undefined ? {} : { botId }),
      ...(botUserId === undefined ? {} : { botUserId }),
    };
    log.info('Slack has accepted the bot token.', { team });
  }

  return { load, known: () => workspace };
}
