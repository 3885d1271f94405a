import type {
  ReconciledRecord,
  TranscriptComparison,
  TranscriptPair,
} from '../../views/portability/reconcile-lists.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { findTranscriptHoldings } from './compare-transcript.ts';

/** Marks the records of pairs with the state and the reference of their lines, and returns how many claims changed. */
export async function markAsInPortal(pairs: readonly TranscriptPair[], scope: Scope): Promise<number> {
  const statements = pairs.flatMap(({ there, here }) =>
    here.claims.flatMap(({ certification }) => {
      const line = there.states.get(certification);
      if (line === undefined || (line.state !== 'submitted' && line.state !== 'accepted')) return [];
      return [{ here, certification, state: line.state, reference: line.reference }];
    }),
  );
  return noteStates(statements, scope);
}

/** Marks a record that the transcript doesn't have as submitted, and returns how many claims changed. */
export async function markAsSubmitted(here: ReconciledRecord, scope: Scope): Promise<number> {
  const statements = here.claims.map(({ certification }) => {
    return { here, certification, state: 'submitted' as const, reference: '' };
  });
  return noteStates(statements, scope);
}

interface ClaimStatement {
  readonly here: ReconciledRecord;
  readonly certification: string;
  readonly state: 'submitted' | 'accepted';
  readonly reference: string;
}

/** Saves what is new; a state that is recorded already keeps its day and reference. */
async function noteStates(statements: readonly ClaimStatement[], scope: Scope): Promise<number> {
  const { request, data } = scope;
  const holdings = await findTranscriptHoldings(scope);
  const entries = statements.flatMap(({ here, certification, state, reference }) => {
    const holding = holdings.find((one) => one.certification.code === certification);
    if (holding === undefined || here.portal.get(certification) === state) return [];
    return [
      {
        activityId: here.id,
        holdingId: holding.holdingId,
        state,
        reference: reference.slice(0, 100),
        onDay: request.today,
      },
    ];
  });
  await data.portalEntries.note(entries);
  return entries.length;
}

/** Returns the pair of an entry, near ones not among them; undefined if it isn't in the lists any more. */
export function pairOf(entry: string, { equal, different }: TranscriptComparison): TranscriptPair | undefined {
  return [...equal, ...different].find(({ there }) => there.id === entry);
}
