import type { CodeOwner, LinkRequest, PersonKey } from '../../store/account/directory.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';

/** Makes a one-time code with which another identity can ask to be this person; an earlier code is void. */
export async function makeLinkCode({ request, data }: Scope): Promise<string> {
  const { person, direct, now } = request;
  const owner = {
    ...keyOf({ request, data }),
    name: person.name,
    ...(direct === undefined ? {} : { replyTo: direct }),
  };
  return data.directory.newCode(owner, now);
}

/** Returns the owner of a typed code. Throws `Refusal` if it isn't valid, or is the person's own. */
export async function findCodeOwnerOrRefuse(code: string, { request, data }: Scope): Promise<CodeOwner> {
  const { person, words, now } = request;
  const owner = await data.directory.ownerOf(code, now);
  if (owner === undefined) throw new Refusal(words.link.badCode);
  if (owner.personId === person.personId) throw new Refusal(words.link.sameSide);
  return owner;
}

/** Asks the owner of a code to link the identity that typed it, and returns the owner. Throws `Refusal` if the code isn't valid. */
export async function requestLink(code: string, { request, data }: Scope): Promise<CodeOwner> {
  const { person, from, words, now } = request;
  const { platform, tenant, user } = from;
  const owner = await data.directory.ownerOf(code, now);
  const isOther = owner !== undefined && owner.personId !== person.personId;
  if (!isOther || !(await data.directory.requestLink(code, { platform, tenant, user, name: person.name }, now)))
    throw new Refusal(words.link.badCode);
  return owner;
}

/** Links the identity that typed the person's code, and returns it. Throws `Refusal` if it hasn't been typed yet. */
export async function confirmLink({ request, data }: Scope): Promise<LinkRequest> {
  const { person, words, now } = request;
  const key = keyOf({ request, data });
  const pendingRequest = await data.directory.findLinkRequest(key, now);
  if (pendingRequest === undefined) throw new Refusal(words.link.notYet);
  await data.directory.link(pendingRequest, key, now);
  data.audit.record('link', { kind: 'person', subject: person.personId });
  return pendingRequest;
}

/** Removes the links of the identity and those to its person. Throws `Refusal` if there are none. */
export async function removeLinks({ request, data }: Scope): Promise<void> {
  const { person, from, words } = request;
  const count = await data.directory.unlink(from, keyOf({ request, data }));
  if (count === 0) throw new Refusal(words.link.none);
  data.audit.record('unlink', { kind: 'person', subject: person.personId });
}

function keyOf({ request: { person }, data }: Scope): PersonKey {
  return { workspaceId: data.workspace.workspaceId, personId: person.personId };
}
