import { type Answers, answersOf, type Errors, type Option } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Activity } from '../../store/entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { personOfUser } from '../named-users.ts';
import { labelsOfPeople, usersHere } from '../person-labels.ts';
import { Refusal } from '../refusal.ts';
import type { SentForm } from '../sent-form.ts';

/** A person asked to attest a record. */
interface Attester {
  readonly personId: string;
  readonly name: string;
}

/**
 * Returns the people who can attest a record of the person, managers and admins first, by the ids of their users on the person's platform.
 * Throws `Refusal` if there are none.
 */
export async function findAttesters({ request: { person, from, words }, data }: Scope): Promise<readonly Option[]> {
  const reachable = await data.people.reachable();
  const identities = await data.people.withIdentities();
  const labelOf = labelsOfPeople(identities, words);
  const roles = new Map((await data.people.all()).map(({ personId, role }) => [personId, role]));
  const rank = (personId: string) => (['manager', 'admin'].includes(roles.get(personId) ?? '') ? 0 : 1);
  const attesters = usersHere(identities, from)
    .filter(({ personId }) => personId !== person.personId && reachable.has(personId))
    .sort((a, b) => rank(a.personId) - rank(b.personId));
  if (attesters.length === 0) throw new Refusal(words.proof.notFound);
  return attesters.map(({ user, personId }) => ({ value: user, label: labelOf(personId) }));
}

/** Requests that the person of a sent form attests a record. Returns the request, or the errors by field. Throws `Refusal` if it is open already. */
export async function requestAttestation(
  record: Activity,
  { form, answers }: SentForm,
  scope: Scope,
): Promise<{ readonly requestId: string; readonly attester: Attester } | { readonly errors: Errors }> {
  const { request, data } = scope;
  const { words, now } = request;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const attester = errors.any ? undefined : await attesterIn(answers, errors, scope);
  if (attester === undefined) return { errors: errors.toObject() };
  const requestId = await data.attestations.request(record.activityId, attester.personId, now);
  if (requestId === undefined) throw new Refusal(words.proof.alreadyRequested(attester.name));
  return { requestId, attester };
}

/** Returns the person chosen to attest, or undefined after adding the reason to the errors. */
async function attesterIn(answers: Answers, errors: FormErrors, scope: Scope): Promise<Attester | undefined> {
  const { request, data } = scope;
  const { words, person } = request;
  const [user = ''] = answersOf(answers, 'who');
  try {
    const personId = await personOfUser(user, scope);
    const reachable = await data.people.reachable();
    if (personId === person.personId) throw new Refusal(words.proof.notYourself);
    if (!reachable.has(personId)) throw new Refusal(words.people.unknownUser(''));
    return { personId, name: labelsOfPeople(await data.people.withIdentities(), words)(personId) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    errors.add('who', error.message);
    return undefined;
  }
}
