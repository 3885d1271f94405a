import { z } from 'zod';
import type { SettingReader } from '../../src/chat/platform-plugin.ts';
import { textThat } from '../../src/settings/fields.ts';
import { notes, readFields } from '../../src/settings/settings.ts';

/** The Slack connection. */
export interface SlackSettings {
  readonly botToken: string;
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
  const read = readFields(SLACK_SETTINGS, get, problems);
  const [bot, secret, app] = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].map(get);
  if (bot === undefined && secret === undefined && app === undefined) return undefined;
  if (bot === undefined)
    problems.push('SLACK_BOT_TOKEN is missing: the token that begins with xoxb-, from “OAuth & Permissions”.');
  if (secret === undefined && app === undefined) {
    problems.push(
      'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing; one of them is needed.',
    );
  }
  if (read?.SLACK_BOT_TOKEN === undefined) return undefined;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = read;
  return {
    botToken: read.SLACK_BOT_TOKEN,
    ...(signingSecret === undefined ? {} : { signingSecret }),
    ...(appToken === undefined ? {} : { appToken }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  };
}
