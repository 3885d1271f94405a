import { loadCatalogue } from './catalogue/index.ts';
import type { Identity } from './chat/interaction.ts';
import { seedSample } from './sample/seed.ts';
import { SAMPLE } from './sample/team.ts';
import type { Database } from './store/orm.ts';
import { Store } from './store/store.ts';

/** The command line is wrong. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A workspace by its names. */
export interface Named {
  readonly platform: string;
  readonly tenant: string;
  readonly workspaceId: string;
}

/** Runs work on the workspace of that name, the sample's without one; throws `UsageError` where there is none. */
export async function onWorkspace(
  database: Database,
  name: string | undefined,
  work: (store: Store, workspace: Named) => Promise<number>,
): Promise<number> {
  const store = await Store.open(database);
  try {
    return await work(store, await workspaceNamed(name, store));
  } finally {
    await store.close();
  }
}

async function workspaceNamed(name: string | undefined, store: Store): Promise<Named> {
  if (name === undefined) await seedSample(store, loadCatalogue(), new Date());
  const wanted = name ?? `${SAMPLE.platform}/${SAMPLE.tenant}`;
  const all = await store.directory.workspaces();
  const found = all.filter(({ platform, tenant, workspaceId }) =>
    [workspaceId, tenant, `${platform}/${tenant}`].includes(wanted),
  );
  if (found.length === 1) return found[0] as Named;
  const known = all.map(({ platform, tenant }) => `${platform}/${tenant}`).join(', ') || 'none';
  throw new UsageError(
    `${found.length === 0 ? 'No' : 'More than one'} workspace is called '${wanted}'. There are: ${known}.`,
  );
}

/** The member somebody means by a name or the platform's user id; throws `UsageError` where that is nobody, or several. */
export async function identityOf(who: string, store: Store, workspaceId: string): Promise<Identity> {
  return store.inWorkspace(workspaceId, async ({ people }) => {
    const members = await people.withIdentities();
    const wanted = who.toLowerCase();
    const exact = members.filter(({ user, name }) => user === who || name.toLowerCase() === wanted);
    const found = exact.length > 0 ? exact : members.filter(({ name }) => name.toLowerCase().startsWith(wanted));
    const [one] = found;
    if (one !== undefined && found.length === 1) {
      return { platform: one.platform as Identity['platform'], tenant: one.tenant, user: one.user };
    }
    const known = members.map(({ user, name }) => `${user} (${name})`).join(', ') || 'nobody yet';
    throw new UsageError(
      `${found.length === 0 ? 'Nobody' : 'More than one member'} here is called '${who}'. There are: ${known}.`,
    );
  });
}
