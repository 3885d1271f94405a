import { sum } from '../../domain/credit.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { ShownSheet } from '../../views/reports/entry-sheet-card.ts';
import type { TeamEntry } from '../../views/reports/team-sheet-card.ts';
import { creditHoldings, withEntries } from '../certifications/holdings.ts';
import { withRelations } from '../certifications/relations.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { memberPages } from '../teams/member-pages.ts';
import { Turns } from '../yield-to-others.ts';
import { entrySheetsOf, loadSheetRecords } from './entry-sheets.ts';

/** Returns what each member of a team has entered in portals, by body. Each member can see that it was viewed. */
export async function viewTeamEntries(
  { teamId }: Pick<Team, 'teamId'>,
  { request, data }: Scope,
): Promise<readonly TeamEntry[]> {
  const members = (await data.teams.membersOf(teamId)).map(({ personId }) => personId);
  const { today, words } = request;
  const entries: TeamEntry[] = [];
  const turns = new Turns();
  for await (const page of memberPages(await data.people.some({ personIds: members }), data)) {
    const stored = await data.holdings.ofMany(page.map(({ personId }) => personId));
    const byPerson = Map.groupBy(await withEntries(stored, data), ({ personId }) => personId);
    const holdingsOf = (personId: string) => creditHoldings(withRelations(byPerson.get(personId) ?? []));
    const all = page.flatMap(({ personId }) => holdingsOf(personId));
    const records = await loadSheetRecords(all, { today, data });
    for (const { personId, name } of page) {
      await turns.give();
      const sheets = entrySheetsOf(holdingsOf(personId), records, { today, words, byMonth: false });
      entries.push(...sheets.map((sheet) => teamEntryOf(name, sheet)));
      if (personId !== request.person.personId)
        data.audit.record('look', { kind: 'person', subject: personId, reason: 'sheet' });
    }
  }
  return entries;
}

/** Returns how many entries of a member's sheet are in each portal state, and the credits that still have to be entered. */
export function teamEntryOf(name: string, { body, open, done }: Pick<ShownSheet, 'body' | 'open' | 'done'>): TeamEntry {
  const all = [...open, ...done];
  const count = (state: string) => all.filter(({ tick }) => (tick?.state ?? 'open') === state).length;
  const days = all.flatMap(({ tick }) => tick?.on ?? []).sort();
  const waiting = open.filter(({ tick }) => tick === undefined);
  return {
    ...{ name, body },
    counts: {
      open: count('open'),
      submitted: count('submitted'),
      accepted: count('accepted'),
      rejected: count('rejected'),
    },
    openCredits: sum(waiting.map(({ entry }) => Math.max(...entry.amounts.map(({ credits }) => credits)))),
    last: days.at(-1),
  };
}
