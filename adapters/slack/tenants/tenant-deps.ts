import type { Core } from '../../../src/chat/core-interface.ts';
import type { Identity } from '../../../src/chat/identity.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import type { Waits } from '../outbound/answer-limits.ts';
import type { ReplyDeps } from '../outbound/reply-context.ts';
import type { TenantServices, Tenants } from './tenant-services.ts';

/** What the event handlers share. */
export interface HandlerDeps {
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
  readonly tenants: Tenants;
  readonly waits: Waits;
  readonly clock: Clock;
  readonly log: Log;
}

/** What an interaction is answered with: what the handlers share, and what serves its tenant. */
export type InteractionDeps = HandlerDeps & TenantServices & ReplyDeps;

/** Finds what an interaction of a tenant is answered with. Throws if the installation can't be read. */
export async function findInteractionDeps(
  { tenant }: Pick<Identity, 'tenant'>,
  shared: HandlerDeps,
): Promise<InteractionDeps> {
  const services = await shared.tenants.of(tenant);
  const { core } = shared;
  return {
    ...shared,
    ...services,
    phrases: async ({ from }, language) => {
      const locale = language === undefined ? (await services.profiles.of(from.user))?.locale : undefined;
      return (await core).phrases({ language, from, locale });
    },
    // For a tenant without an installation, nothing can be sent later either.
    sendLater: async (answer) => (services.isInstalled ? (await core).sendLater(answer) : undefined),
  };
}
