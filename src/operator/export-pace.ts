import type { Catalogue } from '../catalogue/index.ts';
import { type Day, dayIn } from '../domain/calendar.ts';
import { figuresOf } from '../domain/evaluate.ts';
import { type Standing, standingOf } from '../domain/standing.ts';
import { withEntries } from '../services/certifications/holdings.ts';
import { withRelations } from '../services/certifications/relations.ts';
import { withCatalogue } from '../services/certifications/workspace-catalogue.ts';
import type { WorkspaceData } from '../store/store.ts';

interface PaceExportOptions {
  readonly catalogue: Catalogue;
  readonly now: Date;
  /** The date of the figures; without it, each member's today. */
  readonly on?: Day | undefined;
}

/**
 * Returns every figure of every holding of a workspace on a date. Credits are whole hundredths and days are counts of days. The letters are
 * those of the pace formula in `docs/domain.md`: N days in the window, E elapsed, P reached, delta = P - E; `null` where a value is undefined.
 */
export async function exportPace(data: WorkspaceData, { catalogue: base, now, on }: PaceExportOptions) {
  const withRules = await withCatalogue(data, base);
  const { tolerance, workspaceId, zone } = data.workspace;
  const people = new Map((await data.people.all()).map((person) => [person.personId, person]));
  const stored = await data.holdings.all();
  const ready = new Map(
    withRelations(await withEntries(stored, withRules)).map((holding) => [holding.holdingId, holding]),
  );
  const holdings = stored.flatMap(({ holding }) => {
    const withFigures = ready.get(holding.holdingId);
    const person = people.get(holding.personId);
    if (withFigures === undefined || person === undefined) return [];
    const day = on ?? dayIn(person.zone ?? zone, now);
    return {
      person: { id: person.personId, name: person.name },
      certification: holding.certification,
      number: holding.number,
      on: day,
      ...(withFigures.carriedBy === undefined
        ? standingFigures(standingOf(withFigures, day, tolerance))
        : { kind: 'carried', by: withFigures.carriedBy.code }),
    };
  });
  return { workspace: workspaceId, credits: 'hundredths', tolerance, holdings };
}

function standingFigures(standing: Standing) {
  switch (standing.kind) {
    case 'never-expires':
      return { kind: standing.kind };
    case 'exam': {
      const { expiry, window, isOpen, daysLeft } = standing;
      return { kind: standing.renewal.kind, expiry, window, isOpen, daysLeft };
    }
    case 'credits':
      return { kind: standing.kind, cycle: standing.cycle, ...figuresOf(standing) };
  }
}
