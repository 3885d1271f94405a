import type { EntityManager } from '@mikro-orm/sql';
import type { PlatformUser } from './people.ts';

/** Who sends an interaction, and the revision of all that their standing is computed from. */
export interface SenderRevision {
  readonly workspaceId: string;
  readonly personId: string;
  /** A new one for each change, never the same again. */
  readonly revision: string;
}

/** Reads the revision of a sender with one statement outside of a transaction; undefined for a sender who isn't known. */
export async function readSenderRevision(
  em: EntityManager,
  { platform, tenant, user }: PlatformUser,
  role: string | undefined,
): Promise<SenderRevision | undefined> {
  const quoted = [platform, tenant, user, role ?? ''].map((value) => em.getPlatform().quoteValue(value));
  // Without parameters, because only then the schema of the address is searched outside of a transaction.
  const [found] = await em.execute<SenderRevision[]>(
    `select workspace_id as "workspaceId", person_id as "personId", revision from sender_revision(${quoted.join(', ')})`,
  );
  return found;
}
