import { answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { isFetchable } from '../../opportunities/fetch-source.ts';
import type { NewSource } from '../../store/opportunities/opportunities.ts';
import type { Words } from '../../strings/index.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import type { SentForm } from '../sent-form.ts';

/** The longest activity, in minutes: 31 days. */
const MAX_MINUTES = 44_640;

/** Adds the source of a sent form, turned on. Returns its id, or the errors by field. */
export async function addSource(
  sent: SentForm,
  { request: { words, now }, data }: Scope,
): Promise<{ readonly sourceId: string } | { readonly errors: Errors }> {
  const read = readSourceForm(sent, words);
  if ('errors' in read) return read;
  const sourceId = await data.opportunities.addSource(read.source, now);
  return sourceId === undefined ? { errors: { address: words.opportunity.known } } : { sourceId };
}

function readSourceForm(
  { form, answers }: SentForm,
  words: Words,
): { readonly source: NewSource } | { readonly errors: Errors } {
  const phrases = words.opportunity;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const address = answerOf(answers, 'address');
  if (!errors.has('address') && !(address.startsWith('https://') && isFetchable(address)))
    errors.add('address', phrases.badAddress);
  const typed = answerOf(answers, 'minutes');
  const minutes = typed === '' ? undefined : Number(typed);
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES))
    errors.replace('minutes', phrases.badMinutes);
  if (errors.any) return { errors: errors.toObject() };
  const source: NewSource = {
    name: answerOf(answers, 'name'),
    address,
    provider: answerOf(answers, 'provider'),
    kind: answerOf(answers, 'kind') as ActivityKind,
    delivery: '',
    minutes,
    language: '',
    isOn: true,
  };
  return { source };
}
