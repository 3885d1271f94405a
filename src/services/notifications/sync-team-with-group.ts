import type { ChatAdapter } from '../../chat/chat-adapter.ts';
import type { GroupMember, MemberGroup } from '../../chat/group.ts';
import { cleanText } from '../../chat/normalise-text.ts';
import type { Clock, Log } from '../../ports.ts';
import type { StoredPlace } from '../../store/account/directory-entities.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import type { Follows, Team } from '../../store/teams/team-entities.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import { type GroupSyncResult, groupSyncCard } from '../../views/teams/team-cards.ts';
import { findAdapter } from '../find-adapter.ts';
import { detailsOf } from '../named-users.ts';
import { setMembers } from '../teams/team-members.ts';
import { recordGoneAccounts } from './departures.ts';
import { notifyAdmins } from './notify-admins.ts';

/** What syncing a team with its group needs. */
export interface GroupSyncDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
  readonly adapters?: readonly ChatAdapter[];
}

interface SyncScope {
  readonly data: WorkspaceData;
  readonly now: Date;
}

/**
 * Sets the members of a team to those of the group it follows; unknown members are added as people. No transaction is open while the
 * platform is asked. A refusal keeps the members and notifies the admins once. Returns undefined when the team follows no group.
 */
export async function syncTeamWithGroup(
  workspaceId: string,
  teamId: string,
  { store, clock, log, adapters }: GroupSyncDeps,
): Promise<GroupSyncResult | undefined> {
  const found = await store.inWorkspace(workspaceId, (data) => findFollowedGroup(teamId, data));
  if (found === undefined) return undefined;
  const { follows, known } = found;
  const connected = findAdapter(follows.place, adapters);
  const group: MemberGroup = (await connected?.adapter.readGroup?.({
    where: connected.place,
    named: follows.id,
    known,
  })) ?? { kind: 'refused', reason: 'no groups' };
  const now = clock.now();
  const absent: string[] = [];
  const result = await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('recert', now);
    const team = await data.teams.get(teamId);
    // The team may have been changed to another group, or to none, while the platform was asked.
    if (team?.follows?.id !== follows.id || team.follows.place.address !== follows.place.address) return undefined;
    if (group.kind === 'group') return applyGroup({ ...team, follows: team.follows }, group, { data, now, absent });
    log.warn("Reading a team's group failed.", { workspaceId, teamId, reason: group.reason });
    return recordSyncFailure({ ...team, follows: team.follows }, group, { data, now });
  });
  if (absent.length > 0) await recordGoneAccounts(workspaceId, absent, { store, clock, adapters });
  return result;
}

/** Returns the group a team follows, with the users whose names are known already. */
async function findFollowedGroup(teamId: string, { teams, people }: WorkspaceData) {
  const team = await teams.get(teamId);
  if (!team?.follows) return undefined;
  const { platform, tenant } = team.follows.place;
  const identities = await people.withIdentities();
  const known = identities.filter((one) => one.platform === platform && one.tenant === tenant && one.name !== '');
  return { follows: team.follows, known: new Set(known.map(({ user }) => user)) };
}

type FollowingTeam = Pick<Team, 'teamId' | 'name' | 'followedAt'> & { readonly follows: Follows };

async function recordSyncFailure(
  { teamId, name, follows, followedAt }: FollowingTeam,
  { kind, reason }: Exclude<MemberGroup, { readonly kind: 'group' }>,
  { data, now }: SyncScope,
): Promise<GroupSyncResult> {
  const failed = { kind: 'failed', team: name, reason } as const;
  if (kind !== 'refused') return failed;
  // A group that could never be read is not followed any longer.
  if (!followedAt) await data.teams.set(teamId, { follows: null });
  else {
    const topic = `follows ${teamId} ${follows.id} ${reason}`;
    await notifyAdmins(topic, (words) => groupSyncCard(failed, words), { data, now });
  }
  return failed;
}

async function applyGroup(
  { teamId, name: team, follows }: FollowingTeam,
  { id, name, members }: Extract<MemberGroup, { readonly kind: 'group' }>,
  { data, now, absent }: SyncScope & { readonly absent: string[] },
): Promise<GroupSyncResult> {
  const before = await data.teams.membersOf(teamId);
  // Managers stay in the team, whether they are in the group or not.
  const memberships = new Map(before.filter(({ isManager }) => isManager).map((one) => [one.personId, one]));
  const present = new Set<string>();
  for (const member of members) {
    const personId = await ensurePerson(member, follows.place, { data, now });
    if (personId !== undefined) present.add(personId);
    if (personId !== undefined && !memberships.has(personId)) memberships.set(personId, { personId, isManager: false });
  }
  absent.push(...before.map(({ personId }) => personId).filter((personId) => !present.has(personId)));
  data.audit.actAs('recert', now);
  await setMembers(teamId, [...memberships.values()], { data, now });
  if (id !== follows.id || name !== follows.name) await data.teams.set(teamId, { follows: { ...follows, id, name } });
  await data.teams.markSynced(teamId, now);
  const knownIds = new Set(before.map(({ personId }) => personId));
  const isNew = [...memberships.keys()].filter((personId) => !knownIds.has(personId)).length;
  return { kind: 'followed', team, group: name, members: memberships.size, isNew };
}

/** Returns the id of a group member's person, added if needed; undefined when they are linked to another workspace or unknown. */
async function ensurePerson(
  { user, profile, direct }: GroupMember,
  { platform, tenant }: StoredPlace,
  { data, now }: SyncScope,
): Promise<string | undefined> {
  const identity = { platform, tenant, user };
  const link = await data.directory.linkOf(identity);
  if (link !== null) return link.workspaceId === data.workspace.workspaceId ? link.personId : undefined;
  const found = await data.people.findByIdentity(identity);
  if (found === null && profile === undefined) return undefined;
  const details = detailsOf(profile);
  if (found?.name === '' && profile !== undefined) await data.people.update(found.personId, details);
  const person = found ?? (await data.people.join(identity, { ...details, role: 'member' }, now));
  if (direct !== undefined && found === null) await data.people.saveAddress(identity, direct.address);
  if (profile?.handle !== undefined) await data.people.saveHandle(identity, cleanText(profile.handle));
  return person.personId;
}
