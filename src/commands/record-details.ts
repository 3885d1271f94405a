import { type AuditState, auditState, type ProvableRecord } from '../domain/audit-ready.ts';
import type { Certification } from '../domain/certification.ts';
import { cutsOf } from '../domain/change.ts';
import type { Cut } from '../domain/count.ts';
import type { Part } from '../domain/holding.ts';
import type { CreditStanding } from '../domain/standing.ts';
import type { NewClaim } from '../store/activities.ts';
import type { Activity } from '../store/entities.ts';
import type { KeptProof } from '../store/proofs.ts';
import type { Context } from './command.ts';
import { creditHoldings, creditStanding, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';

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
  readonly proofs: readonly KeptProof[];
  readonly claims: readonly ClaimDetails[];
}

/** Everything about one of the person's records. */
export async function detailsOf(record: Activity, context: Context): Promise<RecordDetails> {
  const { data } = context;
  const { activityId } = record;
  const proofs = (await data.proofs.of([activityId])).get(activityId) ?? [];
  const holdings = creditHoldings(await holdingsOf(context));
  const claims = (await data.activities.claimsOf(activityId)).flatMap((claim) => {
    const holding = holdings.find(({ holdingId }) => holdingId === claim.holdingId);
    return holding === undefined ? [] : [claimDetails({ record, proofs }, claim, holding, context)];
  });
  return { record, proofs, claims };
}

function claimDetails(
  proved: { readonly record: Activity; readonly proofs: readonly KeptProof[] },
  { cycleId, parts }: NewClaim,
  holding: CreditHolding,
  context: Context,
): ClaimDetails {
  const cycle = holding.cycles.find((one) => one.cycleId === cycleId) ?? holding.cycle;
  const standing = creditStanding({ ...holding, cycle }, context);
  const { certification } = holding;
  return {
    certification,
    standing,
    parts,
    cuts: cutsOf(standing, proved.record.activityId),
    state: auditState(certification.upkeep.evidence, provable(proved.record, proved.proofs)),
  };
}

/** A record as its proof is judged. */
export function provable(
  { title, provider, description, kind, minutes, starts, ends }: Activity,
  proofs: readonly KeptProof[],
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
