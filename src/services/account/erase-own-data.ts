import { answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { lastAuditableDay } from '../records/record-retention.ts';
import type { SentForm } from '../sent-form.ts';

/** What a person types to confirm that everything about them is to be deleted. */
const CONFIRMATION = 'ERASE';

/** What erasing a person deletes. */
interface OwnData {
  /** The number of records. */
  readonly records: number;
  /** The number of certifications. */
  readonly certifications: number;
  /** The last day on which a body may audit a record. */
  readonly until: Day | undefined;
}

/** Returns what erasing the person would delete. */
export async function countOwnData({ request, data }: Scope): Promise<OwnData> {
  const { personId } = request.person;
  const records = await data.records.count(personId, { words: [] });
  const holdings = await data.holdings.of(personId);
  return { records, certifications: holdings.length, until: await lastAuditableDay(personId, data) };
}

/** Deletes everything about the person, if the sent form confirms it. Returns the errors by field if it doesn't. */
export async function eraseOwnData({ form, answers }: SentForm, { request, data }: Scope): Promise<Errors | undefined> {
  const { words, person } = request;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (answerOf(answers, 'word') !== CONFIRMATION) errors.replace('word', words.erase.wrongWord);
  if (errors.any) return errors.toObject();
  await data.people.erase(person.personId);
  await data.directory.forgetPerson(data.workspace.workspaceId, person.personId);
  return undefined;
}
