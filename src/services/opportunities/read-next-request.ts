import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { SearchQuery } from '../../opportunities/query/search-query.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { parseDuration } from '../records/parse-duration.ts';
import { Refusal } from '../refusal.ts';
import { rankingContextOf } from './rank-opportunities.ts';
import { readQuery } from './read-query.ts';
import { findFittingOpportunities } from './team-recommendations.ts';

const DEFAULT_MINUTES = 60;
const DURATION = /^(\S+(?:\s*(?:hours?|hrs?|h|minutes?|mins?|m))?)\b\s*(.*)$/iu;

/** A line such as `2h podcast in german`: the minutes one has, and what follows. */
export interface FreeTime {
  readonly minutes: number;
  readonly rest: string;
}

/** Reads the time at the beginning of a line; an hour if the line is empty. Throws `Refusal` if there is none. */
export function readFreeTime(line: string, { request: { words } }: Scope): FreeTime {
  const [, typed = '', rest = ''] = DURATION.exec(line) ?? [];
  const minutes = line === '' ? DEFAULT_MINUTES : parseDuration(typed.replace(/\s+/gu, ''));
  if (minutes === undefined || minutes === 0) throw new Refusal(words.opportunity.nextHow);
  return { minutes, rest };
}

/** Returns the teams that a text names at its beginning, and the rest of the text; all the teams if it begins with the name of none. */
export function readTeams(text: string, teams: readonly Team[]): { teams: readonly Team[]; rest: string } {
  const typed = text.trim().toLowerCase();
  const [named] = teams
    .filter(({ name }) => ` ${typed} `.startsWith(` ${name.toLowerCase()} `))
    .sort((one, other) => other.name.length - one.name.length);
  return named === undefined
    ? { teams, rest: text.trim() }
    : { teams: [named], rest: text.trim().slice(named.name.length).trim() };
}

/** The opportunities that fit some free time; `isPartial`: while the search is prepared, only some were considered. */
export interface FittingOpportunities {
  readonly opportunities: readonly IndexedOpportunity[];
  readonly filters: SearchQuery['filters'];
  readonly isPartial: boolean;
}

/** Finds what fits the time, the words and the filters. Throws `Refusal` if there are no opportunities at all. */
export async function findForFreeTime({ minutes, rest }: FreeTime, scope: Scope): Promise<FittingOpportunities> {
  const { request, data } = scope;
  const { words, now, person, today } = request;
  const reading = { today, catalogue: data.catalogue };
  const index = await data.opportunityIndex(readQuery(rest, reading).words);
  const { isPartial } = index;
  if (index.size === 0 && !isPartial) throw new Refusal(words.opportunity.none);
  const query = readQuery(rest, { ...reading, known: index.known });
  const wanted = { minutes, words: query.words, filters: query.filters, locale: person.locale };
  const opportunities = findFittingOpportunities(index, wanted, { view: rankingContextOf(scope), now });
  return { opportunities, filters: query.filters, isPartial };
}
