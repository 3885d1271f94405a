import type { HttpRoute } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { InstallProblem } from '../../../src/chat/install-phrases.ts';
import type { InstalledBots } from '../../../src/chat/installed-bots.ts';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { problemIn } from '../outbound/refusals.ts';
import { scopesToInstall } from '../outbound/scopes.ts';
import type { Tenants } from '../tenants/tenant-services.ts';
import { installedPage, problemPage, startPage } from './install-pages.ts';
import { ENDED_INSTALL, readInstall, startInstall } from './install-state.ts';
import { type NewInstallation, type OAuth, type OAuthApp, refusalCodeOf } from './oauth.ts';
import { INSTALL_PATH, OAUTH_PATH } from './paths.ts';

interface InstallRouteDeps extends OAuthApp {
  /** Slackbot may use recert's tools. */
  readonly hasTools?: boolean;
  readonly publicUrl: string;
  readonly bots: InstalledBots;
  readonly oauth: OAuth;
  readonly tenants: Tenants;
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
  readonly clock: Clock;
  readonly log: Log;
}

const AUTHORIZE = 'https://slack.com/oauth/v2/authorize';

/** Why nothing was installed, and Slack's error code. */
interface Failure {
  readonly problem: InstallProblem;
  readonly status: number;
  readonly code?: string | undefined;
}

/** The settings of recert that Slack may refuse, and a code that is not valid any more. */
const PROBLEMS: Readonly<Record<string, InstallProblem>> = {
  ...{ invalid_client_id: 'settings', bad_client_secret: 'settings', bad_redirect_uri: 'settings' },
  ...{ invalid_code: 'codeExpired', code_already_used: 'codeExpired', code_expired: 'codeExpired' },
};

/** Serves the page before an installation, and Slack's answer to it. */
export function installRoute(deps: InstallRouteDeps): HttpRoute['handle'] {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== INSTALL_PATH && pathname !== OAUTH_PATH) return new Response(null, { status: 404 });
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
    const phrases = (await deps.core).phrases({ locale: preferredLocale(request) });
    return pathname === INSTALL_PATH
      ? start(phrases, deps)
      : finish({ query: searchParams, cookies: request.headers.get('cookie') }, phrases, deps);
  };
}

function start(phrases: PlatformPhrases, deps: InstallRouteDeps): Response {
  const { clientId, clientSecret, publicUrl, clock } = deps;
  const scopes = scopesToInstall(deps);
  const { state, cookie } = startInstall(clientSecret, clock.now());
  const query = { client_id: clientId, scope: scopes.join(','), redirect_uri: `${publicUrl}${OAUTH_PATH}`, state };
  return html(200, startPage(phrases, scopes, `${AUTHORIZE}?${new URLSearchParams(query)}`), cookie);
}

interface OAuthAnswer {
  readonly query: URLSearchParams;
  readonly cookies: string | null;
}

async function finish(answer: OAuthAnswer, phrases: PlatformPhrases, deps: InstallRouteDeps): Promise<Response> {
  const installed = await install(answer, deps);
  if ('problem' in installed) {
    const { status, ...failure } = installed;
    return html(status, problemPage(phrases, failure, `${deps.publicUrl}${INSTALL_PATH}`), ENDED_INSTALL);
  }
  const { name, installation } = installed;
  return html(200, installedPage(phrases, name, installation.tenant), ENDED_INSTALL);
}

async function install({ query, cookies }: OAuthAnswer, deps: InstallRouteDeps): Promise<NewInstallation | Failure> {
  const { bots, clientSecret, clock, log } = deps;
  const now = clock.now();
  const started = readInstall({ state: query.get('state'), cookies }, clientSecret, now);
  const expired: Failure = { problem: 'expired', status: 403 };
  if (started === undefined) return expired;
  try {
    if (!(await bots.claimInstallState(started, now))) return expired;
    const [error, code] = [query.get('error'), query.get('code')];
    if (error === 'access_denied') return { problem: 'cancelled', status: 200 };
    if (error !== null || code === null || code === '') return refusal(error ?? undefined);
    const exchanged = await exchange(code, deps);
    if ('installation' in exchanged) await record(exchanged, deps);
    return exchanged;
  } catch (error) {
    log.error('An installation could not be saved.', { error });
    return { problem: 'failed', status: 500 };
  }
}

async function exchange(code: string, deps: InstallRouteDeps): Promise<NewInstallation | Failure> {
  const { oauth, publicUrl, clock, log } = deps;
  try {
    return await oauth.exchange(code, `${publicUrl}${OAUTH_PATH}`, clock.now());
  } catch (error) {
    const refused = refusalCodeOf(error);
    log.warn('Slack did not exchange the code of an installation.', { reason: problemIn(error) });
    return refused === undefined ? { problem: 'unreachable', status: 502 } : refusal(refused);
  }
}

/** Slack's codes are shown; any other text in the address is not. */
function refusal(code: string | undefined): Failure {
  const shown = code !== undefined && /^[a-z_]{1,60}$/u.test(code) ? code : undefined;
  return { problem: PROBLEMS[shown ?? ''] ?? 'refused', status: 403, code: shown };
}

async function record({ installation, installedBy, scopes }: NewInstallation, deps: InstallRouteDeps): Promise<void> {
  const { bots, tenants, core, log } = deps;
  const { tenant } = installation;
  await bots.save(installation);
  const missing = scopesToInstall(deps).filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) log.warn('A workspace installed the app without some scopes.', { tenant, missing });
  log.info('A tenant installed the app.', { tenant });
  const profile = await (await tenants.of(tenant)).profiles.of(installedBy);
  const by = { platform: 'slack', tenant, user: installedBy } as const;
  const direct = { platform: 'slack', tenant, address: installedBy } as const;
  await (await core).recordInstallation({ by, direct, ...(profile === undefined ? {} : { profile }) });
}

function preferredLocale(request: Request): string | undefined {
  return request.headers.get('accept-language')?.split(/[,;]/u)[0]?.trim() || undefined;
}

function html(status: number, content: string, cookie: string): Response {
  return new Response(content, {
    status,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'set-cookie': cookie,
      'x-content-type-options': 'nosniff',
    },
  });
}
