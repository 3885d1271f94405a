import type { Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Pace } from './pace.ts';
import { type HoldingOnDay, type Standing, standingOf } from './standing.ts';

/** One figure before and after a rule change; absent if the requirement does not exist. */
export interface FigureChange {
  readonly requirement: string;
  readonly figure: 'required' | 'counted' | 'delta' | 'status';
  readonly before?: string | number;
  readonly after?: string | number;
}

const FIGURES = ['required', 'counted', 'delta', 'status'] as const;

/** Returns the figures that a rule change alters for one holding on a date; credits in hundredths. */
export function changesBetween(
  holding: HoldingOnDay,
  { before, after }: { readonly before: Certification; readonly after: Certification },
  { on, tolerance }: { readonly on: Day; readonly tolerance: number },
): readonly FigureChange[] {
  const [old, updated] = [before, after].map((certification) =>
    pacesOf(standingOf({ ...holding, certification }, on, tolerance)),
  );
  const ids = new Set([...(old?.keys() ?? []), ...(updated?.keys() ?? [])]);
  return [...ids].flatMap((requirement) =>
    FIGURES.flatMap((figure): readonly FigureChange[] => {
      const [was, is] = [old?.get(requirement), updated?.get(requirement)].map(
        (pace) => pace && figureOf(pace, figure),
      );
      if (was === is) return [];
      return [
        {
          requirement,
          figure,
          ...(was === undefined ? {} : { before: was }),
          ...(is === undefined ? {} : { after: is }),
        },
      ];
    }),
  );
}

function pacesOf(standing: Standing): ReadonlyMap<string, Pace> {
  return new Map(standing.kind === 'credits' ? standing.paces.map((pace) => [pace.requirement.id, pace]) : []);
}

function figureOf(pace: Pace, figure: FigureChange['figure']): string | number {
  return figure === 'required' ? pace.requirement.required : pace[figure];
}
