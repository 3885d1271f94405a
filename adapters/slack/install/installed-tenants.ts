import type { BotInstallation, InstalledBots } from '../../../src/chat/installed-bots.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { SlackWorkspace } from '../inbound/identity.ts';
import {
  newTenantMemory,
  newTenantServices,
  type ServiceDeps,
  type TenantMemory,
  type TenantServices,
  type Tenants,
} from '../tenants/tenant-services.ts';
import type { TokenRotation } from './token-rotation.ts';

/** Tenants without an interaction for this long are read again. */
const REMEMBERED_MS = 24 * 60 * 60_000;
const MAX_REMEMBERED = 5000;
/** Slack expects an answer within three seconds, so a slow database isn't waited for. */
const READ_MS = 1000;

interface InstalledDeps extends ServiceDeps {
  readonly bots: InstalledBots;
  readonly rotation: TokenRotation;
}

interface KnownTenant {
  readonly memory: TenantMemory;
  /** The services of the token that was used last. */
  readonly current?: { readonly token: string | undefined; readonly services: TenantServices };
}

/** Serves each tenant with the token of its own installation, read for each request, so that every process knows at once what changed. */
export function installedTenants(deps: InstalledDeps): Tenants {
  const { bots, rotation, clock, log } = deps;
  const known = new Recent<KnownTenant>(clock, REMEMBERED_MS, MAX_REMEMBERED);

  function servicesOf(tenant: string, installation: BotInstallation | undefined): TenantServices {
    const { memory, current } = known.get(tenant) ?? { memory: newTenantMemory(clock) };
    const token = installation?.tokens.access;
    if (current !== undefined && current.token === token) {
      known.set(tenant, { memory, current });
      return current.services;
    }
    const workspace = installation && workspaceOf(installation);
    const services = newTenantServices({ token, workspace: () => workspace }, memory, deps);
    known.set(tenant, { memory, current: { token, services } });
    return services;
  }

  async function read(tenant: string): Promise<TenantServices> {
    return servicesOf(tenant, await rotation.fresh(await bots.find(tenant)));
  }

  return {
    of: async (tenant) => {
      const last = known.get(tenant)?.current?.services;
      if (last === undefined) return read(tenant);
      const reading = read(tenant).catch((error: unknown) => {
        log.warn('An installation could not be read; the last known one is used.', { tenant, error });
        return last;
      });
      return withTimeLimit(reading, READ_MS, () => last);
    },
    forget: async (tenant, issuedUntil) => {
      await bots.remove(tenant, issuedUntil);
      const left = await bots.find(tenant);
      if (left !== undefined) return true;
      known.delete(tenant);
      return false;
    },
  };
}

function workspaceOf({ tenant, enterprise, botId, botUserId }: BotInstallation): SlackWorkspace {
  return {
    team: tenant,
    botUserId,
    ...(enterprise === undefined ? {} : { enterprise }),
    ...(botId === undefined ? {} : { botId }),
  };
}
