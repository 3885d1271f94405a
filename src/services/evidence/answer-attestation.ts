import { dayIn } from '../../domain/calendar.ts';
import { attendanceForm } from '../../reports/attendance-form.ts';
import type { Activity, Person } from '../../store/entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';

/** A record with an attestation request, and its owner. */
interface RequestedRecord {
  readonly record: Activity;
  readonly owner: Person;
}

/**
 * Saves the person's answer to a request to attest a record; a yes adds an attendance form to its proof. Throws `Refusal` if the request is
 * answered or the record is gone.
 */
export async function answerAttestation(
  requestId: string,
  answer: 'yes' | 'no',
  scope: Scope,
): Promise<RequestedRecord> {
  const { request, data } = scope;
  const { person, words, now } = request;
  const attestation = await data.attestations.open(requestId, person.personId);
  const record = attestation && (await data.activities.byId(attestation.activityId));
  const owner = record && (await data.people.get(record.personId));
  if (!attestation || !record || !owner || record.deletedAt !== null) throw new Refusal(words.proof.attestGone);
  await data.attestations.answer(requestId, answer, now);
  if (answer === 'yes') await saveAttendanceForm({ record, owner }, scope);
  return { record, owner };
}

async function saveAttendanceForm(
  { record, owner }: RequestedRecord,
  { request: { person, words, now }, data }: Scope,
): Promise<void> {
  const on = dayIn('UTC', now);
  const file = attendanceForm({ record, attendee: owner.name, attester: person.name, on, at: now }, words);
  const fileId = await data.proofs.addFile({ ...file, personId: owner.personId }, now);
  const proof = { form: 'attendance-record', link: '', note: '', fileIds: [fileId] } as const;
  const shows = ['attendee', 'title', 'sponsor', 'date', 'hours', 'signature'] as const;
  await data.proofs.add(record.activityId, { ...proof, shows, attestedBy: person.personId }, now);
}
