import { may } from '../../domain/roles.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Scope } from '../data.ts';
import { findVisibleTeams } from '../teams/visibility.ts';

/** The teams whose report somebody may have: auditors every one, others those whose members they may look at. */
export async function teamsReportedTo(context: Scope): Promise<readonly Team[]> {
  return may(context.request.person.role, 'auditor') ? context.data.teams.all() : findVisibleTeams(context);
}
