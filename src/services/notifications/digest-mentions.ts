import type { Team } from '../../store/teams/team-entities.ts';
import { MAX_NAMED, type ShownDigest } from '../../views/notifications/digest-card.ts';
import type { Data } from '../data-with-catalogue.ts';

/**
 * Returns the users to mention in a digest, by person: members who agreed to be named and have an account where it is posted. Someone in several
 * teams is mentioned in the digest of one of them only, the same one every week.
 */
export async function findDigestMentions(
  { teamId, place }: Team,
  { digest }: Pick<ShownDigest, 'digest'>,
  data: Pick<Data, 'people' | 'teams'>,
): Promise<ReadonlyMap<string, string>> {
  const personIds = digest.named.slice(0, MAX_NAMED).map(({ personId }) => personId);
  if (personIds.length === 0 || !place) return new Map();
  const memberships = await data.teams.memberships();
  const posting = (await data.teams.all()).filter((team) => team.place && team.digestSince).map((team) => team.teamId);
  const mentioned = personIds.filter((personId) => {
    const own = posting.filter((id) => memberships.get(id)?.some((member) => member.personId === personId));
    return own.sort()[0] === teamId;
  });
  const found = await Promise.all(
    mentioned.map(async (personId) => {
      const identities = await data.people.identitiesOf(personId);
      const account = identities.find(({ platform, tenant }) => platform === place.platform && tenant === place.tenant);
      return account === undefined ? [] : [[personId, account.user] as const];
    }),
  );
  return new Map(found.flat());
}
