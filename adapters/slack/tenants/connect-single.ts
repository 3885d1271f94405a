import { ownWorkspace } from '../inbound/workspace.ts';
import { botOf, EVENTS_PATH, type TenantConnection } from './tenant-connection.ts';
import { newTenantMemory, newTenantServices, type ServiceDeps } from './tenant-services.ts';

/** Serves every request with the one token of the settings. */
export function connectSingle(token: string, deps: ServiceDeps): TenantConnection {
  const bot = { token, workspace: () => own.known() };
  const services = newTenantServices(bot, newTenantMemory(deps.clock), deps);
  const own = ownWorkspace(services.clients.bulk, deps.log);
  return {
    tenants: { of: async () => services, forget: async () => false },
    open: () => own.load(),
    check: () => own.load(),
    close: () => undefined,
    authorize: async () => ({ botToken: token, ...botOf(own.known()) }),
    route: (handle) => handle && { path: EVENTS_PATH, handle },
  };
}
