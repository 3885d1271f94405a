import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import type { JsonRow } from '../act-entities.ts';
import { type HoldingWithCycles, withCycles } from '../certifications/holdings.ts';
import { CustomRule } from '../certifications/rule-entities.ts';
import { Cycle, Holding, Person, PlatformIdentity, StatedBalance, Workspace } from '../entities.ts';
import { Preference } from '../notifications/notification-entities.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../notifications/preferences.ts';
import { rowReader } from '../read-rows.ts';
import type { PlatformUser } from './people.ts';

/** Who sends an interaction, and what most answers need of them and their workspace. */
export interface SenderContext {
  readonly workspaceId: string;
  /** The identity is linked to a person of another workspace, which is this one. */
  readonly isLinked: boolean;
  /** The revision of what their standing is computed from; null before they are known. */
  readonly revision: string | null;
  /** Null on the first contact of a workspace. */
  readonly workspace: Workspace | null;
  /** What is stored of the account that sends; null if it is linked or not known yet. */
  readonly identity: Pick<InferEntity<typeof PlatformIdentity>, 'address' | 'handle'> | null;
  readonly person: Person | null;
  readonly preferences: Preferences;
  readonly customRules: readonly CustomRule[];
  readonly holdings: readonly HoldingWithCycles[];
}

interface ContextRow extends Pick<SenderContext, 'workspaceId' | 'isLinked' | 'revision'> {
  readonly workspace: JsonRow | null;
  readonly identity: JsonRow | null;
  readonly person: JsonRow | null;
  readonly preference: JsonRow | null;
  readonly rules: readonly JsonRow[];
  readonly holdings: readonly JsonRow[];
  readonly cycles: readonly JsonRow[];
  readonly openings: readonly JsonRow[];
}

/**
 * Finds the workspace of a sender, narrows the rest of the transaction to it, under `role` if there is one, and reads their context, all with
 * one statement. Returns `undefined` if the tenant isn't known or has uninstalled recert.
 */
export async function openSenderContext(
  em: EntityManager,
  { platform, tenant, user }: PlatformUser,
  role: string | undefined,
): Promise<SenderContext | undefined> {
  const [row] = await em.execute<{ context: ContextRow | null }[]>('select sender_context(?, ?, ?, ?) as context', [
    ...[platform, tenant, user],
    role ?? '',
  ]);
  const context = row?.context ?? undefined;
  if (context === undefined) return undefined;
  const { workspaceId, isLinked, revision, workspace, identity, person, preference } = context;
  em.setFilterParams('workspace', { workspaceId });
  const read = rowReader(em);
  const holdings = context.holdings.map(read(Holding));
  const ofHoldings = { cycles: context.cycles.map(read(Cycle)), openings: context.openings.map(read(StatedBalance)) };
  return {
    ...{ workspaceId, isLinked, revision },
    workspace: workspace && read(Workspace)(workspace),
    identity: identity && read(PlatformIdentity)(identity),
    person: person && read(Person)(person),
    preferences: preference === null ? DEFAULT_PREFERENCES : read(Preference)(preference),
    customRules: context.rules.map(read(CustomRule)),
    holdings: withCycles(holdings, ofHoldings),
  };
}
