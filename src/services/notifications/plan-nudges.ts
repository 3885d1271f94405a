import { type Day, dayIn } from '../../domain/calendar.ts';
import { nudgesFor } from '../../domain/nudge.ts';
import {
  type ContactHours,
  isWithinContactHours,
  nextContactTime,
  nextContactTimeTomorrow,
} from '../../domain/weekly-schedule.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES } from '../../store/notifications/preferences.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import { isActiveMember, loadStandings, type MemberOverview } from '../teams/team-standings.ts';
import { applyNudgePlan, type NudgeScope } from './apply-nudge-plan.ts';
import { toWatchedHolding } from './watched-holding.ts';

/** The number of people decided about in one transaction, and loaded together. */
const MAX_PEOPLE = 2000;
const BATCH = 200;
/** The nudge budget of a workspace is per 30 days. */
const BUDGET_DAYS = 30;
const DAY_MS = 86_400_000;

/** A person within their contact hours whose nudges of the day aren't decided yet. */
interface Candidate {
  readonly person: Person;
  readonly contactHours: ContactHours;
  readonly today: Day;
}

/**
 * Decides once a day what each member in their contact hours is told, and plans it; what is held back is recorded with the reason. Returns
 * the time of the next decision: now when there are more people than one transaction decides about.
 */
export async function planNudges(scope: NudgeScope): Promise<Date | undefined> {
  const { data, now } = scope;
  const { candidates, nextTimes } = await findCandidates(scope);
  const due = candidates.slice(0, MAX_PEOPLE);
  const managersOf = await loadManagers(data);
  for (let first = 0; first < due.length; first += BATCH)
    await decideNudges(due.slice(first, first + BATCH), managersOf, scope);
  await data.preferences.markNudgesDecided(due.map(({ person, today }) => ({ personId: person.personId, on: today })));
  if (candidates.length > due.length) return now;
  return nextTimes.length === 0 ? undefined : nextTimes.reduce((a, b) => (b < a ? b : a));
}

async function findCandidates({ data, now }: NudgeScope) {
  const preferencesById = await data.preferences.all();
  const candidates: Candidate[] = [];
  const nextTimes: Date[] = [];
  for (const stored of await data.people.all()) {
    const preferences = preferencesById.get(stored.personId) ?? DEFAULT_PREFERENCES;
    if (preferences.leftOn) continue;
    const person = withPreferences(stored, preferences);
    const contactHours = contactHoursOf(person, preferences, data.workspace);
    const today = dayIn(contactHours.zone, now);
    const isDecided = preferences.decidedOn === today;
    const isNow = isWithinContactHours(contactHours, now);
    if (!isDecided && isNow) candidates.push({ person, contactHours, today });
    nextTimes.push(
      isDecided || isNow ? nextContactTimeTomorrow(contactHours, now) : nextContactTime(contactHours, now),
    );
  }
  return { candidates, nextTimes };
}

type ManagersOf = (personId: string) => readonly string[];

async function decideNudges(batch: readonly Candidate[], managersOf: ManagersOf, scope: NudgeScope): Promise<void> {
  const { data, now } = scope;
  const candidates = new Map(batch.map((candidate) => [candidate.person.personId, candidate]));
  const candidateFor = (personId: string): Candidate => {
    const candidate = candidates.get(personId);
    if (candidate === undefined) throw new Error(`The person ${personId} isn't among those to decide about.`);
    return candidate;
  };
  const ids = [...candidates.keys()];
  // Nudges that were planned but not sent are decided again.
  for (const key of await data.outbox.withdrawNudges(ids, 'overtaken', now))
    await data.nudges.withdraw(key, 'overtaken');
  const people = batch.map(({ person }) => person);
  const members = await loadStandings(people, ({ personId }) => candidateFor(personId).today, data);
  const holdingIds = members.flatMap(({ holdings }) => holdings.map(({ holding }) => holding.holdingId));
  const reminderStateOf = await data.reminderStates.of(holdingIds);
  const addedAt = await data.holdings.addedAt(holdingIds);
  const sentTo = await data.nudges.sentTo(ids);
  const countOf = await data.nudges.countSince(ids, new Date(now.getTime() - BUDGET_DAYS * DAY_MS));
  const placeOf = await data.people.placesOf(ids);
  for (const member of members) {
    const { person, preferences } = member;
    const { personId } = person;
    const { contactHours, today } = candidateFor(personId);
    const watched = member.holdings.map((one) => {
      const { holdingId } = one.holding;
      return toWatchedHolding(one, reminderStateOf(holdingId), dayIn(contactHours.zone, addedAt.get(holdingId) ?? now));
    });
    const managers = managersOf(personId);
    const mayEscalate = data.workspace.escalates && preferences.tellsManager && managers.length > 0;
    const plan = nudgesFor(watched, { told: sentTo(personId), mayEscalate }, today);
    const place = placeOf(personId);
    const isReachable = place !== undefined;
    const isOverBudget = countOf(personId) >= data.workspace.nudgeBudget;
    const holdBackReason = heldBackReason(member, today, { isReachable, isOverBudget });
    const { holdings } = member;
    await applyNudgePlan(
      { person, today, place, watched, holdings, plan, managers, mayEscalate, holdBackReason },
      scope,
    );
  }
}

function heldBackReason(
  { preferences }: MemberOverview,
  today: Day,
  { isReachable, isOverBudget }: { readonly isReachable: boolean; readonly isOverBudget: boolean },
): string | undefined {
  if (!preferences.wantsNudges) return 'off';
  if (!isActiveMember(preferences, today)) return 'away';
  if (isOverBudget) return 'budget';
  return isReachable ? undefined : 'unreachable';
}

async function loadManagers(data: WorkspaceData): Promise<ManagersOf> {
  const managersById = new Map<string, Set<string>>();
  const preferences = await data.preferences.all();
  for (const members of (await data.teams.memberships()).values()) {
    const present = members.filter(({ isManager, personId }) => isManager && !preferences.get(personId)?.leftOn);
    const managers = present.map(({ personId }) => personId);
    for (const { personId } of members) {
      const known = managersById.get(personId) ?? new Set();
      for (const manager of managers) if (manager !== personId) known.add(manager);
      managersById.set(personId, known);
    }
  }
  return (personId) => [...(managersById.get(personId) ?? [])];
}
