import { randomUUID } from 'node:crypto';
import { answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { OUTSIDER } from '../../views/reports/pack-card.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { labelsOfPeople } from '../person-labels.ts';
import type { SentForm } from '../sent-form.ts';
import type { PackRequest } from './pack-scope.ts';

const MAX_DAYS = 30;

/** An auditor of the workspace who can get a pack. */
export interface Auditor {
  readonly personId: string;
  readonly name: string;
}

/** Returns the auditors of the workspace, without the person who asks. */
export async function findAuditors({ request: { person, words }, data }: Scope): Promise<readonly Auditor[]> {
  const auditors = await data.people.some({ role: 'auditor' });
  const labelOf = labelsOfPeople(await data.people.withIdentities(), words);
  return auditors
    .filter(({ personId, name }) => personId !== person.personId && name !== '')
    .map(({ personId }) => ({ personId, name: labelOf(personId) }));
}

/** Who gets the link to a pack: the person who asks, an auditor, or the person who asks, to pass it on. */
export type PackReceiver =
  | { readonly kind: 'self' }
  | { readonly kind: 'auditor' | 'passed-on'; readonly name: string };

interface RequestedPack {
  readonly packRequest: Extract<PackRequest, { of: 'report' }>;
  readonly receiver: PackReceiver;
}

/** Returns the pack that a sent form requests, and notes the export. Returns the errors by field if it can't be made. */
export async function requestPack(
  sent: SentForm,
  { reportId, auditors }: { readonly reportId: string; readonly auditors: readonly Auditor[] },
  scope: Scope,
): Promise<RequestedPack | { readonly errors: Errors }> {
  const { request, data } = scope;
  const { personId } = request.person;
  const read = readPackForm(sent, scope);
  if ('errors' in read) return read;
  const { who, days } = read;
  const isAuditor = who !== OUTSIDER && who !== personId;
  const [to] = isAuditor ? await data.people.addressesOf(who) : [];
  const auditor = auditors.find((one) => one.personId === who)?.name ?? '';
  // An auditor without a chat gets the link from the person who made it.
  const outsider = who === OUTSIDER ? read.outsider : isAuditor && to === undefined ? auditor : '';
  const link = { linkId: randomUUID(), personId: to === undefined ? personId : who, to, outsider, days };
  data.audit.record('export', { kind: 'person', subject: personId, reason: 'pack' });
  return { packRequest: { of: 'report', reportId, ...link }, receiver: receiverOf(to && auditor, outsider) };
}

function receiverOf(auditor: string | undefined, outsider: string): PackReceiver {
  if (auditor !== undefined) return { kind: 'auditor', name: auditor };
  return outsider === '' ? { kind: 'self' } : { kind: 'passed-on', name: outsider };
}

interface PackAnswers {
  readonly who: string;
  readonly outsider: string;
  readonly days: number;
}

function readPackForm({ form, answers }: SentForm, { request }: Scope): PackAnswers | { readonly errors: Errors } {
  const { words } = request;
  const phrases = words.pack.form;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const [who, outsider] = [answerOf(answers, 'who'), answerOf(answers, 'outsider').trim()];
  const days = /^\d{1,2}$/u.test(answerOf(answers, 'days').trim()) ? Number(answerOf(answers, 'days')) : 0;
  if (days < 1 || days > MAX_DAYS) errors.add('days', phrases.badDays(MAX_DAYS));
  if (who === OUTSIDER && outsider === '') errors.add('outsider', phrases.nameThem);
  return errors.any ? { errors: errors.toObject() } : { who, outsider, days };
}
