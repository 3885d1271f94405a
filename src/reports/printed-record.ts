import type { Day } from '../domain/calendar.ts';
import type { EvidenceFact, EvidenceForm } from '../domain/evidence.ts';
import type { ReportedHolding, ReportedRecord } from '../domain/report-sections.ts';
import type { Words } from '../strings/index.ts';

/** A printed proof. */
export interface PrintedProof {
  readonly form: EvidenceForm | '';
  readonly shows: readonly EvidenceFact[];
  readonly link: string;
  readonly note: string;
  readonly attestedBy: string | undefined;
  readonly file: { readonly name: string; readonly sha256: string } | undefined;
}

/** The portal state of a claim. */
export interface PrintedPortalState {
  readonly holdingId: string;
  readonly state: 'submitted' | 'accepted' | 'rejected';
  readonly on: Day;
  readonly reference: string;
}

/** A printed record. */
export interface PrintedRecord extends ReportedRecord {
  readonly enteredBy: string;
  readonly past: {
    readonly personId: string;
    readonly delivery: keyof Words['deliveries'] | '';
    readonly enteredAt: Date;
    readonly proofs: readonly PrintedProof[];
    readonly portal?: readonly PrintedPortalState[];
  };
}

/** A printed holding. */
export interface PrintedHolding extends ReportedHolding {
  readonly number: string;
  readonly certifiedOn?: Day | undefined;
}

/** The context in which a section is formatted. */
export interface PrintContext {
  readonly words: Words;
  readonly on: Day;
  /** A person's name, or that they were erased. */
  nameOf(personId: string): string;
  /** Returns the version id of a certification's rules. */
  rulesOf(code: string): { readonly version: string; readonly isOwn: boolean };
}

/** Returns the portal state of a claim as text. */
export function portalWords(stated: PrintedPortalState | undefined, words: Words): string {
  const { portal } = words.report.print;
  if (stated === undefined) return portal.none;
  return [portal[stated.state], words.date(stated.on), stated.reference].filter((part) => part !== '').join(', ');
}

/** Returns the name of the person who entered a record. */
export function enteredBy(
  { past, enteredBy: who }: PrintedRecord,
  words: Words,
  nameOf: PrintContext['nameOf'],
): string {
  const phrases = words.report.print;
  if (who === past.personId || who === '') return phrases.themselves;
  if (who === 'operator') return phrases.operator;
  return who === 'recert' ? phrases.itself : nameOf(who);
}
