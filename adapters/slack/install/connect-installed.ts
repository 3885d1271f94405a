import { WebClient } from '@slack/web-api';
import type { HttpRoute } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { InstalledBots } from '../../../src/chat/installed-bots.ts';
import { botOf, EVENTS_PATH, type TenantConnection } from '../tenants/tenant-connection.ts';
import type { ServiceDeps } from '../tenants/tenant-services.ts';
import { installRoute } from './install-route.ts';
import { installedTenants } from './installed-tenants.ts';
import { type OAuthApp, slackOAuth } from './oauth.ts';
import { tokenRotation } from './token-rotation.ts';

/** How workspaces install the app themselves. */
export interface InstallOptions extends OAuthApp {
  /** Slackbot may use recert's tools, so workspaces are asked for that too. */
  readonly hasTools?: boolean;
  /** The public https address of recert, without a path. */
  readonly publicUrl: string;
  readonly bots: InstalledBots;
}

interface InstalledDeps extends ServiceDeps {
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
}

const OPEN_MS = 10_000;

/** Serves each workspace and organisation with the token of its own installation. */
export function connectInstalled(install: InstallOptions | undefined, deps: InstalledDeps): TenantConnection {
  if (install === undefined) throw new Error('Slack needs a bot token, or a client id and secret, got neither.');
  const { bots } = install;
  const { webOptions, clock, log } = deps;
  const oauth = slackOAuth(install, webOptions);
  const rotation = tokenRotation({ bots, oauth, clock, log });
  const tenants = installedTenants({ ...deps, bots, rotation });
  const pages = installRoute({ ...install, ...deps, oauth, tenants });
  const reach = async () => {
    await new WebClient(undefined, { ...webOptions, timeout: OPEN_MS }).api.test();
  };
  return {
    tenants,
    open: async () => {
      await reach();
      await rotation.start();
    },
    check: reach,
    close: () => rotation.stop(),
    authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const tenant = (isEnterpriseInstall ? enterpriseId : teamId) ?? enterpriseId ?? teamId;
      return tenant === undefined ? {} : botOf((await tenants.of(tenant)).workspace());
    },
    route: (handleEvents) => withPages(pages, handleEvents),
  };
}

function withPages(pages: HttpRoute['handle'], handleEvents: HttpRoute['handle'] | undefined): HttpRoute {
  return {
    path: '/slack',
    handle: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname !== EVENTS_PATH) return pages(request);
      return handleEvents === undefined ? new Response(null, { status: 404 }) : handleEvents(request);
    },
  };
}
