import { LIMITS } from '../cards/limits.ts';
import { SEARCHES } from '../inbound/search.ts';

/** The app as Teams is told of it. */
export interface ManifestOptions {
  readonly appId: string;
  /** The public https address of the bot, without a path. */
  readonly url: string;
  /** Three numbers; Teams updates an installed app only to a higher one. */
  readonly version: string;
  /** What people can type, for Teams' suggestions. */
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

const SCHEMA = 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json';
const SCOPES = ['personal', 'team', 'groupChat'] as const;

/** The manifest of the Teams app: a bot for persons, teams and chats, and a message extension; no further permissions. */
export function teamsManifest({ appId, url, version, commands }: ManifestOptions) {
  const { hostname } = new URL(url);
  return {
    $schema: SCHEMA,
    manifestVersion: '1.30',
    version,
    id: appId,
    developer: { name: 'recert', websiteUrl: url, privacyUrl: url, termsOfUseUrl: url },
    name: { short: 'recert', full: 'recert: certifications kept alive' },
    description: {
      short: 'Keeps your professional certifications alive.',
      full:
        'recert keeps the certifications of a team alive inside the chat it already uses. Log the credits you earn, see ' +
        'the pace you need, look for opportunities that fit, and get a digest every week of what is due and what was done.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1F4D45',
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: appId,
        scopes: SCOPES,
        supportsFiles: true,
        isNotificationOnly: false,
        supportsTargetedMessages: true,
        commandLists: [
          {
            scopes: SCOPES,
            triggers: ['mention', 'slash'],
            // Teams suggests no more; the others can be typed all the same, and help names them.
            commands: commands
              .slice(0, LIMITS.suggestedCommands)
              .map(({ name, description }) => ({ title: name, description, type: 'basic' })),
          },
        ],
      },
    ],
    composeExtensions: [{ botId: appId, commands: EXTENSION }],
    validDomains: [hostname],
  };
}

const [RECORDS, OFFERS] = SEARCHES;

const EXTENSION = [
  {
    id: RECORDS,
    type: 'query',
    title: 'My records',
    description: 'Find something you logged, and show it to others',
    context: ['commandBox', 'compose'],
    initialRun: true,
    parameters: [{ name: 'query', title: 'Find', description: 'Title, provider or certification', inputType: 'text' }],
  },
  {
    id: OFFERS,
    type: 'query',
    title: 'Opportunities',
    description: 'Find something worth attending, and show it to others',
    context: ['commandBox', 'compose'],
    initialRun: true,
    parameters: [{ name: 'query', title: 'Find', description: 'Words, free, this week, under 1h', inputType: 'text' }],
  },
  {
    id: 'log',
    type: 'action',
    title: 'Log a credit',
    description: 'Note down what you learned',
    context: ['commandBox', 'compose'],
    fetchTask: true,
  },
  {
    id: 'log-message',
    type: 'action',
    title: 'Log this as a credit',
    description: 'Note down what this message is about',
    context: ['message'],
    fetchTask: true,
  },
];
