import { auditState, type ProofFacts, type ProvableRecord } from '../../domain/audit-ready.ts';
import type { ClaimDetails } from '../../domain/claim-details.ts';
import type { ProofDetails } from '../../domain/evidence.ts';
import { cutsOf } from '../../domain/pace-change.ts';
import type { Activity } from '../../store/entities.ts';
import type { StoredProof } from '../../store/evidence/proofs.ts';
import type { NewClaim } from '../../store/records/activities.ts';
import { creditHoldings, creditStandingToday, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';

/** A record with its proof and claims. */
export interface RecordDetails {
  readonly record: Activity;
  readonly proofs: readonly StoredProof[];
  readonly claims: readonly ClaimDetails[];
}

/** Loads the proof and the claims of one of the person's records. */
export async function loadRecordDetails(record: Activity, scope: Scope): Promise<RecordDetails> {
  const { request, data } = scope;
  const { activityId } = record;
  const proofs = (await data.proofs.of([activityId])).get(activityId) ?? [];
  const holdings = creditHoldings(await findHoldings(request.person, data));
  const claims = (await data.activities.claimsOf(activityId)).flatMap((claim) => {
    const holding = holdings.find(({ holdingId }) => holdingId === claim.holdingId);
    return holding === undefined ? [] : [claimDetails({ record, proofs, claim }, holding, scope)];
  });
  return { record, proofs, claims };
}

interface ClaimWithProof {
  readonly record: Activity;
  readonly proofs: readonly StoredProof[];
  readonly claim: NewClaim;
}

function claimDetails(
  { record, proofs, claim: { cycleId, parts, overClaimReason = '' } }: ClaimWithProof,
  holding: CreditHolding,
  scope: Scope,
): ClaimDetails {
  const cycle = holding.cycles.find((one) => one.cycleId === cycleId) ?? holding.cycle;
  const standing = creditStandingToday({ ...holding, cycle }, scope);
  const { certification } = holding;
  return {
    certification,
    standing,
    parts,
    overClaimReason,
    cuts: cutsOf(standing, record.activityId),
    state: auditState(certification.upkeep.evidence, toProvableRecord(record, proofs)),
  };
}

/** Returns a record in the form the evidence rules use. */
export function toProvableRecord(
  { title, provider, description, kind, minutes, starts, ends }: Activity,
  proofs: readonly StoredProof[],
): ProvableRecord {
  return {
    title,
    provider,
    description,
    kind,
    minutes: minutes ?? undefined,
    start: starts,
    end: ends,
    proofs: proofs.map(proofFacts),
  };
}

/** Returns a proof in the form the evidence rules use. */
export function proofFacts({ form, shows, file, link, note }: ProofDetails & { readonly file?: unknown }): ProofFacts {
  return {
    form: form === '' ? undefined : form,
    shows,
    hasFile: file !== undefined,
    hasLink: link !== '',
    hasNote: note !== '',
  };
}
