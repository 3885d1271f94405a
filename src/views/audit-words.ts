import type { AuditState, Missing } from '../domain/audit-ready.ts';
import type { Words } from '../strings/index.ts';

/** What a body would say to a record, in words. */
export function auditWords(state: AuditState, body: string, words: Words): string {
  const say = words.proof;
  switch (state.kind) {
    case 'ready':
      return say.ready;
    case 'needs-summary':
      return say.needsSummary(state.words, state.wanted);
    case 'refused':
      return say.refused(body, words.list(state.forms.map((form) => words.rules.evidenceForms[form])));
    case 'incomplete':
      return say.incomplete(words.list(state.missing.map((one) => missingWords(one, words))));
  }
}

function missingWords(missing: Missing, words: Words): string {
  const { evidenceFacts, evidenceForms } = words.rules;
  const say = words.proof;
  switch (missing.kind) {
    case 'fact':
      return evidenceFacts[missing.fact];
    case 'proof':
      return missing.accepts === undefined
        ? say.missingProof
        : say.missingOneOf(words.anyOf(missing.accepts.map((form) => evidenceForms[form])));
    case 'form':
      return say.missingForm;
    case 'copy':
      return say.missingCopy;
    case 'beside':
      return say.missingBeside(evidenceForms[missing.form]);
  }
}

/** Whether somebody else could help: a proof is lacking, or is not what the body takes. */
export function canBeAskedFor({ kind }: AuditState): boolean {
  return kind === 'refused' || kind === 'incomplete';
}
