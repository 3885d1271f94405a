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

/** What shows that an activity happened: what it is, and what can be seen in it. */
export interface ProofFacts {
  /** Absent: nobody has said what it is. */
  readonly form: EvidenceForm | undefined;
  readonly shows: readonly EvidenceFact[];
  readonly hasFile: boolean;
  readonly hasLink: boolean;
  readonly hasNote: boolean;
}

/** A record as an auditor would look at it. */
export interface ProvableRecord {
  readonly title: string;
  readonly provider: string;
  /** The sponsor's number, where one is known. */
  readonly providerId?: string | undefined;
  readonly description: string;
  readonly kind: ActivityKind;
  readonly minutes?: number | undefined;
  readonly start: Day;
  readonly end: Day;
  readonly proofs: readonly ProofFacts[];
}

/** What a record lacks before a body would take it. */
export type Missing =
  /** A field that is empty, or something that no accepted proof shows. */
  | { readonly kind: 'fact'; readonly fact: EvidenceFact }
  /** Nothing there would be taken as proof; `accepts`, where it is known, says what would be. */
  | { readonly kind: 'proof'; readonly accepts?: readonly EvidenceForm[] }
  /** There is a proof, and nobody has said what it is. */
  | { readonly kind: 'form' }
  /** There is a note that can only say where the proof is. */
  | { readonly kind: 'copy' }
  /** The body wants this one beside what there is. */
  | { readonly kind: 'beside'; readonly form: EvidenceForm };

/** What a body would say to a record today. */
export type AuditState =
  | { readonly kind: 'ready' }
  /** How many words the description has, and how many are asked for. */
  | { readonly kind: 'needs-summary'; readonly words: number; readonly wanted: number }
  /** Every proof there is is of a form that the body refuses; these are the forms. */
  | { readonly kind: 'refused'; readonly forms: readonly EvidenceForm[] }
  | { readonly kind: 'incomplete'; readonly missing: readonly Missing[] };

/** Texts that a member writes or copies: as these a note is the thing itself. As anything else it says where the thing is kept. */
const WRITTEN: ReadonlySet<EvidenceForm> = new Set(['summary', 'minutes', 'outline', 'lesson-plan']);

/**
 * What a body would say to a record, docs/domain.md section 7: it is ready with every field that is asked for and an accepted proof. What
 * a body does not say is not checked; a proof of a form that was said is needed always. Where a summary is asked for, it comes
 * first and is the proof: its words are counted in the description, for those in a file cannot be.
 */
export function auditState(policy: EvidencePolicy | undefined, record: ProvableRecord): AuditState {
  const { description, kind, proofs } = record;
  const terms = evidenceFor(policy ?? {}, kind);
  const refused = new Set(refusalsIn(terms).flatMap(({ value }) => value));
  const query = policy?.summary?.value.kinds.includes(kind) === true ? policy.summary.value.words : undefined;
  const words = query === undefined ? 0 : wordsIn(description);
  if (query !== undefined && words < query) return { kind: 'needs-summary', words, wanted: query };
  const there = proofs.filter(({ hasFile, hasLink, hasNote }) => hasFile || hasLink || hasNote);
  const accepted = there.filter((proof) => isAccepted(proof, terms, refused));
  const summaries = query === undefined ? [] : [SUMMARY];
  const claimed = [...accepted, ...summaries.filter((summary) => isAccepted(summary, terms, refused))];
  const forms = there.flatMap(({ form }) => (form !== undefined && refused.has(form) ? [form] : []));
  if (claimed.length === 0 && there.length > 0 && forms.length === there.length)
    return { kind: 'refused', forms: [...new Set(forms)] };
  const missing = [...missingProofs(there, claimed, terms, refused), ...missingFacts(record, claimed, terms)];
  return missing.length === 0 ? { kind: 'ready' } : { kind: 'incomplete', missing };
}

/** A description that is long enough, as the proof it is. */
const SUMMARY: ProofFacts = { form: 'summary', shows: [], hasFile: false, hasLink: false, hasNote: true };

/** How many words a text has, whatever its script: signs and emoji are none, and Chinese has words without spaces. */
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

/** Whether the thing itself is there, not only a word about where it is. */
function isItself({ form, hasFile, hasLink, hasNote }: ProofFacts): boolean {
  return hasFile || hasLink || (hasNote && form !== undefined && WRITTEN.has(form));
}

/** Forms that are taken; nothing where the body does not say. */
function acceptedForms({ accepts, needs }: EvidenceTerms): readonly EvidenceForm[] | undefined {
  if (accepts === undefined && needs === undefined) return undefined;
  return [...new Set([...(accepts?.value ?? []), ...(needs?.value ?? [])])];
}

function missingProofs(
  there: readonly ProofFacts[],
  claimed: readonly ProofFacts[],
  terms: EvidenceTerms,
  refused: ReadonlySet<EvidenceForm>,
): readonly Missing[] {
  const has = new Set(claimed.map(({ form }) => form));
  const beside = (terms.needs?.value ?? []).filter((form) => !has.has(form));
  if (claimed.length > 0) return beside.map((form) => ({ kind: 'beside', form }));
  if (there.some((proof) => proof.form === undefined && (proof.hasFile || proof.hasLink))) return [{ kind: 'form' }];
  const forms = acceptedForms(terms);
  const isPointer = (proof: ProofFacts) =>
    !isItself(proof) &&
    (proof.form === undefined || (!refused.has(proof.form) && (forms?.includes(proof.form) ?? true)));
  if (there.some(isPointer)) return [{ kind: 'copy' }];
  return [forms === undefined ? { kind: 'proof' } : { kind: 'proof', accepts: forms }];
}

function missingFacts(
  record: ProvableRecord,
  claimed: readonly ProofFacts[],
  { shows }: EvidenceTerms,
): readonly Missing[] {
  const seen = new Set(claimed.flatMap((proof) => proof.shows));
  return (shows?.value ?? [])
    .filter((fact) => !(standsIn(record, fact) ?? seen.has(fact)))
    .map((fact) => ({ kind: 'fact', fact }));
}

/** Whether a record's own fields say it; nothing where only a proof can show it. */
function standsIn(record: ProvableRecord, fact: EvidenceFact): boolean | undefined {
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
