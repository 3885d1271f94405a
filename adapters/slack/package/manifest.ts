/** Where Slack sends requests when there is no socket. */
const PATH = '/slack/events';

/** The app as Slack is told of it: over a socket, or by requests to `baseUrl`. */
export function slackManifest(baseUrl?: string) {
  const url = baseUrl === undefined ? undefined : `${baseUrl.replace(/\/+$/u, '')}${PATH}`;
  const requests = url === undefined ? {} : { request_url: url };
  return {
    display_information: {
      name: 'recert',
      description: 'Keeps your professional certifications alive.',
      long_description:
        'recert keeps the certifications of a team alive inside the chat it already uses. Log the credits you earn, see ' +
        'the pace you need, look for opportunities that fit, and get a digest every week of what is due and what was done.',
      background_color: '#1f4d45',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'recert', always_online: true },
      slash_commands: [
        {
          command: '/recert',
          description: 'Log a credit, see your pace, find what to do next',
          usage_hint: 'help | log | pace | certs',
          should_escape: true,
          ...(url === undefined ? {} : { url }),
        },
      ],
      shortcuts: [
        { name: 'Log a credit', type: 'global', callback_id: 'log', description: 'Note down what you learned' },
        {
          name: 'Log this as a credit',
          type: 'message',
          callback_id: 'log-message',
          description: 'Note down what this message is about',
        },
      ],
    },
    oauth_config: {
      scopes: {
        bot: ['commands', 'chat:write', 'files:read', 'files:write', 'im:write', 'usergroups:read', 'users:read'],
      },
    },
    settings: {
      event_subscriptions: { ...requests, bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked'] },
      interactivity: {
        is_enabled: true,
        ...requests,
        ...(url === undefined ? {} : { message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
