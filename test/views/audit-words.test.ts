import { describe, expect, it } from 'vitest';
import type { AuditState } from '../../src/domain/audit-ready.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { auditWords, isRequestable } from '../../src/views/audit-words.ts';

const words = wordsFor('en-GB');
const { proof, rules } = words;
const { certificate, transcript } = rules.evidenceForms;

describe('the audit state of a record', () => {
  it.each<[AuditState, string, boolean]>([
    [{ kind: 'ready' }, proof.ready, false],
    [{ kind: 'needs-summary', words: 80, wanted: 150 }, proof.needsSummary(80, 150), false],
    [
      { kind: 'refused', forms: ['certificate', 'transcript'] },
      proof.refused('ISC2', words.list([certificate, transcript])),
      true,
    ],
    [{ kind: 'incomplete', missing: [{ kind: 'proof' }] }, proof.missingProof, true],
    [
      { kind: 'incomplete', missing: [{ kind: 'proof', accepts: ['certificate', 'transcript'] }] },
      proof.missingOneOf(words.anyOf([certificate, transcript])),
      true,
    ],
    [
      { kind: 'incomplete', missing: [{ kind: 'fact', fact: 'attendee' }, { kind: 'copy' }] },
      proof.incomplete(words.list([rules.evidenceFacts.attendee, proof.missingCopy])),
      true,
    ],
    [
      { kind: 'incomplete', missing: [{ kind: 'form' }, { kind: 'proof' }] },
      `${proof.missingProof}. ${proof.incomplete(words.list([proof.missingForm]))}`,
      true,
    ],
    [
      { kind: 'incomplete', missing: [{ kind: 'beside', form: 'transcript' }] },
      proof.incomplete(words.list([proof.missingBeside(transcript)])),
      true,
    ],
  ])('%j', (state, expected, isAskable) => {
    expect(auditWords(state, 'ISC2', words)).toBe(expected);
    expect(isRequestable(state)).toBe(isAskable);
  });
});
