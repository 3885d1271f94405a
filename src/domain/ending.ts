import type { Day } from './calendar.ts';
import type { Certification, Retired } from './certification.ts';

/** Set while a certification can no longer be renewed: it ends on its date, and nothing is due for it. */
export interface Ending {
  readonly ending?: Retired;
}

/** Returns whether a retired certification can no longer be renewed on a day. */
export function endingOf({ retired }: Pick<Certification, 'retired'>, today: Day): Ending {
  if (retired?.value.renewableUntil === undefined || today <= retired.value.renewableUntil) return {};
  return { ending: retired.value };
}
