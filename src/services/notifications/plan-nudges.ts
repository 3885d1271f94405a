import { createHash } from 'node:crypto';
import { withLanguage } from '../../chat/platform-phrases.ts';
import { type Day, dayIn } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import {
  type NudgePlan,
  nudgesFor,
  type RuleMark,
  STEP_DAYS,
  type Topic,
  type WatchedHolding,
} from '../../domain/nudge.ts';
import type { Standing } from '../../domain/standing.ts';
import {
  type ContactHours,
  isWithinContactHours,
  nextContactTime,
  nextContactTimeTomorrow,
} from '../../domain/weekly-schedule.ts';
import type { StoredPlace } from '../../store/account/directory-entities.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES } from '../../store/notifications/preferences.ts';
import type { ReminderStateValues } from '../../store/notifications/reminder-states.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { wordsFor } from '../../strings/index.ts';
import { managerCard, nudgeCard } from '../../views/notifications/nudge-card.ts';
import type { Data } from '../data.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import { type HoldingStanding, isActiveMember, loadStandings, type MemberOverview } from '../teams/team-standings.ts';

interface Scope {
  readonly data: Data;
  readonly now: Date;
}

/** So many people are decided about in one transaction, so many of them together. */
const MAX_AT_ONCE = 2000;
const TOGETHER = 200;
const BUDGET_DAYS = 30;
const DAY_MS = 86_400_000;

/** Somebody who can be told something now. */
interface Candidate {
  readonly person: Person;
  readonly contactHours: ContactHours;
  readonly today: Day;
}

/**
 * Decides once on each of their days what to tell the members for whom it is a good time now, and plans it; what is held back is noted with
 * the reason. Resolves to when it is the next one's turn: at once, when there are more than are decided about together.
 */
export async function planNudges(scope: Scope): Promise<Date | undefined> {
  const { data, now } = scope;
  const preferences = await data.preferences.all();
  const due: Candidate[] = [];
  const turns: Date[] = [];
  for (const known of await data.people.all()) {
    const wished = preferences.get(known.personId) ?? DEFAULT_PREFERENCES;
    const person = withPreferences(known, wished);
    const manners = contactHoursOf(person, wished, data.workspace);
    const today = dayIn(manners.zone, now);
    if (wished.leftOn) continue;
    if (wished.decidedOn === today) turns.push(nextContactTimeTomorrow(manners, now));
    else if (!isWithinContactHours(manners, now)) turns.push(nextContactTime(manners, now));
    else {
      due.push({ person, contactHours: manners, today });
      turns.push(nextContactTimeTomorrow(manners, now));
    }
  }
  const batch = due.slice(0, MAX_AT_ONCE);
  const managersOf = await managersIn(data);
  for (let first = 0; first < batch.length; first += TOGETHER)
    await decideNudges(batch.slice(first, first + TOGETHER), managersOf, scope);
  await data.preferences.markNudgesDecided(
    batch.map(({ person, today }) => ({ personId: person.personId, on: today })),
  );
  if (due.length > batch.length) return now;
  return turns.length === 0 ? undefined : turns.reduce((a, b) => (b < a ? b : a));
}

async function decideNudges(
  batch: readonly Candidate[],
  managersOf: (personId: string) => readonly string[],
  scope: Scope,
): Promise<void> {
  const { data, now } = scope;
  const ids = batch.map(({ person }) => person.personId);
  // What was decided and did not leave is decided anew.
  for (const key of await data.outbox.withdrawNudges(ids, 'overtaken', now))
    await data.nudges.withdraw(key, 'overtaken');
  const today = new Map(batch.map(({ person, today }) => [person.personId, today]));
  const views = await loadStandings(
    batch.map(({ person }) => person),
    ({ personId }) => today.get(personId) as Day,
    data,
  );
  const holdingIds = views.flatMap(({ holdings }) => holdings.map(({ holding }) => holding.holdingId));
  const reminderStateOf = await data.reminderStates.of(holdingIds);
  const addedOn = await data.holdings.addedAt(holdingIds);
  const sentTo = await data.nudges.sentTo(ids);
  const countOf = await data.nudges.countSince(ids, new Date(now.getTime() - BUDGET_DAYS * DAY_MS));
  const placeOf = await data.people.placesOf(ids);
  for (const [index, view] of views.entries()) {
    const { contactHours: manners, today: on } = batch[index] as Candidate;
    const { personId } = view.person;
    const watched = view.holdings.map((one) =>
      watchedOf(
        one,
        reminderStateOf(one.holding.holdingId),
        dayIn(manners.zone, addedOn.get(one.holding.holdingId) ?? now),
      ),
    );
    const managers = managersOf(personId);
    const mayEscalate = data.workspace.escalates && view.preferences.tellsManager && managers.length > 0;
    const plan = nudgesFor(watched, { told: sentTo(personId), mayEscalate }, on);
    const place = placeOf(personId);
    const heldFor = heldBackReason(view, on, { count: countOf(personId), budget: data.workspace.nudgeBudget, place });
    await applyNudgePlan({ view, place, watched, nudging: plan, managers, mayEscalate, heldFor, today: on }, scope);
  }
}

interface DecidedNudge {
  readonly view: MemberOverview;
  readonly place: StoredPlace | undefined;
  readonly watched: readonly WatchedHolding[];
  readonly nudging: NudgePlan;
  readonly managers: readonly string[];
  readonly mayEscalate: boolean;
  readonly heldFor: string | undefined;
  readonly today: Day;
}

