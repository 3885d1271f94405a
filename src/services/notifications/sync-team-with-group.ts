import type { ChatAdapter, GroupMember, MemberGroup, Place } from '../../chat/interaction.ts';
import { isZone } from '../../domain/calendar.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { type GroupSyncResult, groupSyncCard } from '../../views/teams/team-cards.ts';
import { setMembers } from '../teams/team-members.ts';
import { notifyAdmins } from './notify-admins.ts';

/** What comparing a team with its group needs. */
export interface GroupSyncDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters?: readonly ChatAdapter[];
}

/**
 * Makes the members of the group that a team follows the team's; whoever was never here before joins. Nothing of the database is held while
 * the platform is asked. What it refuses changes nothing, and the admins hear of it once. Nothing where the team follows nobody.
 */
export async function syncTeamWithGroup(
  workspaceId: string,
  teamId: string,
  { store, clock, log, adapters = [] }: GroupSyncDeps,
): Promise<GroupSyncResult | undefined> {
  const requested = await store.inWorkspace(workspaceId, async ({ teams, people }) => {
    const team = await teams.get(teamId);
    if (!team?.follows) return undefined;
    const { platform, tenant } = team.follows.place;
    const identities = await people.withIdentities();
    const known = identities.filter((one) => one.platform === platform && one.tenant === tenant && one.name !== '');
    return { follows: team.follows, known: new Set(known.map(({ user }) => user)) };
  });
  if (requested === undefined) return undefined;
  const { follows, known } = requested;
  const where = follows.place as Place;
  const adapter = adapters.find(({ platform }) => platform === where.platform);
  const group: MemberGroup = (await adapter?.readGroup?.({ where, named: follows.id, known })) ?? {
    kind: 'refused',
    reason: 'no groups',
  };
  const now = clock.now();
  return store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('recert', now);
    const team = await data.teams.get(teamId);
    // Somebody may have decided otherwise meanwhile.
    if (team?.follows?.id !== follows.id || team.follows.place.address !== follows.place.address) return undefined;
    if (group.kind !== 'group') {
      log.warn("Reading a team's group failed.", { workspaceId, teamId, reason: group.reason });
      const failed = { kind: 'failed', team: team.name, reason: group.reason } as const;
      const matter = `follows ${teamId} ${follows.id} ${group.reason}`;
      // What never worked is not tried again.
      if (group.kind === 'refused' && !team.followedAt) await data.teams.set(teamId, { follows: null });
      else if (group.kind === 'refused') await notifyAdmins(matter, (words) => groupSyncCard(failed, words), data, now);
      return failed;
    }
    const before = await data.teams.membersOf(teamId);
    const managers = new Map(before.filter(({ isManager }) => isManager).map((one) => [one.personId, one]));
    const query = new Map(managers);
    for (const member of group.members) {
      const personId = await personIdOf(member, where, data, now);
      if (personId !== undefined && !query.has(personId)) query.set(personId, { personId, isManager: false });
    }
    data.audit.actAs('recert', now);
    await setMembers(teamId, [...query.values()], { data, now });
    const { id, name } = group;
    if (id !== follows.id || name !== follows.name) await data.teams.set(teamId, { follows: { ...follows, id, name } });
    await data.teams.markSynced(teamId, now);
    const was = new Set(before.map(({ personId }) => personId));
    const isNew = [...query.keys()].filter((personId) => !was.has(personId)).length;
    return { kind: 'followed', team: team.name, group: group.name, members: query.size, isNew };
  });
}

/** The person that a member of a group is here; added where they never were. Nothing for somebody who is in another workspace. */
async function personIdOf(
  { user, profile, direct }: GroupMember,
  { platform, tenant }: Place,
  data: WorkspaceData,
  now: Date,
): Promise<string | undefined> {
  const identity = { platform, tenant, user };
  const link = await data.directory.linkOf(identity);
  if (link !== null) return link.workspaceId === data.workspace.workspaceId ? link.personId : undefined;
  const met = await data.people.findByIdentity(identity);
  if (met === null && profile === undefined) return undefined;
  const zone = profile?.zone !== undefined && isZone(profile.zone) ? profile.zone : null;
  const details = { name: profile?.name ?? '', zone, locale: profile?.locale ?? null };
  if (met?.name === '' && profile !== undefined) await data.people.update(met.personId, details);
  const person = met ?? (await data.people.join(identity, { ...details, role: 'member' }, now));
  if (direct !== undefined && met === null) await data.people.saveAddress(identity, direct.address);
  return person.personId;
}
