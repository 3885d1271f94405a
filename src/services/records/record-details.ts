import { type AuditState, auditState, type ProvableRecord } from '../../domain/audit-ready.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Cut } from '../../domain/count.ts';
import type { Part } from '../../domain/holding.ts';
import { cutsOf } from '../../domain/pace-change.ts';
import type { CreditStanding } from '../../domain/standing.ts';
import type { Activity } from '../../store/entities.ts';
import type { StoredProof } from '../../store/evidence/proofs.ts';
import type { NewClaim } from '../../store/records/activities.ts';
import { creditHoldings, creditStandingToday, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data.ts';

/** What a record claims for one certification, what counts of it, and what the body would say to its proof. */
export interface ClaimDetails {
  readonly certification: Certification;
  readonly standing: CreditStanding;
  readonly parts: readonly Part[];
  readonly cuts: readonly Cut[];
  readonly state: AuditState;
}

/** A record with all there is to know of it. */
export interface RecordDetails {
  readonly record: Activity;
  readonly proofs: readonly StoredProof[];
  readonly claims: readonly ClaimDetails[];
}

/** Everything about one of the person's records. */
export async function loadRecordDetails(record: Activity, context: Scope): Promise<RecordDetails> {
  const { data } = context;
  const { activityId } = record;
  const proofs = (await data.proofs.of([activityId])).get(activityId) ?? [];
  const holdings = creditHoldings(await findHoldings(context.request.person, context.data));
  const claims = (await data.activities.claimsOf(activityId)).flatMap((claim) => {
    const holding = holdings.find(({ holdingId }) => holdingId === claim.holdingId);
    return holding === undefined ? [] : [claimDetails({ record, proofs }, claim, holding, context)];
  });
  return { record, proofs, claims };
}

function claimDetails(
  proved: { readonly record: Activity; readonly proofs: readonly StoredProof[] },
  { cycleId, parts }: NewClaim,
  holding: CreditHolding,
  context: Scope,
): ClaimDetails {
  const cycle = holding.cycles.find((one) => one.cycleId === cycleId) ?? holding.cycle;
  const standing = creditStandingToday({ ...holding, cycle }, context);
  const { certification } = holding;
  return {
    certification,
    standing,
    parts,
    cuts: cutsOf(standing, proved.record.activityId),
    state: auditState(certification.upkeep.evidence, toProvableRecord(proved.record, proved.proofs)),
  };
}

/** A record as its proof is judged. */
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
    proofs: proofs.map(({ form, shows, file, link, note }) => ({
      form: form === '' ? undefined : form,
      shows,
      hasFile: file !== undefined,
      hasLink: link !== '',
      hasNote: note !== '',
    })),
  };
}
