import { z } from 'zod';
import type { SettingReader } from '../../src/chat/platform-plugin.ts';

/** How Slack is reached. */
export interface SlackSettings {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
}

/** Reads what the environment says about Slack; nothing when it says nothing. Adds to `problems` what is wrong. */
export function readSettings(get: SettingReader, problems: string[]): SlackSettings | undefined {
  const botToken = get('SLACK_BOT_TOKEN');
  const signingSecret = get('SLACK_SIGNING_SECRET');
  const appToken = get('SLACK_APP_TOKEN');
  const apiUrl = get('SLACK_API_URL');
  if (apiUrl !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(apiUrl).success) {
    problems.push(`SLACK_API_URL must be an http or https address, got '${apiUrl}'.`);
  }
  if (botToken === undefined && signingSecret === undefined && appToken === undefined) return undefined;
  if (botToken === undefined)
    problems.push('SLACK_BOT_TOKEN is missing: the token that begins with xoxb-, from “OAuth & Permissions”.');
  else if (!botToken.startsWith('xoxb-')) problems.push('SLACK_BOT_TOKEN must begin with xoxb-.');
  if (signingSecret === undefined && appToken === undefined) {
    problems.push(
      'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing; one of them is needed.',
    );
  }
  if (appToken !== undefined && !appToken.startsWith('xapp-')) problems.push('SLACK_APP_TOKEN must begin with xapp-.');
  return {
    botToken: botToken ?? '',
    ...(signingSecret === undefined ? {} : { signingSecret }),
    ...(appToken === undefined ? {} : { appToken }),
    // Methods are appended to it.
    ...(apiUrl === undefined ? {} : { apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
  };
}
