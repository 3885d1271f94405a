import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import { z } from 'zod';
import type { BotInstallation, BotTokens } from '../../../src/chat/installed-bots.ts';

/** What Slack knows the app by. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An installation, and who installed it. */
export interface NewInstallation {
  readonly installation: BotInstallation;
  readonly installedBy: string;
  /** The name of the workspace or organisation. */
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Slack's exchange of codes and refresh tokens for tokens. Throws Slack's refusals and network errors. */
export interface OAuth {
  exchange(code: string, redirectUri: string, now: Date): Promise<NewInstallation>;
  refresh(refreshToken: string, now: Date): Promise<BotTokens>;
}

const Id = z.string().min(1).max(255);
const Named = z.object({ id: Id, name: z.string().max(255).optional() });
const Tokens = z.object({
  access_token: z.string().min(1).max(4000),
  refresh_token: z.string().min(1).max(4000).optional(),
  expires_in: z.number().int().positive().optional(),
});
const Access = Tokens.extend({
  token_type: z.literal('bot'),
  scope: z.string().default(''),
  bot_user_id: Id,
  is_enterprise_install: z.boolean().default(false),
  team: Named.nullish(),
  enterprise: Named.nullish(),
  authed_user: z.object({ id: Id }),
});

const CALL_MS = 10_000;

/** Creates the exchange of tokens for an app. */
export function slackOAuth({ clientId, clientSecret }: OAuthApp, webOptions: WebClientOptions): OAuth {
  const { oauth } = new WebClient(undefined, { ...webOptions, timeout: CALL_MS });
  const app = { client_id: clientId, client_secret: clientSecret };
  return {
    exchange: async (code, redirectUri, now) => {
      const answer = await oauth.v2.access({ ...app, code, redirect_uri: redirectUri });
      return installationFrom(Access.parse(answer), now);
    },
    refresh: async (refreshToken, now) => {
      const answer = await oauth.v2.access({ ...app, grant_type: 'refresh_token', refresh_token: refreshToken });
      return tokensFrom(Tokens.parse(answer), now);
    },
  };
}

/** Slack's error code of a refused exchange; undefined for any other failure. */
export function refusalCodeOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

function installationFrom(access: z.output<typeof Access>, now: Date): NewInstallation {
  const { team, enterprise, is_enterprise_install: isOrgWide } = access;
  const owner = isOrgWide ? enterprise : team;
  if (!owner) throw new Error('Slack named no workspace and no organisation.');
  return {
    installation: {
      ...{ tenant: owner.id, isOrgWide, botUserId: access.bot_user_id, installedAt: now },
      ...(enterprise ? { enterprise: enterprise.id } : {}),
      tokens: tokensFrom(access, now),
    },
    installedBy: access.authed_user.id,
    name: owner.name ?? owner.id,
    scopes: access.scope.split(','),
  };
}

function tokensFrom(answer: z.output<typeof Tokens>, now: Date): BotTokens {
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = answer;
  return {
    access,
    ...(refresh === undefined ? {} : { refresh }),
    ...(seconds === undefined ? {} : { expiresAt: new Date(now.getTime() + seconds * 1000) }),
  };
}
