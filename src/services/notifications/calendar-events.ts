import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { type Deadline, dueDeadlines } from '../../domain/deadlines.ts';
import { isEnding, isSayable } from '../../domain/digest-content.ts';
import { TOTAL } from '../../domain/renewal-terms.ts';
import { shownPaces } from '../../domain/shown-paces.ts';
import { type CreditStanding, type Standing, standingOf } from '../../domain/standing.ts';
import type { CalendarEvent } from '../../reports/ical-file.ts';
import type { Person } from '../../store/entities.ts';
import type { Words } from '../../strings/index.ts';
import { requirementName } from '../../views/requirement-words.ts';
import { findHoldings } from '../certifications/holdings.ts';
import type { Data } from '../data-with-catalogue.ts';
import { findActiveMembers, loadStandings, type MemberOverview } from '../teams/team-standings.ts';

/** When, and in whose words, a calendar is written. */
export interface CalendarReader {
  readonly today: Day;
  readonly words: Words;
}

interface DatedHolding {
  readonly holdingId: string;
  readonly certification: Certification;
  readonly standing: Standing;
}

/** Returns the deadlines, the yearly minimums that are open, and the plans of a person, the earliest first. */
export async function personEvents(
  person: Pick<Person, 'personId'>,
  reader: CalendarReader,
  data: Data,
): Promise<readonly CalendarEvent[]> {
  const holdings = (await findHoldings(person, data)).filter(({ carriedBy }) => carriedBy === undefined);
  const due = holdings.flatMap((holding) => {
    const standing = standingOf(holding, reader.today, data.workspace.tolerance);
    return eventsOf({ ...holding, standing }, reader);
  });
  const plans = (await data.activities.plannedBy(person.personId)).map(
    ({ activityId: id, title, starts, ends, description }) => {
      return { id, title: reader.words.calendar.plan(title), starts, ends, description };
    },
  );
  return [...due, ...plans].sort(byDay);
}

/** Returns what is due in a team: one event for each certification, kind and day, which names only members who agreed to it. */
export async function teamEvents(
  team: { readonly teamId: string },
  reader: CalendarReader,
  data: Data,
): Promise<readonly CalendarEvent[]> {
  const { today, words } = reader;
  const members = await loadStandings(await findActiveMembers(team, today, data), () => today, data);
  const due = members.flatMap((member) =>
    member.holdings.flatMap(({ holding: { holdingId }, certification, standing }) =>
      eventsOf({ holdingId, certification, standing }, reader).map((event) => ({ event, member })),
    ),
  );
  return [...Map.groupBy(due, ({ event }) => `${event.title} ${event.ends}`).values()]
    .flatMap((same): CalendarEvent[] => {
      const concerned = [...new Set(same.map(({ member }) => member))];
      const [first] = same;
      if (first === undefined || !isSayable(concerned.map(({ preferences }) => preferences))) return [];
      const title = `${first.event.title} (${words.calendar.people(concerned.length)})`;
      const id = `${team.teamId}-${title.replace(/[^\w-]+/gu, '-')}-${first.event.ends}`;
      return [{ ...first.event, id, title, description: namesOf(concerned, words) }];
    })
    .sort(byDay);
}

function namesOf(members: readonly MemberOverview[], words: Words): string {
  const named = members.filter(({ preferences }) => preferences.isNamed).map(({ person }) => person.name);
  return named.length === 0 ? '' : words.list(named);
}

function eventsOf(holding: DatedHolding, reader: CalendarReader): readonly CalendarEvent[] {
  const { certification, standing } = holding;
  if (standing.kind === 'never-expires') return [];
  const { cycle, renewedBy } = standing;
  const isOpen = standing.kind === 'credits' && !isEnding(standing) && renewedBy === undefined;
  const left = isOpen ? totalLeft(standing, reader.words) : '';
  const deadlines = dueDeadlines(certification, { cycle, renewedBy }, reader.today).map((deadline, index) => ({
    ...dueEvent(holding, {
      kind: `${deadline.kind}-${index}`,
      day: deadline.day,
      title: titleOf(deadline, reader.words),
    }),
    description: deadline.kind === 'earn' ? left : '',
  }));
  return isOpen ? [...deadlines, ...minimumEvents({ ...holding, standing }, reader.words)] : deadlines;
}

/** The yearly minimums in which something is still to do. */
function minimumEvents(
  holding: DatedHolding & { readonly standing: CreditStanding },
  words: Words,
): readonly CalendarEvent[] {
  const { renewal } = holding.standing;
  return shownPaces(holding.standing).flatMap(({ requirement, remaining, daysLeft }) => {
    const isYearly = requirement.year !== undefined && requirement.severity === 'hard';
    if (!isYearly || remaining === 0 || daysLeft === 0) return [];
    const title = words.calendar.lastDay(requirementName(requirement, renewal, words));
    const event = dueEvent(holding, { kind: requirement.id, day: requirement.window.end, title });
    return [{ ...event, description: words.calendar.remaining(words.credits(remaining, renewal.unit)) }];
  });
}

function totalLeft({ paces, renewal }: CreditStanding, words: Words): string {
  const total = paces.find(({ requirement }) => requirement.id === TOTAL);
  if (total === undefined || total.remaining === 0) return '';
  return words.calendar.remaining(words.credits(total.remaining, renewal.unit));
}

/** The id has the day in it: what moves to another day is another event, and no calendar keeps the former one. */
function dueEvent(
  { holdingId, certification }: DatedHolding,
  { kind, day, title }: { readonly kind: string; readonly day: Day; readonly title: string },
): CalendarEvent {
  const id = [holdingId, kind.replace(/[^\w-]+/gu, '-'), day].join('-');
  return { id, title: `${certification.short}: ${title}`, starts: day, ends: day, description: '' };
}

function titleOf(deadline: Deadline, words: Words): string {
  const phrases = words.calendar;
  switch (deadline.kind) {
    case 'earn':
      return phrases.earn;
    case 'report':
      return phrases.report;
    case 'expires':
      return phrases.expires;
    case 'pay':
      return phrases.pay(
        words.catalogueText(deadline.fee.name),
        words.fee(deadline.fee.amount.value, deadline.fee.others?.value, deadline.fee.currency),
      );
  }
}

function byDay(a: CalendarEvent, b: CalendarEvent): number {
  return a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : a.id < b.id ? -1 : 1;
}
