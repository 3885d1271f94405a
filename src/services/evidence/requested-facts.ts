import { type EvidenceFact, evidenceFor } from '../../domain/evidence.ts';
import type { RecordDetails } from '../records/record-details.ts';

/** Returns the facts that proof of a record must show: those of every proof, and those that the bodies it claims credits from ask for. */
export function requestedFacts({ claims, record }: RecordDetails): readonly EvidenceFact[] {
  const shown = claims.flatMap(
    ({ certification }) => evidenceFor(certification.upkeep.evidence ?? {}, record.kind).shows?.value ?? [],
  );
  return [...new Set(['attendee', 'title', 'date', 'hours', ...shown] as const)];
}
