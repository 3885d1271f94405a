import type { ActivityKind } from './activity-kinds.ts';
import type { EvidenceFact, EvidenceForm, EvidencePolicy } from './evidence.ts';

/** What shows that an activity happened: what it is, and what can be seen in it, as its owner says. */
export interface Proof {
  /** Absent when nobody said what it is. */
  readonly form: EvidenceForm | undefined;
  readonly shows: readonly EvidenceFact[];
}

/** A record, as far as its proof is judged. */
export interface ProvableRecord {
  readonly kind: ActivityKind;
  readonly provider: string;
  readonly description: string;
  readonly minutes: number | undefined;
  readonly proofs: readonly Proof[];
}

/** What a record still lacks: any proof at all, the word for what its proof is, or something that must be known. */
export type Missing = 'proof' | 'form' | EvidenceFact;

/** What a body would say to a record today. */
export type AuditState =
  | { readonly kind: 'ready' }
  /** So many words of the description of those that are asked for. */
  | { readonly kind: 'needs-summary'; readonly words: number; readonly wanted: number }
  /** Every proof there is, is of a form that the body does not take. */
  | { readonly kind: 'refused'; readonly forms: readonly EvidenceForm[] }
  | { readonly kind: 'incomplete'; readonly missing: readonly Missing[] };

/**
 * Whether a body would accept a record: it has every field that the body asks for, and at least one proof that it takes. What a
 * policy does not say is not checked, but some proof is always needed. Source: DOMAIN, section 7.
 */
export function auditState(policy: EvidencePolicy | undefined, record: ProvableRecord): AuditState {
  const said = record.proofs.filter((proof): proof is Said => proof.form !== undefined);
  const taken = said.filter(({ form }) => isTaken(form, policy));
  const summary = summaryOf(policy, record);
  if (summary !== undefined && summary.words < summary.wanted) return { kind: 'needs-summary', ...summary };
  // A summary that is long enough is what is asked for, and proves it.
  const isProved = taken.length > 0 || (summary !== undefined && isTaken('summary', policy));
  if (!isProved && said.length > 0 && said.length === record.proofs.length)
    return { kind: 'refused', forms: [...new Set(said.map(({ form }) => form))] };
  const unproved: readonly Missing[] = isProved ? [] : [record.proofs.length === 0 ? 'proof' : 'form'];
  const facts = (policy?.shows?.value ?? []).filter((fact) => !isKnown(fact, record, taken));
  const missing = [...unproved, ...facts];
  return missing.length === 0 ? { kind: 'ready' } : { kind: 'incomplete', missing };
}

type Said = Proof & { readonly form: EvidenceForm };

function isTaken(form: EvidenceForm, policy: EvidencePolicy | undefined): boolean {
  if (policy?.refuses?.value.includes(form)) return false;
  return policy?.accepts?.value.includes(form) ?? true;
}

function summaryOf(policy: EvidencePolicy | undefined, { kind, description }: ProvableRecord) {
  const asked = policy?.summary?.value;
  if (asked === undefined || !asked.kinds.includes(kind)) return undefined;
  return { words: countWords(description), wanted: asked.words };
}

/** Whether a fact stands in the record itself, or can be seen in a proof that is taken. */
function isKnown(fact: EvidenceFact, record: ProvableRecord, taken: readonly Proof[]): boolean {
  switch (fact) {
    case 'title':
    case 'date':
      return true;
    case 'sponsor':
      return record.provider !== '';
    case 'hours':
      return record.minutes !== undefined;
    case 'description':
    case 'relevance':
      return record.description !== '';
    case 'attendee':
    case 'sponsor-id':
    case 'location':
    case 'instructor':
    case 'signature':
      return taken.some(({ shows }) => shows.includes(fact));
  }
}

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/** How many words a text has, in any script. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of WORDS.segment(text)) if (isWordLike) count += 1;
  return count;
}
