import { mentionIn, withCommas, withLabels } from '../../chat/mention.ts';
import type { NamedIdentity } from '../../store/teams/people.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { personOfUser } from '../named-users.ts';
import { labelsOfPeople } from '../person-labels.ts';
import { Refusal } from '../refusal.ts';
import type { Request } from '../request.ts';

interface FindingOptions {
  /** A mentioned user who hasn't used recert yet is added. */
  readonly joins?: boolean;
}

/** Returns the ids of the people a text with marked mentions names, separated by commas. Throws `Refusal` when one isn't known, or several match. */
export async function findPeopleOrRefuse(
  marked: string,
  { request, data }: Scope,
  { joins = false }: FindingOptions = {},
): Promise<readonly string[]> {
  const identities = await data.people.withIdentities();
  const found: string[] = [];
  for (const part of withCommas(marked).split(',')) {
    const mention = mentionIn(part, request.mentions);
    const personId =
      mention === undefined
        ? matchPersonOrRefuse(withLabels(part, request.mentions), identities, request)
        : await personOfUser(mention.user, { request, data, joins });
    if (!found.includes(personId)) found.push(personId);
  }
  return found;
}

/** Returns the id of the one person a text names. Throws like `findPeopleOrRefuse`, and when it names several. */
export async function findPersonOrRefuse(marked: string, scope: Scope, options: FindingOptions = {}): Promise<string> {
  const [personId = '', ...others] = await findPeopleOrRefuse(marked, scope, options);
  if (others.length > 0) throw new Refusal(scope.request.words.people.oneOnly);
  return personId;
}

/**
 * Returns the id of the person with a typed id, name, handle, or unique beginning of a name. A text with an `@` is no mention, so the beginning of a
 * name isn't enough for it.
 */
export function matchPersonOrRefuse(
  typed: string,
  identities: readonly NamedIdentity[],
  { words, from }: Pick<Request, 'words' | 'from'>,
): string {
  const shown = typed.trim().slice(0, 60);
  const isMentionLike = typed.trim().startsWith('@');
  const query = typed.trim().replace(/^@/u, '').toLowerCase();
  const isUser = ({ platform, tenant, user }: NamedIdentity) =>
    platform === from.platform && tenant === from.tenant && user.toLowerCase() === query;
  const exact = identities.filter(
    (one) =>
      one.personId === query ||
      one.name.toLowerCase() === query ||
      one.handle?.toLowerCase().replace(/^@/u, '') === query ||
      isUser(one),
  );
  const prefixed = identities.filter(({ name }) => query !== '' && name.toLowerCase().startsWith(query));
  const found = query === '' ? [] : exact.length > 0 || isMentionLike ? exact : prefixed;
  const personIds = [...new Set(found.map(({ personId }) => personId))];
  const [personId, ...others] = personIds;
  if (personId === undefined)
    throw new Refusal(isMentionLike ? words.people.textOnly(shown) : words.team.notFound(shown));
  if (others.length === 0) return personId;
  const labels = labelsOfPeople(identities, words, { tellsAll: true });
  throw new Refusal(
    words.team.several(
      shown,
      personIds.slice(0, 5).map((one) => labels(one)),
    ),
  );
}
