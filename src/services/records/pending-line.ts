import type { Scope } from '../data-with-catalogue.ts';
import { parseFormState, serializeFormState } from '../form-state.ts';
import { findProofFiles } from './read-proof-fields.ts';

/** Keeps what was to be logged until a certification is there. A wrong guess doesn't replace what was kept before. */
export async function savePendingLine(scope: Scope): Promise<void> {
  const { request, data } = scope;
  const { person, args, today, now, isGuess, uploads = [] } = request;
  const { text = '', url = '', files = '' } = args;
  if (text.trim() === '' && url === '' && files === '' && uploads.length === 0) return;
  if (isGuess === true && (await data.drafts.get(person.personId, 'log')) !== undefined) return;
  const state = serializeFormState({ pending: { date: today, ...args } });
  await data.drafts.save(person.personId, 'log', { answers: { proof: uploads }, state, savedAt: now });
}

/** Returns what is kept to be logged, as it was typed; the names of its files if nothing was typed. Undefined if nothing is pending. */
export async function findPendingLine(scope: Scope): Promise<string | undefined> {
  const { request, data } = scope;
  const draft = await data.drafts.get(request.person.personId, 'log');
  const { pending } = parseFormState(draft?.state);
  if (draft === undefined || pending === undefined) return undefined;
  const typed = [pending.text ?? '', pending.url ?? ''].filter((part) => part !== '').join(' ');
  if (typed !== '') return typed.slice(0, MAX_SHOWN);
  return (await findProofFiles(draft.answers, scope)).map(({ name }) => name).join(', ');
}

/** Returns the scope of a bare `log` with what was kept in place of its arguments. Relative days count from the day it was typed. */
export async function withPendingLine(scope: Scope): Promise<Scope> {
  const { request, data } = scope;
  const { args, uploads = [] } = request;
  if (Object.values(args).some((value) => value !== '') || uploads.length > 0) return scope;
  const draft = await data.drafts.get(request.person.personId, 'log');
  const { pending } = parseFormState(draft?.state);
  if (draft === undefined || pending === undefined) return scope;
  const files = await findProofFiles(draft.answers, scope);
  return { ...scope, request: { ...request, args: pending, uploads: files.map(({ fileId }) => fileId) } };
}

/** Characters of a kept line that are shown. */
const MAX_SHOWN = 200;
