import { may } from '../../domain/roles.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { findVisibleTeams } from '../teams/visibility.ts';

/** Returns the teams whose report the person may get: all for auditors, the visible ones for others. */
export async function findReportableTeams(scope: Scope): Promise<readonly Team[]> {
  return may(scope.request.person.role, 'auditor') ? scope.data.teams.all() : findVisibleTeams(scope);
}
