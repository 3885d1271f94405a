import { type Answers, answersOf, type Option } from '../../chat/form.ts';
import type { Place } from '../../chat/place.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { dayIn } from '../../domain/calendar.ts';
import { evidenceFor } from '../../domain/evidence.ts';
import { attendanceForm } from '../../reports/attendance-form.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { personOfUser } from '../../services/named-users.ts';
import { findRecordOrRefuse } from '../../services/records/find-record.ts';
import { loadRecordDetails } from '../../services/records/record-details.ts';
import { Refusal } from '../../services/refusal.ts';
import { labelsOfPeople } from '../../services/teams/person-labels.ts';
import type { Activity, Person } from '../../store/entities.ts';
import { askCard, attestForm, attestRequestCard } from '../../views/evidence/ask-card.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Helps to get missing proof: a message to the organiser to copy, or an attestation request. */
export const ask: Command = {
  name: 'ask',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { claims, record } = await loadRecordDetails(await findRecordOrRefuse(context), context);
    const shown = claims.flatMap(
      ({ certification }) => evidenceFor(certification.upkeep.evidence ?? {}, record.kind).shows?.value ?? [],
    );
    const facts = [...new Set(['attendee', 'title', 'date', 'hours', ...shown] as const)];
    return { kind: 'card', to: 'sender', card: askCard(record, facts, context.request.words) };
  },
};

/** Asks a person to attest a record, and saves their answer. */
export const attest: Command = {
  name: 'attest',
  role: 'member',
  writes: 'always',
  namesPeople: true,
  async run(context): Promise<Reply> {
    const { request } = context;

    const { request: attestation, answer } = request.args;
    if (attestation !== undefined) return recordAnswer(attestation, answer === 'yes' ? 'yes' : 'no', context);
    const record = await findRecordOrRefuse(context, parseFormState(request.state).record ?? request.args.record);
    return requestAttestation(record, context);
  },
};

async function requestAttestation(record: Activity, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  if (record.deletedAt !== null) throw new Refusal(words.record.inTrash);
  const people = await reachableOptions(context);
  if (people.length === 0) throw new Refusal(words.proof.notFound);
  const state = serializeFormState({ record: record.activityId }) ?? '';
  const form = attestForm({ title: record.title, people, state }, words);
  const { answers } = request;
  if (answers === undefined) return { kind: 'form', form };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const requested = errors.any ? undefined : await attesterIn(answers, errors, context);
  if (requested === undefined) return { kind: 'form', form: { ...form, answers, errors: errors.toObject() } };
  const requestId = await data.attestations.request(record.activityId, requested.personId, now);
  if (requestId === undefined) throw new Refusal(words.proof.alreadyRequested(requested.name));
  const card = attestRequestCard(record, { requestId, name: person.name }, words);
  for (const place of await data.people.addressesOf(requested.personId))
    context.effects.defer({ kind: 'notify', to: place as Place, card });
  return {
    kind: 'card',
    to: 'sender',
    card: lineCard(words.proof.requestTitle, words.proof.requested(requested.name)),
  };
}

/** Returns the person chosen to attest, or undefined after adding the reason to the errors. */
async function attesterIn(
  answers: Answers,
  errors: FormErrors,
  { request, data }: Context,
): Promise<{ readonly personId: string; readonly name: string } | undefined> {
  const { words, person } = request;
  const [user = ''] = answersOf(answers, 'who');
  try {
    const personId = await personOfUser(user, { request, data });
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

/** Returns the people who can be asked, managers and admins first, by the ids of their users on the reader's platform. */
async function reachableOptions({ request: { person, from, words }, data }: Context): Promise<readonly Option[]> {
  const reached = await data.people.reachable();
  const identities = await data.people.withIdentities();
  const labelOf = labelsOfPeople(identities, words);
  const roles = new Map((await data.people.all()).map(({ personId, role }) => [personId, role]));
  const rank = (personId: string) => (['manager', 'admin'].includes(roles.get(personId) ?? '') ? 0 : 1);
  return identities
    .filter(({ platform, tenant }) => platform === from.platform && tenant === from.tenant)
    .filter(({ personId }) => personId !== person.personId && reached.has(personId))
    .sort((a, b) => rank(a.personId) - rank(b.personId))
    .map(({ user, personId }) => ({ value: user, label: labelOf(personId) }));
}

async function recordAnswer(requestId: string, answer: 'yes' | 'no', context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const attestation = await data.attestations.open(requestId, person.personId);
  const record = attestation && (await data.activities.byId(attestation.activityId));
  const owner = record && (await data.people.get(record.personId));
  if (!attestation || !record || !owner || record.deletedAt !== null) throw new Refusal(words.proof.attestGone);
  await data.attestations.answer(requestId, answer, now);
  if (answer === 'yes') await saveAttendanceRecord(record, owner, context);
  const phrases = words.proof;
  const notified =
    answer === 'yes' ? phrases.wasConfirmed(person.name, record.title) : phrases.wasDeclined(person.name, record.title);
  const card = lineCard(phrases.requestTitle, notified);
  for (const place of await data.people.addressesOf(owner.personId))
    context.effects.defer({ kind: 'notify', to: place as Place, card });
  const line = answer === 'yes' ? phrases.confirmed(owner.name) : phrases.declined(owner.name);
  return { kind: 'card', to: 'sender', card: lineCard(phrases.requestTitle, line) };
}

async function saveAttendanceRecord(
  record: Activity,
  owner: Person,
  { request: { person, words, now }, data }: Context,
): Promise<void> {
  const on = dayIn('UTC', now);
  const file = attendanceForm({ record, attendee: owner.name, attester: person.name, on, at: now }, words);
  const fileId = await data.proofs.addFile({ ...file, personId: owner.personId }, now);
  const proof = { form: 'attendance-record', link: '', note: '', fileIds: [fileId] } as const;
  const shows = ['attendee', 'title', 'sponsor', 'date', 'hours', 'signature'] as const;
  await data.proofs.add(record.activityId, { ...proof, shows, attestedBy: person.personId }, now);
}
