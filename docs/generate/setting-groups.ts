/** The settings of one subject, in the order of the page. */
export interface SettingGroup {
  readonly title: string;
  readonly intro?: string;
  readonly settings: readonly string[];
}

/** Every setting, under its subject. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    title: 'General',
    settings: [
      'PORT',
      'HOST',
      'LOG_LEVEL',
      'RECERT_PUBLIC_URL',
      'RECERT_TRUSTED_PROXIES',
      'RECERT_PLAYGROUND',
      'RECERT_FILE_LIMIT_MB',
      'RECERT_TOKEN_KEY',
      'RECERT_READ_PICTURES',
      'RECERT_SEARCH_MEMORY_MB',
    ],
  },
  {
    title: 'Watching',
    intro:
      'What there is to watch, and the standard variables of OpenTelemetry (`OTEL_…`): [operations.md](operations.md).',
    settings: ['RECERT_METRICS_PORT', 'RECERT_METRICS_TOKEN'],
  },
  {
    title: 'Limits per workspace',
    intro:
      'What one workspace may use, so that it leaves enough for the others: [hosting.md](hosting.md#many-workspaces).',
    settings: [
      'RECERT_WORKSPACE_WAITING',
      'RECERT_WORKSPACE_IMPORTS',
      'RECERT_WORKSPACE_REPORTS',
      'RECERT_WORKSPACE_FILES_MB',
    ],
  },
  {
    title: 'Database',
    intro: 'Which to choose, and what the login may do: [hosting.md](hosting.md#choose-a-database).',
    settings: [
      'DATABASE_URL',
      'RECERT_DATABASE_CONNECTIONS',
      'RECERT_DATABASE_QUERY_LIMIT_MS',
      'RECERT_DATA_DIR',
      'RECERT_BACKUP_PASSPHRASE',
    ],
  },
  {
    title: 'Slack',
    intro:
      'Set `SLACK_BOT_TOKEN`, or `SLACK_CLIENT_ID` and `SLACK_CLIENT_SECRET` for several workspaces; and `SLACK_APP_TOKEN` or `SLACK_SIGNING_SECRET`. Steps: [slack.md](slack.md).',
    settings: [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_API_URL',
    ],
  },
  {
    title: 'Microsoft Teams',
    intro:
      'Set `TEAMS_APP_ID`, `TEAMS_TENANT_ID`, and a client secret or a certificate. A managed identity needs neither. Steps: [teams.md](teams.md).',
    settings: [
      'TEAMS_APP_ID',
      'TEAMS_TENANT_ID',
      'TEAMS_APP_PASSWORD',
      'TEAMS_CERTIFICATE_THUMBPRINT',
      'TEAMS_CERTIFICATE_KEY',
      'TEAMS_APP_TYPE',
      'TEAMS_SERVICE_HOSTS',
      'RECERT_TEAMS_DEV',
    ],
  },
  {
    title: 'Assistants (MCP)',
    intro:
      'Off unless `RECERT_MCP=1`. It needs `RECERT_PUBLIC_URL`, and `SLACK_SIGNING_SECRET` for Slackbot or `RECERT_MCP_ISSUER` and `RECERT_MCP_KEYS_URL` for other clients. Steps: [mcp.md](mcp.md).',
    settings: [
      'RECERT_MCP',
      'RECERT_MCP_ISSUER',
      'RECERT_MCP_KEYS_URL',
      'RECERT_MCP_AUDIENCE',
      'RECERT_MCP_SCOPE',
      'RECERT_MCP_PEOPLE',
      'RECERT_MCP_USER_CLAIM',
      'RECERT_MCP_TENANT_CLAIM',
    ],
  },
  {
    title: 'Files in an S3-compatible store',
    intro: 'Without these, files are kept in the database. The first four are needed together.',
    settings: [
      'RECERT_S3_BUCKET',
      'RECERT_S3_ENDPOINT',
      'RECERT_S3_ACCESS_KEY_ID',
      'RECERT_S3_SECRET_ACCESS_KEY',
      'RECERT_S3_REGION',
      'RECERT_S3_PREFIX',
      'RECERT_S3_ENCRYPTION',
    ],
  },
  {
    title: 'Proxy',
    intro:
      'The names in lower case (`https_proxy`, `http_proxy`, `no_proxy`) work too and win. What goes through it: [hosting.md](hosting.md#behind-a-proxy).',
    settings: ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'RECERT_PROXY_GUARDS_FEEDS'],
  },
  { title: 'Reports', settings: ['PUPPETEER_EXECUTABLE_PATH', 'RECERT_BROWSER_SANDBOX'] },
];
