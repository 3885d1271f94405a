import type { Form } from '../../chat/form.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { parseFormState, serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import { openLogForm } from './open-log-form.ts';

/**
 * Saves the form that a line opens as a draft, which the person confirms in chat, and returns it. Writes no record, also for a line that ends in
 * `!!`. Throws `Refusal` if the line is empty, the person has no certification, or they began a form themselves.
 */
export async function draftLog(holdings: readonly CreditHolding[], scope: Scope): Promise<Form> {
  const { request, data } = scope;
  const { person, words } = request;
  const text = (request.args.text ?? '').trim();
  // `log new` discards a form; a program may not.
  if (text === '' || text.toLowerCase() === 'new') throw new Refusal(words.draft.empty);
  if (holdings.length === 0) throw new Refusal(words.draft.noCertifications);
  const before = await data.drafts.get(person.personId, 'log');
  if (before !== undefined && parseFormState(before.state).byAgent !== true) throw new Refusal(words.draft.unfinished);
  const { reply } = await openLogForm({ ...scope, request: { ...request, args: { text } } }, holdings);
  const saved = await data.drafts.get(person.personId, 'log');
  if (saved === undefined) throw new Error('Opening the form of a line saved no draft.');
  const state = serializeFormState({ ...parseFormState(saved.state), byAgent: true });
  await data.drafts.save(person.personId, 'log', { ...saved, state });
  return reply.form;
}
