import { addMonths, type Day } from './calendar.ts';
import type { Certification } from './certification.ts';

/** How long records are kept after the cycle where a body says nothing of it; our own choice, in months. */
export const USUAL_RETENTION_MONTHS = 12;

/** A record's claim, as far as keeping it goes. */
export interface Retainable {
  /** Absent when it is not known any more. */
  readonly certification: Certification | undefined;
  /** The last day of the cycle it claims in. */
  readonly cycleEnd: Day;
}

/** The last day on which a body may still ask for a record, over all its claims; nothing without claims. Source: DOMAIN, section 7. */
export function retainedUntil(claims: readonly Retainable[]): Day | undefined {
  const ends = claims.map(({ certification, cycleEnd }) =>
    addMonths(cycleEnd, certification?.upkeep.retention?.value ?? USUAL_RETENTION_MONTHS),
  );
  return ends.sort().at(-1);
}
