import type { PairVerdict } from '../../domain/reconcile-activities.ts';
import type { Scope } from '../data-with-catalogue.ts';

const COMMAND = 'reconcile';

/** The transcript that a member compares, and what they said of near matches. */
export interface StoredTranscript {
  readonly text: string;
  /** The code of the certification that lines without one are for; empty if none was chosen. */
  readonly certification: string;
  readonly verdicts: readonly PairVerdict[];
}

/** Stores a transcript in place of an earlier one. What was said of near matches stays. */
export async function storeTranscript(
  { text, certification }: Pick<StoredTranscript, 'text' | 'certification'>,
  { request: { person, now }, data }: Scope,
): Promise<void> {
  const before = await data.drafts.get(person.personId, COMMAND);
  const answers = { ...before?.answers, text, certification };
  await data.drafts.save(person.personId, COMMAND, { answers, savedAt: now });
}

/** Returns the stored transcript, or undefined if there is none any more. */
export async function findStoredTranscript({ request, data }: Scope): Promise<StoredTranscript | undefined> {
  const draft = await data.drafts.get(request.person.personId, COMMAND);
  const { text, certification = '', ...others } = draft?.answers ?? {};
  if (typeof text !== 'string' || typeof certification !== 'string') return undefined;
  const verdicts = Object.entries(others).flatMap(([key, verdict]): readonly PairVerdict[] => {
    const pair = pairOf(key);
    return pair !== undefined && (verdict === 'same' || verdict === 'distinct') ? [{ ...pair, verdict }] : [];
  });
  return { text, certification, verdicts };
}

/** Stores whether an entry and a record are the same activity. */
export async function storeVerdict(
  pair: { readonly there: string; readonly here: string },
  verdict: 'same' | 'distinct',
  { request: { person, now }, data }: Scope,
): Promise<void> {
  const draft = await data.drafts.get(person.personId, COMMAND);
  const answers = { ...draft?.answers, [verdictKey(pair.there, pair.here)]: verdict };
  await data.drafts.save(person.personId, COMMAND, { answers, savedAt: now });
}

function verdictKey(there: string, here: string): string {
  return `pair.${there}.${here}`;
}

/** Returns the ids in the key of a verdict. The id of a record has no dot. */
function pairOf(key: string): Pick<PairVerdict, 'there' | 'here'> | undefined {
  const [, there, here] = /^pair\.(.+)\.([^.]+)$/u.exec(key) ?? [];
  return there === undefined || here === undefined ? undefined : { there, here };
}
