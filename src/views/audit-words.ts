import type { AuditState, Missing } from '../domain/audit-ready.ts';
import type { Words } from '../strings/index.ts';

/** Returns an audit state as text. */
export function auditWords(state: AuditState, body: string, words: Words): string {
  const phrases = words.proof;
  switch (state.kind) {
    case 'ready':
      return phrases.ready;
    case 'needs-summary':
      return phrases.needsSummary(state.words, state.wanted);
    case 'refused':
      return phrases.refused(body, words.list(state.forms.map((form) => words.rules.evidenceForms[form])));
    case 'incomplete':
      return incompleteWords(state.missing, words);
  }
}

/** Proof that is missing comes first, with what would be accepted. */
function incompleteWords(missing: readonly Missing[], words: Words): string {
  const stated = (some: readonly Missing[]) => some.map((one) => missingWords(one, words));
  const proofs = stated(missing.filter(({ kind }) => kind === 'proof'));
  const others = stated(missing.filter(({ kind }) => kind !== 'proof'));
  return [...proofs, ...(others.length === 0 ? [] : [words.proof.incomplete(words.list(others))])].join('. ');
}

function missingWords(missing: Missing, words: Words): string {
  const { evidenceFacts, evidenceForms } = words.rules;
  const phrases = words.proof;
  switch (missing.kind) {
    case 'fact':
      return evidenceFacts[missing.fact];
    case 'proof':
      return missing.accepts === undefined
        ? phrases.missingProof
        : phrases.missingOneOf(words.anyOf(missing.accepts.map((form) => evidenceForms[form])));
    case 'form':
      return phrases.missingForm;
    case 'copy':
      return phrases.missingCopy;
    case 'beside':
      return phrases.missingBeside(evidenceForms[missing.form]);
  }
}

/** Whether a request for proof would help, because it is missing or not accepted. */
export function isRequestable({ kind }: AuditState): boolean {
  return kind === 'refused' || kind === 'incomplete';
}
