import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { ACTIVITY_KINDS } from '../../src/domain/activity-kinds.ts';
import { auditState, type ProofFacts, type ProvableRecord, wordsIn } from '../../src/domain/audit-ready.ts';
import { day } from '../../src/domain/calendar.ts';
import { EVIDENCE_FACTS, EVIDENCE_FORMS, type EvidenceForm } from '../../src/domain/evidence.ts';
import { fc } from '../support/properties.ts';

const catalogue = loadCatalogue();

describe('wordsIn', () => {
  it.each`
    text                         | count
    ${''}                        | ${0}
    ${'  \n '}                   | ${0}
    ${'one two  three'}          | ${3}
    ${'It’s a well-known fact.'} | ${5}
    ${'👩‍💻🎉 … — !'}              | ${0}
    ${'done 🎉 well'}            | ${2}
    ${'零信任架构'}              | ${3}
    ${'Größe, naïve'}            | ${2}
    ${'3.5 hours'}               | ${2}
  `("counts $count in '$text'", ({ text, count }) => {
    expect(wordsIn(text)).toBe(count);
  });
});

function proofOf(form: fc.Arbitrary<EvidenceForm | undefined>): fc.Arbitrary<ProofFacts> {
  const shows = fc.subarray([...EVIDENCE_FACTS]);
  return fc.record({ form, shows, hasFile: fc.boolean(), hasLink: fc.boolean(), hasNote: fc.boolean() });
}

const proof = proofOf(fc.option(fc.constantFrom(...EVIDENCE_FORMS), { nil: undefined }));
const record: fc.Arbitrary<ProvableRecord> = fc.record({
  title: fc.string(),
  provider: fc.string(),
  providerId: fc.option(fc.string(), { nil: undefined }),
  description: fc.oneof(fc.string(), fc.constant('word '.repeat(400))),
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  minutes: fc.option(fc.nat(600), { nil: undefined }),
  start: fc.constant(day('2026-03-02')),
  end: fc.constant(day('2026-03-03')),
  proofs: fc.array(proof, { maxLength: 4 }),
});
const certification = fc.constantFrom(...catalogue.all);

describe('for all records', () => {
  it('invites, registrations, receipts and screenshots alone are never enough at ISACA and ACFE', () => {
    const strict = catalogue.all.filter(({ body }) => body === 'ISACA' || body === 'ACFE');
    const weak = fc.constantFrom<EvidenceForm[]>('calendar-invite', 'registration', 'receipt', 'screenshot');
    const weakProofs = fc.array(proofOf(weak), { maxLength: 5 });

    expect(strict.length).toBeGreaterThanOrEqual(8);
    for (const { upkeep } of strict)
      fc.assert(
        fc.property(
          record,
          weakProofs,
          (one, proofs) => auditState(upkeep.evidence, { ...one, proofs }).kind !== 'ready',
        ),
      );
  });

  it('nothing is ready without a proof that has a form and something behind it, but for a summary that was asked for', () => {
    fc.assert(
      fc.property(certification, record, ({ upkeep }, one) => {
        const state = auditState(upkeep.evidence, one);
        const summary = upkeep.evidence?.summary?.value;
        const isSummarised = summary?.kinds.includes(one.kind) === true && wordsIn(one.description) >= summary.words;
        const hasProof = one.proofs.some((p) => p.form !== undefined && (p.hasFile || p.hasLink || p.hasNote));
        return state.kind !== 'ready' || hasProof || isSummarised;
      }),
      { numRuns: 1000 },
    );
  });

  it('one more proof never takes readiness away', () => {
    fc.assert(
      fc.property(certification, record, proof, ({ upkeep }, one, more) => {
        if (auditState(upkeep.evidence, one).kind !== 'ready') return true;
        return auditState(upkeep.evidence, { ...one, proofs: [...one.proofs, more] }).kind === 'ready';
      }),
      { numRuns: 1000 },
    );
  });

  it('something is said to be missing exactly where something is', () => {
    fc.assert(
      fc.property(certification, record, ({ upkeep }, one) => {
        const state = auditState(upkeep.evidence, one);
        return state.kind !== 'incomplete' || state.missing.length > 0;
      }),
    );
  });
});
