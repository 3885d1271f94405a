import type { Card } from '../../chat/card.ts';
import type { Place } from '../../chat/place.ts';
import type { Reply } from '../../chat/reply.ts';
import { answerAttestation } from '../../services/evidence/answer-attestation.ts';
import { findAttesters, requestAttestation } from '../../services/evidence/request-attestation.ts';
import { requestedFacts } from '../../services/evidence/requested-facts.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { findEditableRecordOrRefuse, findRecordOrRefuse } from '../../services/records/find-record.ts';
import { loadRecordDetails } from '../../services/records/record-details.ts';
import type { Person } from '../../store/entities.ts';
import { askCard, attestForm, attestRequestCard } from '../../views/evidence/ask-card.ts';
import { answerCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Helps to get missing proof: a message to the organiser to copy, or an attestation request. */
export const ask: Command = {
  name: 'ask',
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const details = await loadRecordDetails(await findRecordOrRefuse(context), context);
    const card = askCard(details.record, requestedFacts(details), context.request.words);
    return { kind: 'card', to: 'sender', card };
  },
};

/** Asks a person to attest a record, and saves their answer. */
export const attest: Command = {
  name: 'attest',
  role: 'member',
  writes: 'always',
  namesPeople: true,
  async run(context): Promise<Reply> {
    const { request: requestId, answer } = context.request.args;
    return requestId === undefined ? askAttester(context) : recordAnswer(requestId, answer === 'yes', context);
  },
};

async function askAttester(context: Context): Promise<Reply> {
  const { request } = context;
  const { person, words, answers } = request;
  const record = await findEditableRecordOrRefuse(context, parseFormState(request.state).record ?? request.args.record);
  const attesters = await findAttesters(context);
  const state = serializeFormState({ record: record.activityId }) ?? '';
  const form = attestForm({ title: record.title, people: attesters, state }, words);
  if (answers === undefined) return { kind: 'form', form };
  const requested = await requestAttestation(record, { form, answers }, context);
  if ('errors' in requested) return { kind: 'form', form: { ...form, answers, errors: requested.errors } };
  const { requestId, attester } = requested;
  await notify(attester, attestRequestCard(record, { requestId, name: person.name }, words), context);
  const card = answerCard(words.proof.requested(attester.name), words.proof.requestTitle);
  return { kind: 'card', to: 'sender', card };
}

async function recordAnswer(requestId: string, isAttested: boolean, context: Context): Promise<Reply> {
  const { person, words } = context.request;
  const { record, owner } = await answerAttestation(requestId, isAttested ? 'yes' : 'no', context);
  const phrases = words.proof;
  const result = isAttested
    ? phrases.wasConfirmed(person.name, record.title)
    : phrases.wasDeclined(person.name, record.title);
  await notify(owner, answerCard(result, phrases.requestTitle), context);
  const line = isAttested ? phrases.confirmed(owner.name) : phrases.declined(owner.name);
  return { kind: 'card', to: 'sender', card: answerCard(line, phrases.requestTitle) };
}

async function notify({ personId }: Pick<Person, 'personId'>, card: Card, { data, effects }: Context): Promise<void> {
  for (const place of await data.people.addressesOf(personId))
    effects.defer({ kind: 'notify', to: place as Place, personId, card });
}
