import { loadCatalogue } from '../catalogue/index.ts';
import type { Identity } from '../chat/identity.ts';
import { seedSample } from '../sample/seed.ts';
import { SAMPLE } from '../sample/team.ts';
import type { Store, WorkspaceData } from '../store/store.ts';

/** The command line is invalid. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A workspace with its platform and tenant. */
export interface NamedWorkspace {
  readonly platform: string;
  readonly tenant: string;
  readonly workspaceId: string;
}

/** Returns the workspace with this name, or the sample workspace. Throws `UsageError` unless exactly one is found. */
export async function findWorkspace(name: string | undefined, store: Store): Promise<NamedWorkspace> {
  if (name === undefined) await seedSample(store, loadCatalogue(), new Date());
  const wanted = name ?? `${SAMPLE.platform}/${SAMPLE.tenant}`;
  const all = await store.directory.workspaces();
  const found = all.filter(({ platform, tenant, workspaceId }) =>
    [workspaceId, tenant, `${platform}/${tenant}`].includes(wanted),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const known = all.map(({ platform, tenant }) => `${platform}/${tenant}`).join(', ') || 'none';
  throw new UsageError(
    `${found.length === 0 ? 'No' : 'More than one'} workspace is called '${wanted}'. Use one of: ${known}.`,
  );
}

/** A member with one of their platform identities. */
export interface Member extends Identity {
  readonly personId: string;
  readonly name: string;
}

/** Returns the member with this name or user ID. Throws `UsageError` unless exactly one is found. */
export async function findMember(who: string, { people }: Pick<WorkspaceData, 'people'>): Promise<Member> {
  const members = await people.withIdentities();
  const lowerCase = who.toLowerCase();
  const exact = members.filter(({ user, name }) => user === who || name.toLowerCase() === lowerCase);
  const found = exact.length > 0 ? exact : members.filter(({ name }) => name.toLowerCase().startsWith(lowerCase));
  const [one] = found;
  if (one !== undefined && new Set(found.map(({ personId }) => personId)).size === 1)
    return { ...one, platform: one.platform as Identity['platform'] };
  const known = members.map(({ user, name }) => `${user} (${name})`).join(', ') || 'none yet';
  throw new UsageError(
    `${found.length === 0 ? 'No member' : 'More than one member'} is called '${who}'. Use one of: ${known}.`,
  );
}
