import { ErrorCode, WebAPIHTTPError, WebAPIPlatformError } from '@slack/web-api';
import { PlatformRefusal } from '../../../src/chat/platform-status.ts';
import { networkProblem } from '../../../src/network/network-problem.ts';

/** A setting with a token of Slack. */
type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Where each token is found on https://api.slack.com/apps. */
const PAGE: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN: '“OAuth & Permissions” (Bot User OAuth Token, xoxb-…)',
  SLACK_APP_TOKEN: '“Basic Information” → “App-Level Tokens” (xapp-…, scope connections:write)',
};

/** What each refusal means; any other error of Slack may pass. */
const MEANING: Readonly<Record<string, string>> = {
  not_authed: 'is not a token',
  invalid_auth: 'is not valid, or may not be used from this address',
  account_inactive: 'belongs to an app that was uninstalled, or to a workspace that was deleted',
  user_removed_from_team: 'belongs to an app that was removed from the workspace',
  token_revoked: 'was revoked',
  token_expired: 'has expired; turn token rotation off for the app',
  not_allowed_token_type: 'is a token of another kind',
  missing_scope: 'lacks a permission',
  no_permission: 'lacks a permission',
  team_disabled: 'belongs to a workspace that is disabled',
  org_login_required: 'belongs to a workspace that is being moved to another organisation',
  ekm_access_denied: 'was suspended by an admin of the workspace',
  forbidden_team: 'belongs to a workspace that may not use Socket Mode',
};

/** Returns the refusal of a token with its remedy; undefined if the error may pass. */
export function refusalOf(error: unknown, setting: TokenSetting): PlatformRefusal | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined;
  const code = error.data.error;
  const meaning = MEANING[code];
  if (meaning === undefined) return undefined;
  const copy = `Open your app at https://api.slack.com/apps and copy the token from ${PAGE[setting]}.`;
  return new PlatformRefusal(`Slack refuses ${setting} (${code}): it ${meaning}. ${copy}`, { cause: error });
}

/** Returns why Slack is not connected, in one sentence for the operator. */
export function slackProblem(error: unknown): string {
  return error instanceof PlatformRefusal ? error.message : `Slack can't be reached: ${problemIn(error)}.`;
}

/** Returns why a call failed as a clause, without its content. */
export function problemIn(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return `Slack answered ${error.data.error}`;
  if (error instanceof WebAPIHTTPError) return `Slack answered with status ${error.statusCode}`;
  if (error instanceof Error && 'code' in error && error.code === ErrorCode.RateLimitedError) {
    return 'Slack received too many calls';
  }
  return networkProblem(error);
}
