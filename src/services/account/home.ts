import { atRisk } from '../../domain/digest-content.ts';
import { may } from '../../domain/roles.ts';
import { standingOf } from '../../domain/standing.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { HomeContents, SetupStep, TeamAtAGlance } from '../../views/account/home-card.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { findDebt } from '../evidence/documentation-debt.ts';
import { suggestSources } from '../opportunities/starter-sources.ts';
import { findPlans } from '../pace/find-plans.ts';
import { findPendingLine } from '../records/pending-line.ts';
import { findLastAct } from '../records/undo-act.ts';
import { findActiveMembers, loadStandings } from '../teams/team-standings.ts';
import { findVisibleTeams } from '../teams/visibility.ts';

/** With more members than this in all teams, the members at risk are not counted on each request. */
const MAX_COUNTED_MEMBERS = 60;

/** Returns what a person sees at a glance: their own standing, what is unfinished, and for managers and admins their teams and the setup. */
export async function loadHome(scope: Scope): Promise<Omit<HomeContents, 'from'>> {
  const { request, data } = scope;
  const { person, today } = request;
  const holdings = (await findHoldings(person, data)).filter(({ carriedBy }) => carriedBy === undefined);
  const standings = holdings.map((holding) => ({
    certification: holding.certification,
    standing: standingOf(holding, today, data.workspace.tolerance),
  }));
  const withCredits = creditHoldings(holdings);
  const { entries } = await findDebt(withCredits, today, data);
  const plans = await findPlans(withCredits, scope);
  const teams = await findVisibleTeams(scope);
  return {
    today,
    standings,
    pending: await findPendingLine(scope),
    unproved: new Set(entries.map(({ entry }) => entry.id)).size,
    act: (await findLastAct(scope)).act,
    plan: plans.find(({ ends }) => ends >= today),
    teams: await glanceAt(teams, scope),
    setup: may(person.role, 'admin') ? await missingSetup(teams, scope) : [],
  };
}

async function glanceAt(
  teams: readonly Team[],
  { request: { today }, data }: Scope,
): Promise<readonly TeamAtAGlance[]> {
  const glances: TeamAtAGlance[] = [];
  let counted = 0;
  for (const team of teams) {
    const members = await findActiveMembers(team, today, data);
    counted += members.length;
    const { teamId, name } = team;
    const glance = { teamId, name, members: members.length };
    if (counted > MAX_COUNTED_MEMBERS) glances.push(glance);
    else {
      const standings = await loadStandings(members, () => today, data);
      glances.push({ ...glance, atRisk: standings.filter(({ holdings }) => atRisk(holdings).length > 0).length });
    }
  }
  return glances;
}

async function missingSetup(teams: readonly Team[], scope: Scope): Promise<readonly SetupStep[]> {
  const { data } = scope;
  const sources = await data.opportunities.sources();
  const hasSource = sources.some(({ isOn }) => isOn);
  const memberships = await data.teams.memberships();
  const isManaged = ({ teamId }: Team) => (memberships.get(teamId) ?? []).some(({ isManager }) => isManager);
  const missing: readonly (SetupStep | false)[] = [
    teams.length === 0 && { kind: 'team' },
    ...teams.map((team) => !isManaged(team) && ({ kind: 'manager', team: team.name } as const)),
    ...teams.map((team) => team.place === null && ({ kind: 'digest', team: team.name } as const)),
    !hasSource && { kind: 'sources', suggested: await suggestSources(scope) },
  ];
  return missing.filter((step) => step !== false);
}
