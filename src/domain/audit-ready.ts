import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import {
  type EvidenceFact,
  type EvidenceForm,
  type EvidencePolicy,
  type EvidenceTerms,
  evidenceFor,
  refusalsIn,
} from './evidence.ts';

/** One proof of an activity: its type, what it shows, and how it is stored. */
export interface ProofFacts {
  /** Absent: the member has not stated the type. */
  readonly form: EvidenceForm | undefined;
  readonly shows: readonly EvidenceFact[];
  readonly hasFile: boolean;
  readonly hasLink: boolean;
  readonly hasNote: boolean;
}

/** The fields of a record that an auditor checks. */
export interface ProvableRecord {
  readonly title: string;
  readonly provider: string;
  /** The sponsor's number, if known. */
  readonly providerId?: string | undefined;
  readonly description: string;
  readonly kind: ActivityKind;
  readonly minutes?: number | undefined;
  readonly start: Day;
  readonly end: Day;
  readonly proofs: readonly ProofFacts[];
}

/** What a record lacks before a body accepts it. */
export type Missing =
  /** An empty field, or a fact that no accepted proof shows. */
  | { readonly kind: 'fact'; readonly fact: EvidenceFact }
  /** No accepted proof; `accepts` lists the accepted types, if known. */
  | { readonly kind: 'proof'; readonly accepts?: readonly EvidenceForm[] }
  /** A proof whose type is not stated. */
  | { readonly kind: 'form' }
  /** A note that only says where the proof is kept. */
  | { readonly kind: 'copy' }
  /** A type the body requires in addition to the accepted proof. */
  | { readonly kind: 'beside'; readonly form: EvidenceForm };

/** Whether a body would accept a record. */
export type AuditState =
  | { readonly kind: 'ready' }
  /** The number of words in the description, and the number required. */
  | { readonly kind: 'needs-summary'; readonly words: number; readonly wanted: number }
  /** Every proof is of a type that the body refuses. */
  | { readonly kind: 'refused'; readonly forms: readonly EvidenceForm[] }
  | { readonly kind: 'incomplete'; readonly missing: readonly Missing[] };

/** Types for which a note is the proof itself; for any other type it only says where the proof is kept. */
const WRITTEN: ReadonlySet<EvidenceForm> = new Set(['summary', 'minutes', 'outline', 'lesson-plan']);

/**
 * Returns whether a body would accept a record, docs/domain.md section 7: ready means every required field and an accepted proof. Rules
 * the body does not publish are not checked, but a proof with a stated type is always required. A required summary is checked first
 * and counts as proof; its words are counted in the description because the text of a file is not read.
 */
export function auditState(policy: EvidencePolicy | undefined, record: ProvableRecord): AuditState {
  const { description, kind, proofs } = record;
  const terms = evidenceFor(policy ?? {}, kind);
  const refused = new Set(refusalsIn(terms).flatMap(({ value }) => value));
  const wanted = policy?.summary?.value.kinds.includes(kind) === true ? policy.summary.value.words : undefined;
  const words = wanted === undefined ? 0 : wordsIn(description);
  if (wanted !== undefined && words < wanted) return { kind: 'needs-summary', words, wanted };
  const present = proofs.filter(({ hasFile, hasLink, hasNote }) => hasFile || hasLink || hasNote);
  const candidates = wanted === undefined ? present : [...present, SUMMARY];
  const accepted = candidates.filter((proof) => isAccepted(proof, terms, refused));
  const forms = present.flatMap(({ form }) => (form !== undefined && refused.has(form) ? [form] : []));
  if (accepted.length === 0 && present.length > 0 && forms.length === present.length)
    return { kind: 'refused', forms: [...new Set(forms)] };
  const missing = [...missingProofs({ present, accepted }, terms, refused), ...missingFacts(record, accepted, terms)];
  return missing.length === 0 ? { kind: 'ready' } : { kind: 'incomplete', missing };
}

/** A description that is long enough, as a proof. */
const SUMMARY: ProofFacts = { form: 'summary', shows: [], hasFile: false, hasLink: false, hasNote: true };

/** Returns the number of words in any script; punctuation and emoji do not count. */
export function wordsIn(text: string): number {
  let words = 0;
  for (const { isWordLike } of SEGMENTER.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

function isAccepted(proof: ProofFacts, terms: EvidenceTerms, refused: ReadonlySet<EvidenceForm>): boolean {
  const { form } = proof;
  if (form === undefined || refused.has(form) || !isItself(proof)) return false;
  const forms = acceptedForms(terms);
  return forms === undefined || forms.includes(form);
}

/** Whether the proof itself is stored, not only a note on where it is kept. */
function isItself({ form, hasFile, hasLink, hasNote }: ProofFacts): boolean {
  return hasFile || hasLink || (hasNote && form !== undefined && WRITTEN.has(form));
}

/** The accepted types; undefined if the body does not publish them. */
function acceptedForms({ accepts, needs }: EvidenceTerms): readonly EvidenceForm[] | undefined {
  if (accepts === undefined && needs === undefined) return undefined;
  return [...new Set([...(accepts?.value ?? []), ...(needs?.value ?? [])])];
}

interface SortedProofs {
  readonly present: readonly ProofFacts[];
  readonly accepted: readonly ProofFacts[];
}

function missingProofs(
  { present, accepted }: SortedProofs,
  terms: EvidenceTerms,
  refused: ReadonlySet<EvidenceForm>,
): readonly Missing[] {
  const acceptedTypes = new Set(accepted.map(({ form }) => form));
  const beside = (terms.needs?.value ?? []).filter((form) => !acceptedTypes.has(form));
  if (accepted.length > 0) return beside.map((form) => ({ kind: 'beside', form }));
  if (present.some((proof) => proof.form === undefined && (proof.hasFile || proof.hasLink))) return [{ kind: 'form' }];
  const forms = acceptedForms(terms);
  const isPointer = (proof: ProofFacts) =>
    !isItself(proof) &&
    (proof.form === undefined || (!refused.has(proof.form) && (forms?.includes(proof.form) ?? true)));
  if (present.some(isPointer)) return [{ kind: 'copy' }];
  return [forms === undefined ? { kind: 'proof' } : { kind: 'proof', accepts: forms }];
}

function missingFacts(
  record: ProvableRecord,
  accepted: readonly ProofFacts[],
  { shows }: EvidenceTerms,
): readonly Missing[] {
  const shown = new Set(accepted.flatMap((proof) => proof.shows));
  return (shows?.value ?? [])
    .filter((fact) => !(isStatedIn(record, fact) ?? shown.has(fact)))
    .map((fact) => ({ kind: 'fact', fact }));
}

/** Whether the record's own fields state a fact; undefined if only a proof can show it. */
function isStatedIn(record: ProvableRecord, fact: EvidenceFact): boolean | undefined {
  const { title, provider, providerId = '', description, minutes = 0 } = record;
  const isWritten = (text: string) => text.trim() !== '';
  switch (fact) {
    case 'title':
      return isWritten(title);
    case 'description':
      return isWritten(description);
    case 'sponsor':
      return isWritten(provider);
    case 'date':
      return true;
    case 'hours':
      return minutes > 0;
    case 'sponsor-id':
      return isWritten(providerId) || undefined;
    case 'attendee':
    case 'location':
    case 'instructor':
    case 'relevance':
    case 'signature':
      return undefined;
  }
}
