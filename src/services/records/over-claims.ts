import { type Answers, answerOf } from '../../chat/form.ts';
import type { Certification } from '../../domain/certification.ts';
import { type Credits, sum } from '../../domain/credit.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import { type ClaimLimit, claimLimit } from '../../domain/over-claim.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { limitText } from '../../views/claim-reasons.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { readItems } from './read-chosen-item.ts';

/** A claim of more credits than the body gives for the stated time or items. */
export interface OverClaim {
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  readonly claimed: Credits;
  readonly limit: ClaimLimit;
  /** In the member's words; empty if it isn't given yet. */
  readonly reason: string;
}

/** Returns the claims of an activity that are above what the body gives, docs/domain.md section 4. */
export function findOverClaims(
  { claims, kind, ends: end, minutes }: NewActivity,
  holdings: readonly CreditHolding[],
  answers: Answers,
): readonly OverClaim[] {
  return claims.flatMap(({ holdingId, parts }) => {
    const holding = holdings.find((one) => one.holdingId === holdingId);
    if (holding === undefined) return [];
    const { certification, renewal } = holding;
    const limit = claimLimit(renewal, { kind, end, minutes, ...readItems(certification, answers) });
    const claimed = sum(parts.map(({ credits }) => credits));
    if (limit === undefined || claimed <= limit.credits) return [];
    const reason = answerOf(answers, claimFields(certification).reason).trim();
    return [{ certification, renewal, claimed, limit, reason }];
  });
}

/** Returns an activity with the reasons for its over-claims. */
export function withOverClaimReasons(
  activity: NewActivity,
  holdings: readonly CreditHolding[],
  overClaims: readonly OverClaim[],
): NewActivity {
  const claims = activity.claims.map((claim) => {
    const holding = holdings.find(({ holdingId }) => holdingId === claim.holdingId);
    const found = overClaims.find(({ certification }) => certification.code === holding?.certification.code);
    return found === undefined ? claim : { ...claim, overClaimReason: found.reason };
  });
  return { ...activity, claims };
}

/** Returns an over-claim with its arithmetic: `CISSP: you claim 40 CPE. 60 min at 60 minutes each gives at most 1 CPE.` */
export function overClaimText({ certification, renewal, claimed, limit }: OverClaim, words: Words): string {
  const credits = words.credits(claimed, renewal.unit);
  return words.claim.over(certification.short, credits, limitText(limit, renewal, words));
}

/** Returns the errors of over-claims without a reason, by field. */
export function missingReasons(overClaims: readonly OverClaim[], words: Words): Readonly<Record<string, string>> {
  const missing = overClaims.filter(({ reason }) => reason === '');
  return Object.fromEntries(
    missing.map(({ certification }) => [claimFields(certification).reason, words.shape.missing] as const),
  );
}
