import type { Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { addDays, type DateRange } from '../../domain/calendar.ts';
import type { CertificateReading } from '../../domain/document-reading.ts';
import type { Activity } from '../../store/entities.ts';
import type { ProofFileName } from '../../store/evidence/proofs.ts';
import type { FoundRecord } from '../../store/records/records.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { isEmptyProof, readProofFields } from '../records/read-proof-fields.ts';
import { loadRecordDetails, type RecordDetails } from '../records/record-details.ts';
import { Refusal } from '../refusal.ts';
import type { SentForm } from '../sent-form.ts';

const MAX_SUGGESTED = 6;
/** A record may name the day on which a certificate was issued, in days before or after the event. */
const DAYS_APART = 7;

/** Adds the proof of a sent form to a record. Returns the record as it is then, or the errors by field. */
export async function attachProof(
  record: Activity,
  { form, answers }: SentForm,
  scope: Scope,
): Promise<{ readonly details: RecordDetails } | { readonly errors: Errors }> {
  const { request, data } = scope;
  const { words, now } = request;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.has('proof')) errors.replace('proof', words.proof.notYours);
  const proof = readProofFields(answers, request, errors);
  if (isEmptyProof(proof)) errors.add('link', words.proof.nothing);
  if (errors.any) return { errors: errors.toObject() };
  await data.proofs.add(record.activityId, proof, now);
  return { details: await loadRecordDetails(record, scope) };
}

/** Moves a proof of a record to the trash. Returns the record as it is then. Throws `Refusal` if it has no such proof. */
export async function detachProof(record: Activity, proofId: string, scope: Scope): Promise<RecordDetails> {
  const { request, data } = scope;
  if (!(await data.removedProofs.remove(record.activityId, proofId, request.now)))
    throw new Refusal(request.words.proof.gone);
  return loadRecordDetails(record, scope);
}

/** Puts a removed proof back on its record. Returns the record as it is then. Throws `Refusal` if the proof is no longer in the trash. */
export async function restoreProof(record: Activity, proofId: string, scope: Scope): Promise<RecordDetails> {
  const { request, data } = scope;
  if (!(await data.removedProofs.restore(record.activityId, proofId))) throw new Refusal(request.words.proof.gone);
  return loadRecordDetails(record, scope);
}

/** Returns the file of a proof of a record. Throws `Refusal` if there is none. */
export async function findProofFileOrRefuse(
  { activityId }: Activity,
  proofId: string | undefined,
  { request, data }: Scope,
): Promise<ProofFileName> {
  const proofs = (await data.proofs.of([activityId])).get(activityId) ?? [];
  const file = proofs.find((proof) => proof.proofId === proofId)?.file;
  if (file === undefined) throw new Refusal(request.words.proof.gone);
  return file;
}

/**
 * Returns the newest records of the person that received files may prove, those near the days in a certificate if they are known; without files,
 * those that have no proof.
 */
export async function suggestRecordsToProve(
  { files, reading }: { readonly files: readonly ProofFileName[]; readonly reading?: CertificateReading | undefined },
  { request, data }: Scope,
): Promise<readonly FoundRecord[]> {
  const within = reading === undefined ? undefined : daysNear(reading);
  const query = { words: [], unproved: files.length === 0, skip: 0, limit: MAX_SUGGESTED, within };
  return data.records.find(request.person.personId, query);
}

function daysNear({ from, to }: CertificateReading): DateRange | undefined {
  if (from === undefined) return undefined;
  return { start: addDays(from.value, -DAYS_APART), end: addDays((to ?? from).value, DAYS_APART) };
}
