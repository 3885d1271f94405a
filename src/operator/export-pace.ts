import type { Catalogue } from '../catalogue/index.ts';
import { type Day, dayIn } from '../domain/calendar.ts';
import { figuresOf } from '../domain/evaluate.ts';
import { type Standing, standingOf } from '../domain/standing.ts';
import { withEntries } from '../services/certifications/holdings.ts';
import { withSharedTotals } from '../services/certifications/shared-totals.ts';
import { withCatalogue } from '../services/certifications/workspace-catalogue.ts';
import type { WorkspaceData } from '../store/store.ts';

/**
 * Every figure of every holding of a workspace on a day (each member's today when none is given), for scripts and auditors.
 * Credits are whole hundredths, days are counts of days. The letters are those of the formula: N days of the window, E gone
 * by, P reached, delta = P - E; `null` where the formula gives no value.
 */
export async function exportPace(data: WorkspaceData, base: Catalogue, now: Date, on: Day | undefined) {
  const withRules = await withCatalogue(data, base);
  const { tolerance, workspaceId, zone } = data.workspace;
  const people = new Map((await data.people.all()).map((person) => [person.personId, person]));
  const stored = await data.holdings.all();
  const ready = new Map(
    withSharedTotals(await withEntries(stored, withRules)).map((holding) => [holding.holdingId, holding]),
  );
  const holdings = stored.flatMap(({ holding }) => {
    const held = ready.get(holding.holdingId);
    const person = people.get(holding.personId);
    if (held === undefined || person === undefined) return [];
    const day = on ?? dayIn(person.zone ?? zone, now);
    return {
      person: { id: person.personId, name: person.name },
      certification: holding.certification,
      number: holding.number,
      on: day,
      ...(held.carriedBy === undefined
        ? standingFigures(standingOf(held, day, tolerance))
        : { kind: 'carried', by: held.carriedBy.code }),
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
