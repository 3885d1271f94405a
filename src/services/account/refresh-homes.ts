import type { ChatAdapter } from '../../chat/chat-adapter.ts';
import type { Identity } from '../../chat/identity.ts';
import type { Log } from '../../ports.ts';
import type { Store } from '../../store/store.ts';

/** What drawing the homes of a person again needs. */
interface RefreshDeps {
  readonly store: Store;
  readonly log: Log;
  readonly adapters?: readonly ChatAdapter[];
}

/** A person, and the identity with which they acted. */
export interface Actor {
  readonly workspaceId: string;
  readonly personId: string;
  readonly from: Identity;
}

/** Draws again what a person sees at a glance, on every platform that shows it, after they changed something on one. Never throws. */
export async function refreshHomes(actor: Actor, { store, log, adapters = [] }: RefreshDeps): Promise<void> {
  const drawing = adapters.filter(({ refreshHome }) => refreshHome !== undefined);
  if (drawing.length === 0) return;
  const { platform, tenant, user } = actor.from;
  const hasOtherPlatforms = drawing.some((adapter) => adapter.platform !== platform);
  try {
    const others = hasOtherPlatforms ? await otherIdentities(actor, store) : [];
    const identities = new Map(
      [...others, { platform, tenant, user }].map((one) => [Object.values(one).join(' '), one]),
    );
    await Promise.all(
      [...identities.values()].map(async (identity) => {
        const adapter = drawing.find((one) => one.platform === identity.platform);
        await adapter?.refreshHome?.({ ...identity, platform: adapter.platform });
      }),
    );
  } catch (error) {
    log.warn('The homes of a person could not be drawn again.', { person: actor.personId, error });
  }
}

async function otherIdentities({ workspaceId, personId }: Actor, store: Store) {
  const linked = await store.directory.linkedTo({ workspaceId, personId });
  const own = await store.inWorkspace(workspaceId, (data) => data.people.identitiesOf(personId));
  return [...linked, ...own].map(({ platform, tenant, user }) => ({ platform, tenant, user }));
}
