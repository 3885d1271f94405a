import type { Authorize } from '@slack/bolt';
import type { HttpRoute } from '../../../src/chat/chat-adapter.ts';
import type { SlackWorkspace } from '../inbound/identity.ts';
import type { Tenants } from './tenant-services.ts';

/** The path of Slack's signed requests over HTTP. */
export const EVENTS_PATH = '/slack/events';

/** The tenants that are served, and how they are reached. */
export interface TenantConnection {
  readonly tenants: Tenants;
  /** Makes one call that Slack must accept. Throws `PlatformRefusal` if Slack refuses the settings, another error if the call failed. */
  open(): Promise<void>;
  /** Makes the call of `open`, and nothing else. */
  check(): Promise<void>;
  close(): void;
  /** The bot that receives an event, by which Bolt ignores the bot's own messages. */
  authorize: Authorize<boolean>;
  /** Serves Slack's signed requests, if they come by HTTP, and perhaps pages of its own. */
  route(handleEvents: HttpRoute['handle'] | undefined): HttpRoute | undefined;
}

/** The ids of a bot, as far as they are known. */
export function botOf(workspace: SlackWorkspace | undefined): Pick<SlackWorkspace, 'botId' | 'botUserId'> {
  return {
    ...(workspace?.botId === undefined ? {} : { botId: workspace.botId }),
    ...(workspace?.botUserId === undefined ? {} : { botUserId: workspace.botUserId }),
  };
}
