import { z } from 'zod';
import type { Catalogue } from '../../catalogue/index.ts';
import { countCharacters } from '../../chat/read-form.ts';
import { type DateRange, type Day, parseDay } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { MAX_NUMBER_LENGTH } from '../../views/certifications/add-form.ts';

/** Maximum certifications that are added at once, so that their forms stay within what platforms show. */
export const MAX_ADDED = 5;
/** Maximum characters of a typed name; the search accepts as many. */
export const MAX_NAME_LENGTH = 100;

const StoredDay = z.string().nullable();
/** What the forms carry. It comes back from the platform and isn't trusted. */
const State = z.union([
  z.object({ names: z.array(z.string().max(MAX_NAME_LENGTH)).min(1).max(MAX_ADDED) }),
  z.object({
    proposed: z
      .array(
        z.object({
          certification: z.string(),
          number: z.string().refine((number) => countCharacters(number) <= MAX_NUMBER_LENGTH),
          start: StoredDay,
          cycle: z.tuple([z.string(), z.string()]).nullable(),
        }),
      )
      .min(1)
      .max(MAX_ADDED),
  }),
]);

/** A certification to add, with the cycle proposed for it; one that never expires has none. */
export interface ProposedHolding {
  readonly certification: Certification;
  readonly number: string;
  /** The day it was earned, or the first day of its cycle. */
  readonly start: Day | undefined;
  readonly cycle: DateRange | undefined;
}

/** What the form was sent for: names of which some were not clear or several, or proposed cycles. */
export type AddState = { readonly names: readonly string[] } | { readonly proposed: readonly ProposedHolding[] };

/** Returns the names of the first step as the state of its form. */
export function serializeNames(names: readonly string[]): string {
  return JSON.stringify({ names: names.map((name) => name.slice(0, MAX_NAME_LENGTH)) });
}

/** Returns what the first step proposed as the state of the second step's form. */
export function serializeProposed(holdings: readonly ProposedHolding[]): string {
  const proposed = holdings.map(({ certification: { code: certification }, number, start = null, cycle }) => ({
    ...{ certification, number, start },
    cycle: cycle === undefined ? null : [cycle.start, cycle.end],
  }));
  return JSON.stringify({ proposed });
}

/** Reads the state of a form; undefined if it was changed, or doesn't fit the catalogue. */
export function parseAddState(state: string, catalogue: Pick<Catalogue, 'get'>): AddState | undefined {
  const parsed = parseJson(state);
  if (parsed === undefined || 'names' in parsed) return parsed;
  const proposed = parsed.proposed.flatMap(({ certification: code, number, start, cycle: days }): ProposedHolding[] => {
    const certification = catalogue.get(code);
    const cycle = days === null ? undefined : rangeOf(days);
    const needsCycle = certification !== undefined && certification.renewal.kind !== 'never-expires';
    if (certification === undefined || needsCycle !== (cycle !== undefined)) return [];
    return [{ certification, number, start: parseDay(start ?? ''), cycle }];
  });
  return proposed.length === parsed.proposed.length ? { proposed } : undefined;
}

function parseJson(state: string): z.infer<typeof State> | undefined {
  try {
    return State.parse(JSON.parse(state));
  } catch {
    return undefined;
  }
}

function rangeOf([first, last]: readonly [string, string]): DateRange | undefined {
  const [start, end] = [parseDay(first), parseDay(last)];
  return start === undefined || end === undefined ? undefined : { start, end };
}
