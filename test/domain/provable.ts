import type { ProofFacts, ProvableRecord } from '../../src/domain/audit-ready.ts';
import { day } from '../../src/domain/calendar.ts';
import type { EvidenceFact, EvidenceForm } from '../../src/domain/evidence.ts';

/** A file of a form, and what can be seen in it. */
export function aFile(form: EvidenceForm | undefined, ...shows: readonly EvidenceFact[]): ProofFacts {
  return { form, shows, hasFile: true, hasLink: false, hasNote: false };
}

/** A note without link or file. */
export function aNote(form: EvidenceForm | undefined, ...shows: readonly EvidenceFact[]): ProofFacts {
  return { form, shows, hasFile: false, hasLink: false, hasNote: true };
}

/** An hour's webinar of SANS with a description, and without proof. */
export function aRecord(over: Partial<ProvableRecord> = {}): ProvableRecord {
  return {
    title: 'Zero trust',
    provider: 'SANS',
    description: 'How to get there from a flat network.',
    kind: 'webinar',
    minutes: 60,
    start: day('2026-03-02'),
    end: day('2026-03-02'),
    proofs: [],
    ...over,
  };
}