async function applyNudgePlan(decided: DecidedNudge, scope: Scope): Promise<void> {
  const { view, watched, nudging: plan, heldFor, today } = decided;
  const { data, now } = scope;
  const { personId } = view.person;
  const { topics, resolved: over, steps } = plan;
  if (over.length > 0) {
    const key = `over ${personId} ${now.getTime()}`;
    await data.nudges.note({ personId, key, outcome: 'resolved', topics: over, onDay: today }, now);
  }
  if (topics.length > 0 && heldFor !== undefined) {
    // A ladder's key has its day in it; why it is held is said once all the same.
    const keys = topics.map(({ key }) => key);
    const lasting = topics.map((topic) => (topic.kind === 'ladder' ? `${topic.watched.holdingId} ladder` : topic.key));
    const key = `held ${personId} ${heldFor} ${hashOf(lasting.join())}`;
    await data.nudges.note({ personId, key, outcome: 'held-back', reason: heldFor, topics: keys, onDay: today }, now);
    await saveRuleMarks(
      watched.filter(({ holdingId }) => !topics.some((topic) => topic.watched.holdingId === holdingId)),
      data,
    );
    return;
  }
  if (topics.length > 0) await planNudge(decided, scope);
  for (const { holdingId, step, stepOn } of steps)
    await data.reminderStates.save(holdingId, { step, stepOn: stepOn ?? null });
  await saveRuleMarks(watched, data);
}

async function planNudge(
  { view, place, nudging: plan, managers, mayEscalate, today }: DecidedNudge,
  scope: Scope,
): Promise<void> {
  const { data, now } = scope;
  const { person } = view;
  const { personId } = person;
  const { topics } = plan;
  if (place === undefined) return;
  const key = `nudge ${personId} ${today}`;
  const about = { today, announces: mayEscalate, stepDays: STEP_DAYS };
  const words = wordsFor(person.locale);
  const card = withLanguage(nudgeCard(topics, about, words), words.language);
  const isNew = await data.nudges.note(
    { personId, key, outcome: 'sent', topics: topics.map((one) => one.key), onDay: today },
    now,
  );
  if (!isNew) return;
  await data.outbox.plan({ key, purpose: 'nudge', place, card, personId }, now);
  const last = topics.filter((topic) => topic.kind === 'ladder' && topic.step === 3);
  for (const topic of last) await notifyManagers(topic, person, managers, scope);
}

/** The last step, announced to the member before: their managers are told, each at a good time of theirs. */
async function notifyManagers(
  topic: Topic,
  member: Person,
  managers: readonly string[],
  { data, now }: Scope,
): Promise<void> {
  data.audit.record('look', { kind: 'person', subject: member.personId, reason: 'ladder' });
  for (const personId of managers) {
    const known = await data.people.get(personId);
    const [place] = await data.people.addressesOf(personId);
    if (known === null || place === undefined) continue;
    const preferences = await data.preferences.of(personId);
    const person = withPreferences(known, preferences);
    const manners = contactHoursOf(person, preferences, data.workspace);
    const words = wordsFor(person.locale);
    const today = dayIn(manners.zone, now);
    const card = withLanguage(managerCard({ name: member.name, watched: topic.watched }, today, words), words.language);
    const key = `told ${personId} ${topic.key}`;
    await data.outbox.plan(
      { key, purpose: 'notice', place, card, personId, dueAt: nextContactTime(manners, now) },
      now,
    );
  }
}

function heldBackReason(
  { preferences }: MemberOverview,
  today: Day,
  {
    count,
    budget,
    place,
  }: { readonly count: number; readonly budget: number; readonly place: StoredPlace | undefined },
): string | undefined {
  if (!preferences.wantsNudges) return 'off';
  if (!isActiveMember(preferences, today)) return 'away';
  if (count >= budget) return 'budget';
  return place === undefined ? 'unreachable' : undefined;
}

async function managersIn(data: WorkspaceData): Promise<(personId: string) => readonly string[]> {
  const managersOf = new Map<string, Set<string>>();
  for (const members of (await data.teams.memberships()).values()) {
    const managers = members.filter(({ isManager }) => isManager).map(({ personId }) => personId);
    for (const { personId } of members) {
      const own = managersOf.get(personId) ?? new Set();
      for (const manager of managers) if (manager !== personId) own.add(manager);
      managersOf.set(personId, own);
    }
  }
  return (personId) => [...(managersOf.get(personId) ?? [])];
}

function watchedOf(
  { holding, certification, standing, inDebt }: HoldingStanding,
  reminderState: ReminderStateValues,
  addedOn: Day,
): WatchedHolding {
  const { snoozedUntil, letsLapse, rules, figures, step, stepOn } = reminderState;
  return {
    holdingId: holding.holdingId,
    certification,
    standing,
    addedOn,
    inDebt,
    snoozedUntil: snoozedUntil ?? undefined,
    letsLapse,
    figures: { before: rules === '' ? undefined : { rules, figures }, now: markOf(certification, standing) },
    step,
    stepOn: stepOn ?? undefined,
  };
}

/** What the rules are and come to; a new cycle has figures of its own and changes no rule. */
function markOf(certification: Certification, standing: Standing): RuleMark {
  const rules = rulesHash(certification);
  if (standing.kind !== 'credits') return { rules, figures: '' };
  const required = standing.paces.map(({ requirement }) => `${requirement.id} ${requirement.required}`);
  return { rules, figures: hashOf([standing.cycle.start, ...required].join()) };
}

const hashes = new WeakMap<Certification, string>();

function rulesHash(certification: Certification): string {
  const known = hashes.get(certification) ?? hashOf(JSON.stringify([certification.renewal, certification.upkeep]));
  hashes.set(certification, known);
  return known;
}

async function saveRuleMarks(watched: readonly WatchedHolding[], data: WorkspaceData): Promise<void> {
  for (const { holdingId, figures } of watched) {
    const { before, now } = figures;
    if (before?.rules !== now.rules || before.figures !== now.figures) await data.reminderStates.save(holdingId, now);
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
