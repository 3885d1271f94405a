import type { AppPhrases, SearchPhrases, ShortcutPhrases } from '../../../src/chat/platform-phrases.ts';
import { LIMITS } from '../cards/limits.ts';
import { SEARCHES } from '../inbound/search.ts';

/** What the app's manifest is written from. */
export interface ManifestOptions {
  readonly appId: string;
  /** The public https address of the bot, without a path. */
  readonly url: string;
  /** Three numbers; Teams updates an installed app only to a higher one. */
  readonly version: string;
  readonly phrases: AppPhrases;
  /** The commands Teams suggests while a person types. */
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

const SCHEMA = 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json';
const SCOPES = ['personal', 'team', 'groupChat'] as const;
const [RECORDS, OFFERS] = SEARCHES;

/** The manifest of the Teams app: a bot for persons, teams and chats, and a message extension; no further permissions. */
export function teamsManifest({ appId, url, version, phrases, commands }: ManifestOptions) {
  const { hostname } = new URL(url);
  return {
    $schema: SCHEMA,
    manifestVersion: '1.30',
    version,
    id: appId,
    developer: { name: 'recert', websiteUrl: url, privacyUrl: url, termsOfUseUrl: url },
    name: { short: 'recert', full: phrases.fullName },
    description: {
      short: phrases.tagline,
      full: phrases.description,
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
            // Teams suggests no more than this; all commands can be typed, and `help` lists them.
            commands: commands
              .slice(0, LIMITS.suggestedCommands)
              .map(({ name, description }) => ({ title: name, description, type: 'basic' })),
          },
        ],
      },
    ],
    composeExtensions: [{ botId: appId, commands: extensionOf(phrases) }],
    validDomains: [hostname],
  };
}

/** Two searches and two dialogs, in the menu of the message box and of a message. */
function extensionOf({ log, logMessage, records, opportunities }: AppPhrases) {
  return [
    searchOf(RECORDS, records),
    searchOf(OFFERS, opportunities),
    actionOf('log', log, ['commandBox', 'compose']),
    actionOf('log-message', logMessage, ['message']),
  ];
}

function searchOf(id: string, { name, description, input, inputHint }: SearchPhrases) {
  return {
    id,
    type: 'query',
    title: name,
    description,
    context: ['commandBox', 'compose'],
    initialRun: true,
    parameters: [{ name: 'query', title: input, description: inputHint, inputType: 'text' }],
  };
}

function actionOf(id: string, { name, description }: ShortcutPhrases, context: readonly string[]) {
  return { id, type: 'action', title: name, description, context, fetchTask: true };
}
