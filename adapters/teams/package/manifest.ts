import type { AppPhrases, SearchPhrases, ShortcutPhrases } from '../../../src/chat/platform-phrases.ts';
import type { AppTranslation, DescribedCommand } from '../../../src/chat/platform-plugin.ts';
import { LIMITS } from '../cards/limits.ts';
import { SEARCHES } from '../inbound/answer-search.ts';
import { TAB_PATH } from '../tab/tab-files.ts';
import { resourceOf } from './resource.ts';

/** What the app's manifest is written from. */
export interface ManifestOptions {
  readonly appId: string;
  /** The public https address of the bot, without a path. */
  readonly url: string;
  /** Three numbers; Teams updates an installed app only to a higher one. */
  readonly version: string;
  readonly phrases: AppPhrases;
  readonly commands: readonly DescribedCommand[];
  readonly translations: readonly AppTranslation[];
}

const SCHEMAS = 'https://developer.microsoft.com/json-schemas/teams/v1.30';
const SCHEMA = `${SCHEMAS}/MicrosoftTeams.schema.json`;
const LOCALIZATION_SCHEMA = `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`;
const SCOPES = ['personal', 'team', 'groupChat'] as const;
const PERSONAL = ['personal'] as const;
const [RECORDS, OFFERS] = SEARCHES;

/** What Teams suggests while a person types: the everyday commands, then those of people who lead. It suggests no more; `help` lists all. */
export const SUGGESTED: readonly string[] = [
  ...['home', 'log', 'pace', 'next', 'search', 'certs', 'history', 'debt', 'plan'],
  ...['team', 'report', 'help'],
];

/** The manifest of the Teams app: a bot for persons, teams and chats, a personal tab, and a message extension; no further permissions. */
export function teamsManifest({ appId, url, version, phrases, commands, translations }: ManifestOptions) {
  const { hostname } = new URL(url);
  return {
    $schema: SCHEMA,
    manifestVersion: '1.30',
    version,
    id: appId,
    developer: { name: 'recert', websiteUrl: url, privacyUrl: `${url}/privacy`, termsOfUseUrl: `${url}/terms` },
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
            commands: suggestedOf(commands).map(({ name, description }) => ({
              title: name,
              description,
              type: 'basic',
            })),
          },
        ],
      },
    ],
    staticTabs: [
      { entityId: 'conversations', scopes: PERSONAL },
      { entityId: 'overview', name: phrases.overview, contentUrl: `${url}${TAB_PATH}`, scopes: PERSONAL },
      { entityId: 'about', scopes: PERSONAL },
    ],
    composeExtensions: [{ botId: appId, commands: extensionOf(phrases) }],
    webApplicationInfo: { id: appId, resource: resourceOf(appId, url) },
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: translations.map((one) => ({ languageTag: one.language, file: translationFile(one) })),
    },
    validDomains: [hostname],
  };
}

/** The file of a translation in the package. */
export function translationFile({ language }: AppTranslation): string {
  return `${language}.json`;
}

/** The texts of the manifest in another language, by their place in it. What a person types is the same in each. */
export function translationOf({ phrases, commands }: AppTranslation, { appId, url, ...app }: ManifestOptions) {
  const { staticTabs, bots } = teamsManifest({ appId, url, ...app });
  const titles = (bots[0]?.commandLists[0]?.commands ?? []).map(({ title }) => title);
  return {
    $schema: LOCALIZATION_SCHEMA,
    'name.full': phrases.fullName,
    'name.short': 'recert',
    'description.short': phrases.tagline,
    'description.full': phrases.description,
    [`staticTabs[${staticTabs.findIndex(({ entityId }) => entityId === 'overview')}].name`]: phrases.overview,
    ...Object.fromEntries(
      commands.flatMap(({ name, description }): [string, string][] => {
        const index = titles.indexOf(name);
        return index < 0 ? [] : [[`bots[0].commandLists[0].commands[${index}].description`, description]];
      }),
    ),
    ...Object.fromEntries(extensionOf(phrases).flatMap(extensionTexts)),
  };
}

function extensionTexts(
  { title, description, parameters = [] }: ExtensionCommand,
  index: number,
): readonly [string, string][] {
  const place = `composeExtensions[0].commands[${index}]`;
  return [
    [`${place}.title`, title],
    [`${place}.description`, description],
    ...parameters.flatMap((parameter, at): [string, string][] => [
      [`${place}.parameters[${at}].title`, parameter.title],
      [`${place}.parameters[${at}].description`, parameter.description],
    ]),
  ];
}

function suggestedOf(commands: readonly DescribedCommand[]): readonly DescribedCommand[] {
  return SUGGESTED.flatMap((name) => commands.find((command) => command.name === name) ?? []).slice(
    0,
    LIMITS.suggestedCommands,
  );
}

interface ExtensionCommand {
  readonly title: string;
  readonly description: string;
  readonly parameters?: readonly { readonly title: string; readonly description: string }[];
}

/** Two searches and two dialogs, in the menu of the message box and of a message. */
function extensionOf({ log, logMessage, records, opportunities }: AppPhrases): readonly ExtensionCommand[] {
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
