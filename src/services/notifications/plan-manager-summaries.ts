import { withLanguage } from '../../chat/platform-phrases.ts';
import { dayIn } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import { isWithinContactHours, weekOf } from '../../domain/weekly-schedule.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES } from '../../store/notifications/preferences.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { wordsFor } from '../../strings/index.ts';
import { managerSummaryCard } from '../../views/notifications/manager-summary-card.ts';
import { labelsOfPeople } from '../person-labels.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import { isActiveMember } from '../teams/team-standings.ts';
import { findMembersAtRisk } from '../teams/view-members-at-risk.ts';
import type { NudgeScope } from './apply-nudge-plan.ts';
import { findHelpRequests } from './help-requests.ts';

/**
 * Plans the private weekly summary of each manager who wants it and is in their contact hours, once per week under its key: who of the teams
 * they lead is at risk or asked for help. Nothing is planned while no one is or did.
 */
export async function planManagerSummaries({ data, now }: NudgeScope): Promise<void> {
  const preferencesById = await data.preferences.all();
  const teams = new Map((await data.teams.all()).map((team) => [team.teamId, team]));
  const led = new Map<string, Team[]>();
  for (const [teamId, members] of await data.teams.memberships())
    for (const { personId, isManager } of members) {
      const team = teams.get(teamId);
      if (isManager && team !== undefined) led.set(personId, [...(led.get(personId) ?? []), team]);
    }
  for (const stored of await data.people.some({ personIds: [...led.keys()] })) {
    const preferences = preferencesById.get(stored.personId) ?? DEFAULT_PREFERENCES;
    const person = withPreferences(stored, preferences);
    const hours = contactHoursOf(person, preferences, data.workspace);
    if (!preferences.wantsSummary || !may(person.role, 'manager')) continue;
    if (!isWithinContactHours(hours, now) || !isActiveMember(preferences, dayIn(hours.zone, now))) continue;
    const key = `summary ${person.personId} ${weekOf(hours.zone, now)}`;
    if (!(await data.outbox.has(key)))
      await planSummary({ person, teams: led.get(person.personId) ?? [], key, zone: hours.zone }, { data, now });
  }
}

interface SummaryOrder {
  readonly person: Person;
  readonly teams: readonly Team[];
  readonly key: string;
  readonly zone: string;
}

async function planSummary({ person, teams, key, zone }: SummaryOrder, { data, now }: NudgeScope): Promise<void> {
  const { personId } = person;
  const [place] = await data.people.addressesOf(personId);
  if (place === undefined) return;
  const words = wordsFor(person.locale);
  const today = dayIn(zone, now);
  const labelOf = labelsOfPeople(await data.people.withIdentities(), words);
  const found = [];
  for (const team of teams) {
    const { risks, people } = await findMembersAtRisk(team, { today, words }, data);
    const others = risks.filter((risk) => risk.personId !== personId);
    const members = people.filter((one) => one.personId !== personId);
    const requests = (await findHelpRequests(members, today, data)).map((request) => ({
      ...request,
      name: labelOf(request.personId),
    }));
    found.push({ team, risks: others, requests, people });
  }
  const shown = found.filter(({ risks, requests }) => risks.length > 0 || requests.length > 0);
  if (shown.length === 0) return;
  const card = withLanguage(managerSummaryCard({ teams: shown, today }, words), words.language);
  const planned = await data.outbox.plan({ key, purpose: 'notice', place, card, personId }, now);
  if (planned === undefined) return;
  for (const { people } of shown)
    for (const one of people)
      if (one.personId !== personId)
        data.audit.record('look', { kind: 'person', subject: one.personId, reason: 'summary' });
}
