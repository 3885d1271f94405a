import type { Identity } from '../chat/identity.ts';
import type { NamedIdentity } from '../store/teams/people.ts';
import type { Words } from '../strings/index.ts';

interface LabelOptions {
  /** Always adds the handle, not only for people with the same name. */
  readonly tellsAll?: boolean;
}

/** Returns the label of each person: their name, with the handle if another person has the same name or the name isn't known. */
export function labelsOfPeople(
  identities: readonly NamedIdentity[],
  words: Words,
  { tellsAll = false }: LabelOptions = {},
): (personId: string) => string {
  const byPerson = Map.groupBy(identities, ({ personId }) => personId);
  const byName = Map.groupBy(
    [...byPerson.values()].flatMap(([one]) => one ?? []),
    ({ name }) => name.toLowerCase(),
  );
  return (personId) => {
    const own = byPerson.get(personId) ?? [];
    const name = own[0]?.name ?? '';
    const isShared = (byName.get(name.toLowerCase())?.length ?? 0) > 1;
    if (name !== '' && !isShared && !tellsAll) return name;
    const handle = own.find((one) => one.handle)?.handle ?? own[0]?.user ?? '';
    return words.people.withHandle(name === '' ? words.people.nameless : name, handle);
  };
}

/** Returns the identities on the platform and in the tenant of a user. */
export function usersHere(
  identities: readonly NamedIdentity[],
  { platform, tenant }: Pick<Identity, 'platform' | 'tenant'>,
): readonly NamedIdentity[] {
  return identities.filter((one) => one.platform === platform && one.tenant === tenant);
}
