import type { Day } from './calendar.ts';
import type { Certification, Retired } from './certification.ts';

/** Set while a certification can no longer be renewed: it ends on its date, and nothing is due for it. */
export interface Ending {
  readonly ending?: Retired;
}

/**
 * Returns whether a retired certification can no longer be renewed on a day. One whose exam or assessment was withdrawn on a day that isn't
 * known can't be renewed any more either.
 */
export function endingOf({ retired, renewal }: Pick<Certification, 'retired' | 'renewal'>, today: Day): Ending {
  if (retired === undefined) return {};
  const { on, renewableUntil } = retired.value;
  const isWithdrawn = on === undefined && renewal.kind !== 'credits';
  const isOver = renewableUntil === undefined ? isWithdrawn : today > renewableUntil;
  return isOver ? { ending: retired.value } : {};
}
