import { z } from 'zod';
import type { SettingReader } from '../../src/chat/platform-plugin.ts';
import { flag, textThat } from '../../src/settings/fields.ts';
import { notes, readFields } from '../../src/settings/setting-notes.ts';

/** What workspaces install the app with. */
interface SlackApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The public https address of recert, without a path. */
  readonly publicUrl: string;
  /** Slackbot may use recert's tools, so workspaces are asked for that too. */
  readonly hasTools: boolean;
}

/** The Slack connection. */
export interface SlackSettings {
  /** The token of the one workspace; without it, workspaces install the app themselves. */
  readonly botToken?: string;
  readonly app?: SlackApp;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
}

/** The settings of Slack. */
export const SLACK_SETTINGS = z.object({
  SLACK_BOT_TOKEN: textThat((text) => text.startsWith('xoxb-'), {
    use: 'the token that begins with xoxb-',
    isSecret: true,
  })
    .exactOptional()
    .register(notes, { meaning: 'Bot token, xoxb-…, from “OAuth & Permissions”.', isSecret: true }),
  SLACK_SIGNING_SECRET: textThat((text) => /^[\da-z]{32}$/iu.test(text), {
    use: 'the 32 characters from “Basic Information” → “App Credentials” → “Signing Secret”',
    isSecret: true,
  })
    .exactOptional()
    .register(notes, { meaning: 'Signing secret, for Slack over HTTP.', isSecret: true }),
  SLACK_APP_TOKEN: textThat((text) => text.startsWith('xapp-'), {
    use: 'the token that begins with xapp-',
    isSecret: true,
  })
    .exactOptional()
    .register(notes, { meaning: 'App-level token, xapp-…, for Slack by Socket Mode.', isSecret: true }),
  SLACK_CLIENT_ID: textThat((text) => /^\d+\.\d+$/u.test(text), {
    use: 'the number with a dot from “Basic Information” → “App Credentials” → “Client ID”',
  })
    .exactOptional()
    .register(notes, { meaning: 'Client ID, for workspaces that install the app themselves.' }),
  SLACK_CLIENT_SECRET: textThat((text) => /^[\da-z]{32}$/iu.test(text), {
    use: 'the 32 characters from “Basic Information” → “App Credentials” → “Client Secret”',
    isSecret: true,
  })
    .exactOptional()
    .register(notes, { meaning: 'Client secret, for workspaces that install the app themselves.', isSecret: true }),
  SLACK_API_URL: textThat((text) => z.url({ protocol: /^https?$/ }).safeParse(text).success, {
    use: 'an http or https address',
  })
    // The client appends method names.
    .transform((text) => (text.endsWith('/') ? text : `${text}/`))
    .exactOptional()
    .register(notes, {
      default: 'https://slack.com/api/',
      meaning: 'Address of Slack’s Web API, for proxies and tests.',
    }),
});

/** Reads the settings of Slack; `undefined` if none is set. Adds every problem to `problems`. */
export function readSettings(get: SettingReader, problems: string[]): SlackSettings | undefined {
  const before = problems.length;
  const read = readFields(SLACK_SETTINGS, get, problems);
  const isSet = (name: string) => get(name) !== undefined;
  if (!NAMES.some(isSet)) return undefined;
  problems.push(...missingSettings(isSet));
  if (read === undefined || problems.length > before) return undefined;
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = read;
  const app = readApp(read, get);
  return {
    ...(botToken === undefined ? {} : { botToken }),
    ...(app === undefined ? {} : { app }),
    ...(signingSecret === undefined ? {} : { signingSecret }),
    ...(appToken === undefined ? {} : { appToken }),
    ...(read.SLACK_API_URL === undefined ? {} : { apiUrl: read.SLACK_API_URL }),
  };
}

/** The settings that turn the connection on. */
const NAMES = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'];

/** A sentence for each setting that is missing, or of which there is one too many. */
function missingSettings(isSet: (name: string) => boolean): readonly string[] {
  const installs = isSet('SLACK_CLIENT_ID') || isSet('SLACK_CLIENT_SECRET');
  const problems: readonly (readonly [isProblem: boolean, sentence: string])[] = [
    [
      !installs && !isSet('SLACK_BOT_TOKEN'),
      'SLACK_BOT_TOKEN is missing: the token that begins with xoxb-, from “OAuth & Permissions”.',
    ],
    [
      !isSet('SLACK_SIGNING_SECRET') && !isSet('SLACK_APP_TOKEN'),
      'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing; one of them is needed.',
    ],
    [
      installs && isSet('SLACK_BOT_TOKEN'),
      'SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for workspaces that install the app themselves. Leave one of them out.',
    ],
    ...APP_NEEDS.map(([name, what]) => [installs && !isSet(name), `${name} is missing: ${what}.`] as const),
  ];
  return problems.flatMap(([isProblem, sentence]) => (isProblem ? [sentence] : []));
}

/** What is needed for workspaces to install the app. */
const APP_NEEDS = [
  ['SLACK_CLIENT_ID', 'the client ID from “Basic Information”'],
  ['SLACK_CLIENT_SECRET', 'the client secret from “Basic Information”'],
  ['RECERT_PUBLIC_URL', 'the https address that Slack sends people back to after they installed the app'],
  ['RECERT_TOKEN_KEY', 'the key that encrypts the tokens of workspaces; openssl rand -hex 32 prints a new one'],
] as const;

function readApp(
  { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret }: z.output<typeof SLACK_SETTINGS>,
  get: SettingReader,
): SlackApp | undefined {
  const publicUrl = URL.parse(get('RECERT_PUBLIC_URL') ?? '')?.origin;
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) return undefined;
  const hasTools = flag().safeParse(get('RECERT_MCP')).data === true && get('SLACK_SIGNING_SECRET') !== undefined;
  return { clientId, clientSecret, publicUrl, hasTools };
}
