import type { AuditState } from './audit-ready.ts';
import type { Certification } from './certification.ts';
import type { Cut } from './count-credits.ts';
import type { Part } from './holding.ts';
import type { CreditStanding } from './standing.ts';

/** What a record claims for one certification, with the credits cut by caps and the state of its proof. */
export interface ClaimDetails {
  readonly certification: Certification;
  readonly standing: CreditStanding;
  readonly parts: readonly Part[];
  readonly cuts: readonly Cut[];
  readonly state: AuditState;
  /** Why more is claimed than the body gives; empty if it isn't. */
  readonly overClaimReason: string;
}
