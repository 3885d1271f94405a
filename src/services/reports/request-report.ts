import { dayIn } from '../../domain/calendar.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { findLogMark } from './report-data.ts';
import type { ReportRequest } from './report-scope.ts';

interface ReportOptions extends Omit<ReportRequest, 'scope'> {
  /** The team of the report; without it, the person's own report. */
  readonly team: Team | undefined;
}

/**
 * Returns the request of a report, and notes in the audit log who viewed whose record. Throws `Refusal` for a date in the future, before the first
 * log entry, or before the team existed.
 */
export async function requestReport({ team, ...options }: ReportOptions, context: Scope): Promise<ReportRequest> {
  const { request, data } = context;
  const { person, words, now } = request;
  const today = dayIn(data.workspace.zone, now);
  const day = options.on ?? today;
  if (day > today) throw new Refusal(words.report.future(day));
  const mark = await findLogMark(day, data, now);
  if (mark === undefined) throw new Refusal(words.report.nothing(day));
  if (team === undefined) {
    data.audit.record('export', { kind: 'person', subject: person.personId, reason: 'report' });
    return { scope: { kind: 'mine' }, ...options };
  }
  const teamThen = await data.history.team(team.teamId, mark);
  if (teamThen === undefined) throw new Refusal(words.report.noTeam(day));
  const existing = new Set((await data.people.all()).map(({ personId }) => personId));
  for (const { personId } of teamThen.members)
    if (personId !== person.personId && existing.has(personId))
      data.audit.record('look', { kind: 'person', subject: personId, reason: 'report' });
  data.audit.record('export', { kind: 'team', subject: team.teamId, reason: 'report' });
  return { scope: { kind: 'team', teamId: team.teamId }, ...options };
}

/** Whether the person asked for the same report already, and it is still being made. */
export async function isReportRequested(report: ReportRequest, { request, data }: Scope): Promise<boolean> {
  return data.reports.isRequested(request.person.personId, report);
}

/** Notes in the audit log that a report was refused, under the team if one has this name. */
export async function recordRefusedReport(typed: string, { request: { person }, data }: Scope): Promise<void> {
  const name = typed.trim().toLowerCase();
  const team = (await data.teams.all()).find((one) => one.name.toLowerCase() === name);
  if (team === undefined) data.audit.record('refuse', { kind: 'person', subject: person.personId, reason: 'report' });
  else data.audit.record('refuse', { kind: 'team', subject: team.teamId, reason: 'report' });
}
