import type { Catalogue } from './catalogue/index.ts';
import { withEntries } from './commands/held.ts';
import { type Day, dayIn } from './domain/calendar.ts';
import type { Pace } from './domain/pace.ts';
import { type Standing, standingOf } from './domain/standing.ts';
import type { WorkspaceData } from './store/store.ts';

/**
 * Every figure of every holding of a workspace on a day (each member's today when none is given), for scripts and auditors.
 * Credits are whole hundredths, days are counts of days. The letters are those of the formula: N days of the window, E gone
 * by, P reached, delta = P - E; `null` where the formula gives no value.
 */
export async function exportPace(data: WorkspaceData, catalogue: Catalogue, now: Date, on: Day | undefined) {
  const { tolerance, workspaceId, zone } = data.workspace;
  const people = new Map((await data.people.all()).map((person) => [person.personId, person]));
  const kept = await data.holdings.all();
  const ready = new Map((await withEntries(kept, data, catalogue)).map((holding) => [holding.holdingId, holding]));
  const holdings = kept.flatMap(({ holding }) => {
    const held = ready.get(holding.holdingId);
    const person = people.get(holding.personId);
    if (held === undefined || person === undefined) return [];
    const day = on ?? dayIn(person.zone ?? zone, now);
    return {
      person: { id: person.personId, name: person.name },
      certification: holding.certification,
      number: holding.number,
      on: day,
      ...standingFigures(standingOf(held, day, tolerance)),
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
    case 'credits': {
      const { cycle, paces, binding, counted } = standing;
      const cuts = counted.cuts.map(({ entry, credits, reason }) => ({
        entry,
        credits,
        reason: reason.kind === 'cap' ? { kind: 'cap', name: reason.cap.name, limit: reason.cap.limit.value } : reason,
      }));
      return {
        kind: standing.kind,
        cycle,
        requirements: paces.map((pace) => paceFigures(pace, pace === binding)),
        cuts,
      };
    }
  }
}

function paceFigures(pace: Pace, binding: boolean) {
  const { requirement, forecast } = pace;
  return {
    id: requirement.id,
    severity: requirement.severity,
    category: requirement.category ?? null,
    window: requirement.window,
    lastDay: requirement.lastDay,
    required: requirement.required,
    counted: pace.counted,
    N: pace.days,
    E: pace.elapsed,
    P: pace.reached,
    delta: pace.delta,
    remaining: pace.remaining,
    daysLeft: pace.daysLeft,
    weeklyRate: pace.weeklyRate ?? null,
    status: pace.status,
    binding,
    forecast: forecast.kind === 'on' ? { kind: forecast.kind, day: forecast.day } : { kind: forecast.kind },
  };
}
