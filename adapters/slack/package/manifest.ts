import type { AppPhrases } from '../../../src/chat/platform-phrases.ts';
import { OAUTH_PATH } from '../install/paths.ts';
import { SCOPES } from '../outbound/scopes.ts';

/** The path of Slack's requests over HTTP. */
const PATH = '/slack/events';

/** What a manifest is made for. */
interface ManifestOptions {
  /** The public address, for HTTP; without it, the manifest is for Socket Mode. */
  readonly baseUrl?: string | undefined;
  /** The public address of the MCP endpoint, without its path; Slackbot signs its requests with the app's signing secret. */
  readonly toolsUrl?: string | undefined;
  /** Lines and files that are sent to the app itself are read. */
  readonly readsDirectMessages?: boolean | undefined;
}

/** The app manifest. */
export function slackManifest(
  phrases: AppPhrases,
  { baseUrl, toolsUrl, readsDirectMessages = false }: ManifestOptions = {},
) {
  const url = baseUrl === undefined ? undefined : `${baseUrl.replace(/\/+$/u, '')}${PATH}`;
  const requests = url === undefined ? {} : { request_url: url };
  return {
    display_information: {
      name: 'recert',
      description: phrases.tagline,
      long_description: phrases.description,
      background_color: '#1f4d45',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: !readsDirectMessages,
      },
      bot_user: { display_name: 'recert', always_online: true },
      slash_commands: [
        {
          command: '/recert',
          description: phrases.command,
          usage_hint: phrases.commandHint,
          should_escape: true,
          ...(url === undefined ? {} : { url }),
        },
      ],
      shortcuts: [
        { ...phrases.log, type: 'global', callback_id: 'log' },
        { ...phrases.logMessage, type: 'message', callback_id: 'log-message' },
      ],
    },
    oauth_config: {
      ...(baseUrl === undefined ? {} : { redirect_urls: [`${baseUrl.replace(/\/+$/u, '')}${OAUTH_PATH}`] }),
      scopes: {
        bot: [
          ...SCOPES.flatMap((scope) => (readsDirectMessages && scope === 'im:write' ? ['im:history', scope] : [scope])),
          ...(toolsUrl === undefined ? [] : ['mcp:connect']),
        ],
      },
    },
    settings: {
      event_subscriptions: {
        ...requests,
        bot_events: [
          'app_home_opened',
          'app_uninstalled',
          ...(readsDirectMessages ? ['message.im'] : []),
          'tokens_revoked',
          'user_change',
        ],
      },
      interactivity: {
        is_enabled: true,
        ...requests,
        ...(url === undefined ? {} : { message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
    ...(toolsUrl === undefined
      ? {}
      : { mcp_servers: { recert: { url: `${toolsUrl.replace(/\/+$/u, '')}/mcp`, auth_type: 'slack_identity_auth' } } }),
  };
}
